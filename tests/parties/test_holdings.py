"""The captured share: bounds that hold in every completion of what is unknown."""

from collections.abc import Mapping
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from antinomy.parties import captured_share
from antinomy.transaction import Thing, Things
from antinomy.values import Bounded, Fact, Known, Number, Unknown

Owner = tuple[int | None, bool | None]


def party(*owners: Owner, complete: bool) -> Thing:
    """Make a party of owners, each a share and a listing or None for unknown."""
    members = tuple(Thing("owner", facts=facts(owner)) for owner in owners)
    return Thing("party", lists={"owner": Things(members, Known(complete))})


def facts(owner: Owner) -> Mapping[str, Fact]:
    """Give the known facts of an owner."""
    share, listed = owner
    known: dict[str, Fact] = {}
    if share is not None:
        known["share"] = Known(share)
    if listed is not None:
        known["us_el.listed"] = Known(listed)
        known["is_captured"] = Known(value=False)
    return known


def bounds(thing: Thing) -> tuple[Number, Number]:
    """Give the least and the greatest captured share."""
    match captured_share(thing):
        case Known(int() as value):
            return value, value
        case Bounded(int() as low, int() as high):
            return low, high
        case other:
            raise AssertionError(other)


def test_listed_owners_add_up() -> None:
    """Two listed owners of 30 and 25 percent capture 55."""
    thing = party((30, True), (25, True), (45, False), complete=True)

    assert (55, 55) == bounds(thing)


def test_an_unknown_share_is_not_a_zero() -> None:
    """A listed owner whose share nobody knows may hold what others leave."""
    assert (0, 100) == bounds(party((None, True), complete=True))
    assert (0, 40) == bounds(party((None, True), (60, False), complete=True))


def test_an_open_register_may_hide_listed_owners() -> None:
    """Where owners may be missing, the rest may be held by listed ones."""
    assert (30, 100) == bounds(party((30, True), complete=False))
    assert (30, 40) == bounds(party((30, True), (60, False), complete=False))
    assert (0, 100) == bounds(party(complete=False))


def test_an_unknown_listing_may_count() -> None:
    """An owner that nobody screened is counted in the greatest share only."""
    assert (30, 55) == bounds(party((30, True), (25, None), complete=True))


def test_a_complete_register_without_owners_captures_nothing() -> None:
    """A party said to have no owners is captured by none."""
    assert (0, 0) == bounds(party(complete=True))


def test_silence_about_owners_derives_nothing() -> None:
    """Where the file does not speak of owners, the share stays unknown."""
    assert captured_share(Thing("party")) is None


owners = st.lists(st.tuples(st.integers(0, 25), st.booleans()), min_size=0, max_size=4)
hidden = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=4, max_size=4)


@given(whole=owners, hide=hidden, complete=st.booleans())
def test_forgetting_a_fact_never_tells_more(
    *, whole: list[tuple[int, bool]], hide: list[tuple[bool, bool]], complete: bool
) -> None:
    """With facts of owners made unknown the bounds only widen."""
    kept: list[Owner] = [
        (None if no_share else share, None if no_listing else listed)
        for (share, listed), (no_share, no_listing) in zip(whole, hide, strict=False)
    ]
    low, high = bounds(party(*whole, complete=True))
    least, most = bounds(party(*kept, complete=complete))

    assert 0 <= least <= low
    assert high <= most <= 100


def test_the_bounds_hold_in_every_completion() -> None:
    """Whatever an unknown share or listing turns out to be lies within the bounds."""
    low, high = bounds(party((None, True), (None, None), (20, False), complete=True))
    completions = [
        bounds(party((one, True), (two, listed), (20, False), complete=True))
        for one, two in product(range(0, 81, 10), repeat=2)
        for listed in (True, False)
        if one + two <= 80
    ]

    assert all(low <= least and most <= high for least, most in completions)
    assert (0, 80) == (low, high)


def test_a_share_within_bounds_counts_at_both() -> None:
    """A band of 20 to 30 percent counts 20 for certain and 30 at most."""
    band: dict[str, Fact] = {
        "share": Bounded(20, 30, "a band"),
        "us_el.listed": Known(value=True),
    }
    lists = {"owner": Things((Thing("owner", facts=band),), Known(value=True))}

    assert (20, 30) == bounds(Thing("party", lists=lists))
    assert isinstance(Thing("party").fact("share"), Unknown)


def test_an_unlisted_owner_of_unknown_owners_may_count() -> None:
    """That an owner is not listed does not say that no listed person holds it."""
    unlisted: dict[str, Fact] = {
        "share": Known(60),
        "us_el.listed": Known(value=False),
    }
    lists = {"owner": Things((Thing("owner", facts=unlisted),), Known(value=True))}

    assert (0, 60) == bounds(Thing("party", lists=lists))
