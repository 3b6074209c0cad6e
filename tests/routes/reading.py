"""Paths of supply for the tests, read from text with the shipped packs."""

from datetime import date
from functools import cache

from tests.cases.casefile import packs

from antinomy.files import parse_document
from antinomy.routes import Case, Judgement, cases_in, judge
from antinomy.values import Day, InputError
from antinomy.view import View, view_on


@cache
def view(on: date) -> View:
    """Give the shipped packs on a day."""
    return view_on(packs(), Day(on), packs().known_by)


def read_all(text: str) -> list[Case | InputError]:
    """Read the cases of a file."""
    shipped = packs()
    document = parse_document(text, "supply.yaml")
    return list(cases_in(document, shipped.red_flags, shipped.catalogue.places.names))


def read(text: str) -> Case:
    """Read the one case of a file, which is in order."""
    [found] = read_all(text)
    assert isinstance(found, Case), found
    return found


def judged(text: str) -> Judgement:
    """Judge the one case of a file on its own day."""
    case = read(text)
    assert case.as_of, "a day is stated"
    return judge(case, view(case.as_of))


def codes(text: str) -> set[str]:
    """Give the flags of the one case of a file."""
    return set(judged(text).codes)
