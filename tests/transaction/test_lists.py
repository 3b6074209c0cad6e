"""Child lists: members, ids, completeness, and the chip that is an item."""

import pytest
from tests.transaction.reading import read

from antinomy.transaction import case_of, derive
from antinomy.values import Known, Unknown


@pytest.mark.parametrize(
    ("text", "members", "is_complete"),
    [
        ("parties: []", 0, False),
        ("parties: unknown", 0, False),
        ("parties:", 0, False),
        ("parties: [{id: a}]", 1, False),
        ("parties: [{id: a}]\nparties_complete: true", 1, True),
        ("parties: [{id: a}]\nparties_complete: false", 1, False),
        ("parties: [{id: a}]\nparties_complete: unknown", 1, False),
        ("parties: {complete: true, items: [{id: a}]}", 1, True),
        ("parties: {complete: true}", 0, True),
        ("parties: {items: [{id: a}]}", 1, False),
    ],
)
def test_a_list_in_every_form(text: str, members: int, *, is_complete: bool) -> None:
    """A list is complete only where the file says so."""
    parties = read(text).root.lists["party"]

    assert members == len(parties.members)
    assert is_complete is parties.is_complete


def test_a_bare_word_stands_for_its_one_fact() -> None:
    """A route may name its places bare."""
    stops = read("route: [CN, {place: MY}, unknown]").root.members("stop")

    places = [stop.fact("place") for stop in stops]
    assert [Known("CN"), Known("MY"), Unknown("stated as unknown")] == places


@pytest.mark.parametrize(("kind", "is_complete"), [("kind: chip, ", True), ("", False)])
def test_an_item_of_kind_chip_is_its_own_chip(kind: str, *, is_complete: bool) -> None:
    """A bare chip is the one member of its chip list; of another item more may be."""
    (item,) = read(f"items: [{{id: a, {kind}chip: nvidia-h20}}]").root.members("item")

    assert 1 == len(item.members("chip"))
    assert is_complete is item.lists["chip"].is_complete


@pytest.mark.parametrize("name", ["a", "华为", "buyer-2", "seller_x"])
def test_ids_may_be_words_of_any_script(name: str) -> None:
    """An id is a word; it stands in the ids of facts."""
    transaction = read(f"asking: {name}\nparties: [{{id: {name}}}]")

    assert transaction.party(name) is not None
    assert "asking" in case_of(transaction).links


def test_the_route_gives_departure_and_destination() -> None:
    """Goods leave from the first place named and go to the last."""
    root = derive(read("route: [CN, SG, MY]")).root

    assert "CN" == root.known("exported_from")
    assert "MY" == root.known("destination")


@pytest.mark.parametrize("route", ["[]", "[unknown]", "unknown"])
def test_an_unknown_place_gives_no_destination(route: str) -> None:
    """From a place nobody knows nothing follows."""
    root = derive(read(f"route: {route}")).root

    assert isinstance(root.fact("destination"), Unknown)


def test_what_the_file_states_stands_over_what_follows() -> None:
    """A destination stated is not replaced; one stated as unknown is not stated."""
    route = "route: [CN, MY]\ndestination: "

    assert "SG" == derive(read(f"{route}SG")).root.known("destination")
    assert "MY" == derive(read(f"{route}unknown")).root.known("destination")
