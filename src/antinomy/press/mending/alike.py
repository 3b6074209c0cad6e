"""Near duplicates: MinHash sketches of the shingles of a twin text.

The twin is sketched and not the page, so that a copy in Traditional characters, with
pinyin in brackets or under another footer has the sketch of its origin.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from struct import Struct

from antinomy.files import Fields, read_document

_CODE, _BYTES = "utf-32-le", 4  # of a character


@dataclass(frozen=True, slots=True)
class Sketching:
    """How sketches are made; those made otherwise cannot be compared.

    ``shingle`` counts characters, ``alike`` is a likeness from 0 to 1.
    """

    shingle: int
    permutations: int
    seed: int
    bands: int
    alike: float


@dataclass(frozen=True, slots=True)
class Sketch:
    """The least hash of a text's shingles under each permutation; empty for no text."""

    least: tuple[int, ...]


def load_sketching(path: Path) -> Sketching:
    """Load how sketches are made.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    names = ("shingle", "permutations", "seed", "bands")
    shingle, permutations, seed, bands = (int(fields.text(name)) for name in names)
    how = Sketching(shingle, permutations, seed, bands, float(fields.text("alike")))
    fields.done()
    return how


def sketch(text: str, how: Sketching) -> Sketch:
    """Sketch a text; blanks and line ends are no part of it."""
    from rensa import RMinHash  # type: ignore[import-untyped]  # noqa: PLC0415

    bare = "".join(text.split())
    if not bare:
        return Sketch(())
    found = RMinHash(num_perm=how.permutations, seed=how.seed)
    found.update(_shingles(bare, how.shingle))
    return Sketch(tuple(found.digest()))


def _shingles(bare: str, width: int) -> list[bytes]:
    """Give every run of ``width`` characters, in no order; a shorter text is its own.

    They are cut as bytes of one length, from each of the first places in turn, which
    takes half the time of as many slices.
    """
    told = bare.encode(_CODE, "surrogatepass")
    if len(bare) < width:
        return [told]
    size = width * _BYTES
    found: list[bytes] = []
    for place in range(0, size, _BYTES):
        count = (len(told) - place) // size
        found += Struct(f"{size}s" * count).unpack_from(told, place)
    return found


def likeness(one: Sketch, other: Sketch) -> float:
    """Give the share of shingles two texts have in common, 0 to 1, as estimated.

    >>> likeness(Sketch((1, 2, 3, 4)), Sketch((1, 2, 3, 5)))
    0.75
    """
    if not one.least or not other.least:
        return 0.0
    pairs = list(zip(one.least, other.least, strict=True))
    return sum(mine == theirs for mine, theirs in pairs) / len(pairs)


def buckets(of: Sketch, how: Sketching) -> tuple[str, ...]:
    """Give the keys of a sketch, one a band: pages that share one are compared."""
    return tuple(_keys(of, how))


def _keys(of: Sketch, how: Sketching) -> Iterator[str]:
    rows = max(1, how.permutations // how.bands)
    for band in range(len(of.least) // rows):
        values = of.least[band * rows : (band + 1) * rows]
        packed = b"".join(value.to_bytes(8, "big") for value in (band, *values))
        yield blake2b(packed, digest_size=8).hexdigest()
