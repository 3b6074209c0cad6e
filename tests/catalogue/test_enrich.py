"""What the catalogue adds to a transaction."""

from antinomy.catalogue import Catalogue, add_chip_facts
from antinomy.transaction import Thing, Things, Transaction
from antinomy.values import Bounded, Fact, Known, OneOf


def enriched(catalogue: Catalogue, item: Thing) -> Thing:
    """Give the item of a transaction with what the catalogue adds."""
    root = Thing(lists={"item": Things((item,))})
    deal = add_chip_facts(Transaction("case", "", root), catalogue)
    (item,) = deal.root.members("item")
    return item


def item_of(chip: dict[str, Fact]) -> Thing:
    """Give an item that contains one chip."""
    inside = Thing("chip", "items[a].contains[0]", facts=chip)
    return Thing("item", "items[a]", "a", lists={"chip": Things((inside,))})


def test_a_chip_gets_its_figures(catalogue: Catalogue) -> None:
    """A chip named by id carries the figures of its row."""
    (chip,) = enriched(catalogue, item_of({"chip": Known("nvidia-h20")})).members(
        "chip"
    )

    assert 2368 == chip.known("tpp")
    assert "nvidia-h20" == chip.known("chip")


def test_a_family_gets_its_range(catalogue: Catalogue) -> None:
    """A chip named by its family is one of the variants."""
    (chip,) = enriched(catalogue, item_of({"chip": Known("Ascend 910B")})).members(
        "chip"
    )

    assert isinstance(chip.fact("tpp"), Bounded)
    assert isinstance(chip.fact("chip"), OneOf)


def test_what_the_file_states_stands(catalogue: Catalogue) -> None:
    """A figure stated in the file is not replaced."""
    facts: dict[str, Fact] = {"chip": Known("nvidia-h20"), "tpp": Known(2400)}
    (chip,) = enriched(catalogue, item_of(facts)).members("chip")

    assert 2400 == chip.known("tpp")


def test_a_system_is_opened(catalogue: Catalogue) -> None:
    """A system named in the file contains its chips, with figures and count."""
    item = Thing("item", "items[a]", "a", {"system": Known("HGX H20")})
    (chip,) = enriched(catalogue, item).members("chip")

    assert 8 == chip.known("count")
    assert 2368 == chip.known("tpp")
