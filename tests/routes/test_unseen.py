"""Paths of supply written before the engine was tried on them."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cases.casefile import packs
from tests.routes.reading import view

from antinomy.files import Fields, Node, read_document
from antinomy.files.node import as_listing, as_mapping
from antinomy.routes import Case, cases_in, judge, parent_json

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Expected:
    """What the author of a case expects of it."""

    flags: frozenset[str]
    must_not: frozenset[str]
    disposition: str
    parent_test: str


def rows() -> list[tuple[Case, Expected]]:
    """Give each case of the files with what is expected of it."""
    found = []
    shipped = packs()
    for name in ("unseen.yaml", "unseen_shapes.yaml", "unseen_more.yaml"):
        document = read_document(HERE / name)
        cases = as_mapping(document).entries["cases"]
        places = shipped.catalogue.places.names
        read = cases_in(document, shipped.red_flags, places)
        for node, case in zip(as_listing(cases), read, strict=True):
            assert isinstance(case, Case), case
            found.append((case, expected_of(node)))
    return found


def expected_of(node: Node) -> Expected:
    """Read what an author expects."""
    fields = Fields(as_mapping(node).entries["expect"])
    return Expected(
        frozenset(fields.words("flags")),
        frozenset(fields.words("must_not")),
        fields.text("disposition"),
        fields.text("parent_test", ""),
    )


by_case = pytest.mark.parametrize(
    ("case", "expected"), [pytest.param(*row, id=row[0].id) for row in rows()]
)


@by_case
def test_an_unseen_case_is_judged_as_its_author_expects(
    case: Case, expected: Expected
) -> None:
    """Each flag expected is raised, none forbidden is, and the disposition is equal."""
    assert case.as_of
    found = judge(case, view(case.as_of))

    assert frozenset() == expected.flags - set(found.codes)
    assert frozenset() == expected.must_not & set(found.codes)
    assert expected.disposition == found.outcome.disposition.value
    assert expected.parent_test in ("", parent_json(found))


@by_case
def test_every_flag_says_where_it_stands(case: Case, expected: Expected) -> None:
    """Each piece of evidence names a place in the file, and each flag its sources."""
    del expected
    assert case.as_of
    found = judge(case, view(case.as_of))

    for flag in found.flags:
        assert flag.rule.cites
        assert [] == [e for e in flag.evidence if not e.where]
