"""Chips and their figures, systems, firms, lists of firms, and places by date."""

from antinomy.catalogue.acronyms import Acronym, load_acronyms
from antinomy.catalogue.catalogue import Catalogue, load_catalogue
from antinomy.catalogue.chinese_names import ChineseName, load_chinese_names
from antinomy.catalogue.chips import Chip, Counts, Format, Links, Memory, Rate
from antinomy.catalogue.enrich import (
    Contradiction,
    add_chip_facts,
    contradictions,
)
from antinomy.catalogue.entity_list import (
    EntityList,
    ListRow,
    ListRule,
    load_entity_list,
)
from antinomy.catalogue.families import merge
from antinomy.catalogue.figures import figures
from antinomy.catalogue.firms import Firm
from antinomy.catalogue.groups import GroupMember, load_groups
from antinomy.catalogue.list_sources import (
    ListSource,
    ListSources,
    NotHeld,
    load_list_sources,
)
from antinomy.catalogue.list_words import load_list_words
from antinomy.catalogue.notices import (
    Entry,
    Notice,
    NoticeList,
    NoticeLists,
    NoticeState,
    load_notice_lists,
)
from antinomy.catalogue.ownership import (
    GeneralLicence,
    OwnershipRule,
    OwnershipRules,
    load_ownership,
)
from antinomy.catalogue.phrases import Patterns, Phrase, plain
from antinomy.catalogue.placefile import read_set_names
from antinomy.catalogue.places import NamedSet, Places
from antinomy.catalogue.ranges import Range
from antinomy.catalogue.redflags import (
    HoldPolicy,
    RedFlag,
    RedFlagRules,
    RuleDay,
    Sign,
    Threshold,
    load_red_flags,
)
from antinomy.catalogue.spelling import by_key, same_name, sharing
from antinomy.catalogue.systems import System
from antinomy.catalogue.told import Told

__all__ = [
    "Acronym",
    "Catalogue",
    "ChineseName",
    "Chip",
    "Contradiction",
    "Counts",
    "EntityList",
    "Entry",
    "Firm",
    "Format",
    "GeneralLicence",
    "GroupMember",
    "HoldPolicy",
    "Links",
    "ListRow",
    "ListRule",
    "ListSource",
    "ListSources",
    "Memory",
    "NamedSet",
    "NotHeld",
    "Notice",
    "NoticeList",
    "NoticeLists",
    "NoticeState",
    "OwnershipRule",
    "OwnershipRules",
    "Patterns",
    "Phrase",
    "Places",
    "Range",
    "Rate",
    "RedFlag",
    "RedFlagRules",
    "RuleDay",
    "Sign",
    "System",
    "Threshold",
    "Told",
    "add_chip_facts",
    "by_key",
    "contradictions",
    "figures",
    "load_acronyms",
    "load_catalogue",
    "load_chinese_names",
    "load_entity_list",
    "load_groups",
    "load_list_sources",
    "load_list_words",
    "load_notice_lists",
    "load_ownership",
    "load_red_flags",
    "merge",
    "plain",
    "read_set_names",
    "same_name",
    "sharing",
]
