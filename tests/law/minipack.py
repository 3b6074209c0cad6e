"""A folder of packs small enough to read, to which a test adds one measure."""

from pathlib import Path

from antinomy.law import Law, Standing, load_law, standing
from antinomy.values import Day, KnownBy, PackError, parse_day

VOCABULARY = """
units: {percent: {}}
scopes:
  party: {list: parties, within: transaction}
  paper: {list: papers, within: transaction}
links: {asking: {scope: party}}
facts:
  transaction:
    destination: {type: place, who: x, ask: {en: Where?, zh: 何处？}}
    sold: {type: flag, who: x, ask: {en: Sold?, zh: 已售？}}
  party:
    share: {type: number, unit: percent, who: x, ask: {en: How much?, zh: 多少？}}
  paper:
    kind: {type: code, values: [permit], who: x, ask: {en: Which?, zh: 何种？}}
"""
COURSES = """
acts: {export: {en: export, zh: 出口}, report: {en: report, zh: 报告}}
courses:
  sell: {roles: [seller], title: {en: Sell, zh: 出售}, does: [export]}
"""
PACK = """
pack: xx
title: {en: Exland, zh: 某国}
version: 2026-11-21
recorded_from: 2018-01-01
reliable_to: 2026-11-01
review_by: 2026-12-01
regimes: {xx.rule: {title: {en: Rule, zh: 规则}, authority: X}}
"""
HEAD = """
measure: xx.m
title: {en: A rule, zh: 某规则}
issuer: X
kind: rule
regime: xx.rule
force: binding
cite: {text: X 1, status: primary}
"""
EVENTS = """
events:
  - {id: first, kind: opens, effective: 2025-01-01, cite: X 1}
"""
PROVISION = """
provisions:
  - {id: xx.p, norm: {forbid: [export]}, when: sold}
"""


def write_packs(folder: Path, measure: str = "", pack: str = PACK) -> Path:
    """Write the small packs, with one measure if it is given."""
    (folder / "xx").mkdir()
    (folder / "vocabulary.yaml").write_text(VOCABULARY, "utf-8")
    (folder / "courses.yaml").write_text(COURSES, "utf-8")
    (folder / "xx" / "pack.yaml").write_text(pack, "utf-8")
    if measure:
        (folder / "xx" / "m.yaml").write_text(measure, "utf-8")
    return folder


def law_of(folder: Path, measure: str) -> Law:
    """Load the small packs with a measure."""
    return load_law(write_packs(folder, measure), ())


def faults_of(folder: Path) -> list[str]:
    """Load a folder that is at fault; give what is told, without the folder's name."""
    try:
        load_law(folder, ())
    except PackError as error:
        return [str(fault).replace(f"{folder}/", "") for fault in error.faults]
    return []


def standing_of(
    law: Law, on: str, known_by: str = "2026-11-21", provision: str = "xx.p"
) -> Standing:
    """Give the state of a provision on a day as known by a day."""
    found = law.provisions[provision]
    measure = law.measures[found.measure]
    return standing(measure, found, Day(parse_day(on)), KnownBy(parse_day(known_by)))
