"""Listings by exact name, and screenings that speak of the day or do not."""

import pytest
from tests.cases.casefile import packs
from tests.transaction.reading import read

from antinomy.parties import add_party_facts
from antinomy.transaction import Thing
from antinomy.values import Day, Fact, Known, KnownBy, Unknown, parse_day
from antinomy.view import view_on

HUAWEI = "华为技术有限公司"
LISTED = "us_el.listed"


def marked(text: str, on: str = "2025-05-22", known_by: str = "2026-11-21") -> Thing:
    """Give the first party of a file with what is derived of it."""
    view = view_on(packs(), Day(parse_day(on)), KnownBy(parse_day(known_by)))
    return add_party_facts(read(text), view).root.members("party")[0]


def listing(text: str, on: str = "2025-05-22", known_by: str = "2026-11-21") -> Fact:
    """Give the listing of the first party of a file."""
    return marked(text, on, known_by).fact(LISTED)


def screened(result: str, as_of: str, name: str = "Example Ltd") -> str:
    """Write a party with a screening result."""
    return (
        f"parties: [{{id: a, name: {name}}}]\n"
        f"screened: {{a: {{lists: [us.el], as_of: {as_of}, result: {result}}}}}"
    )


@pytest.mark.parametrize(
    "names",
    [
        f"name: {HUAWEI}",
        f"aliases: [{HUAWEI}]",
        "name: 'HUAWEI TECHNOLOGIES CO., LTD.'",
    ],
)
def test_an_exact_name_is_a_listing(names: str) -> None:
    """A row of exactly the name, alias or Chinese name is a fact with its row."""
    found = listing(f"parties: [{{id: a, {names}}}]")

    assert isinstance(found, Known)
    assert found.value is True
    assert found.source.said.startswith("Entity List row")


@pytest.mark.parametrize(
    "name", ["Huawei Technologys", "Huawei dealer", "华为技术公司"]
)
def test_likeness_is_not_enough_and_frees_nobody(name: str) -> None:
    """A name that is only like a listed one leaves the listing unknown."""
    assert isinstance(listing(f"parties: [{{id: a, name: {name}}}]"), Unknown)


def test_a_party_without_a_name_is_not_unlisted() -> None:
    """Nothing is known of a party without a name, and so nothing frees it."""
    assert isinstance(listing("parties: [{id: a}]"), Unknown)


def test_a_row_stands_from_its_day_and_once_it_could_be_known() -> None:
    """Before the listing, or before it could be known, no row stands."""
    text = f"parties: [{{id: a, name: {HUAWEI}}}]"

    assert isinstance(listing(text, "2019-05-01"), Unknown)
    assert isinstance(listing(text, "2019-06-01", "2019-05-01"), Unknown)


@pytest.mark.parametrize(
    ("result", "as_of", "on", "wanted"),
    [
        ("none", "2025-05-22", "2025-05-22", False),
        ("none", "2025-05-21", "2025-05-22", False),
        ("none", "2024-01-01", "2025-05-22", None),
        ("none", "2026-09-01", "2026-09-02", None),
        ("none", "2026-09-02", "2026-09-02", False),
        ("listed", "2025-05-21", "2025-05-22", True),
        ("listed", "2025-05-22", "2024-01-01", None),
    ],
)
def test_a_screening_speaks_of_its_day(
    result: str, as_of: str, on: str, *, wanted: bool | None
) -> None:
    """A result is overtaken by a later change, and by days beyond the record."""
    found = listing(screened(result, as_of), on)

    assert wanted is (found.value if isinstance(found, Known) else None)


def test_a_row_beats_a_screening_that_missed_it() -> None:
    """Where the name stands on the list, a log that says none frees nobody."""
    found = listing(screened("none", "2025-05-22", HUAWEI))

    assert isinstance(found, Known)
    assert found.value is True


def test_a_screening_of_another_list_says_nothing() -> None:
    """A result for another list leaves the Entity List unknown."""
    text = screened("none", "2025-05-22").replace("us.el", "us.sdn")

    assert isinstance(listing(text), Unknown)


