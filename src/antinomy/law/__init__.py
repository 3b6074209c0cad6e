"""Measures, events, provisions, norms and courses, loaded strictly from packs."""

from antinomy.law.changes import Change, changes_between
from antinomy.law.corpus import Law
from antinomy.law.courses import Course, CourseBook
from antinomy.law.event import Event, EventKind
from antinomy.law.loading import load_law
from antinomy.law.measure import (
    Authorises,
    Concludes,
    Excepts,
    Force,
    Imposes,
    Liability,
    Measure,
    Modality,
    Norm,
    Policy,
    Practice,
    Provision,
    Reviews,
    Version,
)
from antinomy.law.pack import Flagged, Pack, Regime, Remark
from antinomy.law.programs import (
    LawOn,
    breach_name,
    course_name,
    flag_name,
    law_moved_to,
    law_on,
    rule_name,
)
from antinomy.law.state import Standing, State, standing

__all__ = [
    "Authorises",
    "Change",
    "Concludes",
    "Course",
    "CourseBook",
    "Event",
    "EventKind",
    "Excepts",
    "Flagged",
    "Force",
    "Imposes",
    "Law",
    "LawOn",
    "Liability",
    "Measure",
    "Modality",
    "Norm",
    "Pack",
    "Policy",
    "Practice",
    "Provision",
    "Regime",
    "Remark",
    "Reviews",
    "Standing",
    "State",
    "Version",
    "breach_name",
    "changes_between",
    "course_name",
    "flag_name",
    "law_moved_to",
    "law_on",
    "load_law",
    "rule_name",
    "standing",
]
