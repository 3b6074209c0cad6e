"""Three-valued truth as a pair of bounds."""

from itertools import product

import pytest

from antinomy.values import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN

AND = {(T, T): T, (T, F): F, (T, U): U, (F, F): F, (F, U): F, (U, U): U}
OR = {(T, T): T, (T, F): T, (T, U): T, (F, F): F, (F, U): U, (U, U): U}


@pytest.mark.parametrize(("a", "b"), list(product(Truth, repeat=2)))
def test_the_tables_are_kleene_s(a: Truth, b: Truth) -> None:
    """AND is the weaker of two truths, OR the stronger, in either order."""
    pair = (a, b) if (a, b) in AND else (b, a)

    assert AND[pair] is (a & b)
    assert OR[pair] is (a | b)


@pytest.mark.parametrize(("a", "b"), list(product(Truth, repeat=2)))
def test_not_changes_and_into_or(a: Truth, b: Truth) -> None:
    """Not both is either not the one or not the other, unknowns included."""
    assert ~(a & b) is (~a | ~b)
    assert a is ~~a


@pytest.mark.parametrize("truth", Truth)
def test_a_truth_is_its_two_bounds(truth: Truth) -> None:
    """Certainly and possibly say all there is to say of a truth."""
    assert truth is Truth.of(truth.certainly, truth.possibly)


def test_nothing_is_certain_and_impossible() -> None:
    """A pair that says certain and impossible is a mistake, not a truth."""
    with pytest.raises(AssertionError, match="certainly implies possibly"):
        Truth.of(certainly=True, possibly=False)


def test_the_more_is_known_the_closer_the_bounds() -> None:
    """Each connective keeps the order of knowledge: learning never turns an answer."""
    completions = {T: (T,), F: (F,), U: (T, F)}
    for a, b in product(Truth, repeat=2):
        for known_a, known_b in product(completions[a], completions[b]):
            assert (a & b) in {U, known_a & known_b}
            assert (a | b) in {U, known_a | known_b}