@pytest.mark.parametrize(
    "name",
    [
        *("CXMT", "Iluvatar CoreX", "Enflame", "Kunlunxin", "MetaX", "Vastai"),
        *("Denglin", "T-Head", "UNISOC", "xFusion", "DeepSeek", "Alibaba", "Tencent"),
        *("ByteDance", "Megaspeed", "Glodon", "长鑫存储技术有限公司", "NVIDIA"),
    ],
)
def test_a_firm_looked_for_in_the_whole_list_is_not_listed(name: str) -> None:
    """A firm of the catalogue that stood on no row says so, with day and source."""
    party = marked(f"parties: [{{id: a, name: {name}}}]", "2026-07-31")
    found = party.fact(LISTED)

    assert isinstance(found, Known)
    assert found.value is False
    assert str(found.source.day) == "2026-07-31"
    assert found.source.address
    assert party.known("us_el.footnote") == "none"


@pytest.mark.parametrize(
    ("on", "known_by", "wanted"),
    [
        ("2026-07-31", "2026-11-21", False),
        ("2026-08-01", "2026-11-21", None),
        ("2020-01-01", "2026-11-21", False),
        ("2025-05-22", "2025-05-22", False),
        ("2025-05-22", "2025-05-21", None),
    ],
)
def test_absence_reaches_to_the_day_of_reading(
    on: str, known_by: str, *, wanted: bool | None
) -> None:
    """After the list was read, or could be known, the listing is unknown again."""
    found = listing("parties: [{id: a, name: CXMT}]", on, known_by)

    assert wanted is (found.value if isinstance(found, Known) else None)
    if isinstance(found, Unknown):
        assert "recorded only to" in found.reason


@pytest.mark.parametrize("day", ["2025-01-01", "2025-06-01"])
def test_a_screening_that_found_a_firm_takes_its_absence_away(day: str) -> None:
    """Nothing is derived against a log that found the firm on the list."""
    found = listing(screened("listed", day, "CXMT"))

    assert not (isinstance(found, Known) and found.value is False)


def test_an_overtaken_screening_gives_way_to_the_catalogue() -> None:
    """A log too old to speak of the day does not hide what the whole list says."""
    found = listing(screened("none", "2024-01-01", "CXMT"))

    assert isinstance(found, Known)
    assert found.value is False


def test_an_alias_shared_with_a_firm_frees_nobody() -> None:
    """Only the full name of a firm that was looked for is known not to be listed."""
    text = "parties: [{id: a, name: Meta Example Ltd, aliases: [Meta]}]"

    assert isinstance(listing(text), Unknown)


@pytest.mark.parametrize(
    ("on", "wanted"), [("2026-07-31", False), ("2026-08-01", None)]
)
def test_an_owner_of_the_catalogue_is_not_listed(
    on: str, *, wanted: bool | None
) -> None:
    """What the catalogue says of a firm holds for an owner of that name too."""
    owners = "owners: {complete: true, items: [{name: Tencent, share: 60}]}"
    owner = marked(f"parties: [{{id: a, {owners}}}]", on).members("owner")[0]

    assert wanted is owner.known(LISTED)


def test_an_owner_is_the_party_it_names() -> None:
    """An owner that is a party here has that party's listing, stated or derived."""
    owners = "owners: {complete: true, items: [{party: b, share: 60}]}"
    text = f"parties: [{{id: a, {owners}}}, {{id: b, us_el.listed: true}}]"

    assert Known(60) == _value(marked(text).fact("captured_share_bis"))


def test_an_owner_by_name_is_matched_exactly() -> None:
    """A listed owner counts; one with another name leaves the share open."""
    owners = f"owners: {{complete: true, items: [{{name: {HUAWEI}, share: 50}}]}}"
    known = marked(f"parties: [{{id: a, {owners}}}]").fact("captured_share_bis")
    other = marked(f"parties: [{{id: a, {owners.replace(HUAWEI, 'Foo')}}}]")

    assert Known(50) == _value(known)
    assert not isinstance(other.fact("captured_share_bis"), Known)


def test_letters_are_known_only_where_firm_or_file_tells() -> None:
    """A firm has disclosed its letters; of others the file must say that is all."""
    letters = "disclosed_letters"
    whole = "\nletters_received: {complete: true, items: []}"

    nvidia = marked("parties: [{id: a, name: NVIDIA}]").known(letters)
    assert isinstance(nvidia, frozenset)
    assert "us.letter.h20.2025" in nvidia
    assert marked("parties: [{id: a, name: Foo}]").known(letters) is None
    assert frozenset() == marked("parties: [{id: a, name: Foo}]" + whole).known(letters)
    assert marked("parties: [{id: a}]" + whole).known(letters) is None


def _value(fact: Fact) -> Fact:
    return Known(fact.value) if isinstance(fact, Known) else fact
