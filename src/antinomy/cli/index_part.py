"""A part of the index of listed names: a folder that is written once and then read."""

import hashlib
import json
import mmap
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import tantivy

from antinomy.screening import (
    Counts,
    FiledName,
    ListedParty,
    NameLexicon,
    counts_from,
    counts_of,
    filed_from,
    filed_json,
    filed_names,
    filed_under,
    party_from,
)
from antinomy.values import IntegrityError, Location

_DIGESTS = "digests.json"
_HEAP = 128_000_000  # bytes for building
# Terms that name a party alone: first letters, a whole brand, two Chinese characters.
_BOOST = {"a": 4.0, "b": 2.0, "h": 2.0}

Progress = Callable[[int, int], None]


class IndexPart:
    """One folder of parties and names."""

    def __init__(self, folder: Path, lexicon: NameLexicon) -> None:
        self._folder = folder
        self._lexicon = lexicon
        if _digests(folder) != _kept_digests(folder):
            message = "this part of the index is not what was written"
            raise IntegrityError(message, Location(str(folder)))
        self._parties = _Lines(folder / "parties")
        self._names = _Lines(folder / "names")
        self._first = array("Q")
        self._first.frombytes((folder / "first").read_bytes())
        self._schema = _schema()
        self._searcher = tantivy.Index.open(str(folder / "grams")).searcher()

    @property
    def names(self) -> int:
        """Count its names."""
        return len(self._names)

    @property
    def parties(self) -> int:
        """Count its parties."""
        return len(self._parties)

    def candidates(self, terms: Sequence[str], most: int) -> Sequence[int]:
        """Give the numbers of the names that share the most telling terms."""
        if not terms or not most or not len(self._names):
            return ()
        queries = [(tantivy.Occur.Should, self._term(term)) for term in terms]
        query = tantivy.Query.boolean_query(queries)
        hits = self._searcher.search(query, most, count=False).hits
        addresses = [address for _, address in hits]
        numbers = self._searcher.fast_field_values("number", addresses)
        return [int(number) for number in numbers if number is not None]

    def _term(self, term: str) -> tantivy.Query:
        query = tantivy.Query.term_query(self._schema, "terms", term)
        boost = _BOOST.get(term[0])
        return tantivy.Query.boost_query(query, boost) if boost else query

    def filed(self, number: int) -> FiledName:
        """Give a name by its number."""
        return filed_from(json.loads(self._names[number]), self._lexicon)

    def filed_of(self, party: int) -> Iterator[FiledName]:
        """Give the names of a party."""
        first, last = self.span(party)
        return (self.filed(number) for number in range(first, last))

    def party_of(self, name: int) -> int:
        """Give the number of the party that has a name."""
        return bisect_right(self._first, name) - 1

    def party(self, number: int) -> ListedParty:
        """Give a party by its number."""
        return party_from(json.loads(self._parties[number]))

    def party_line(self, number: int) -> str:
        """Give a party as it is written."""
        return self._parties[number].decode()

    def span(self, party: int) -> tuple[int, int]:
        """Give the numbers of a party's first name and of the next party's."""
        return self._first[party], self._first[party + 1]

    def counts(self) -> Counts:
        """Give how often words stand in its names."""
        return counts_from(json.loads((self._folder / "counts.json").read_bytes()))


class _Lines:
    """Lines of a file by their number, without reading the file."""

    def __init__(self, path: Path) -> None:
        self._at = array("Q")
        self._at.frombytes(path.with_suffix(".at").read_bytes())
        with path.with_suffix(".jsonl").open("rb") as file:
            length = self._at[-1]
            self._bytes: mmap.mmap | bytes = (
                mmap.mmap(file.fileno(), length, access=mmap.ACCESS_READ)
                if length
                else b""
            )

    def __len__(self) -> int:
        return len(self._at) - 1

    def __getitem__(self, number: int) -> bytes:
        return self._bytes[self._at[number] : self._at[number + 1]]


def write_part(
    draft: Path,
    lines: Sequence[str],
    parties: Sequence[ListedParty],
    lexicon: NameLexicon,
    progress: Progress,
) -> None:
    """Write a part into an empty folder."""
    grams = draft / "grams"
    grams.mkdir()
    index = tantivy.Index(_schema(), path=str(grams))
    writer = index.writer(heap_size=_HEAP, num_threads=1)
    first, names = array("Q"), []
    written = 0
    filed: list[FiledName] = []
    for number, party in enumerate(parties):
        first.append(written)
        for one in filed_names(number, party, lexicon):
            document = tantivy.Document()
            document.add_text("terms", " ".join(filed_under(one.name, lexicon)))
            document.add_unsigned("number", written)
            writer.add_document(document)
            names.append(json.dumps(filed_json(one), ensure_ascii=False))
            filed.append(one)
            written += 1
        progress(number + 1, len(parties))
    first.append(written)
    writer.commit()
    writer.wait_merging_threads()
    (draft / "first").write_bytes(first.tobytes())
    _write_lines(draft / "parties", lines)
    _write_lines(draft / "names", names)
    counts = json.dumps(counts_of(filed).as_json(), ensure_ascii=False)
    (draft / "counts.json").write_text(counts, "utf-8")
    (draft / _DIGESTS).write_text(json.dumps(_digests(draft)), "utf-8")


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    content = [line.encode() for line in lines]
    at = array("Q", accumulate(map(len, content), initial=0))
    path.with_suffix(".jsonl").write_bytes(b"".join(content))
    path.with_suffix(".at").write_bytes(at.tobytes())


def _digests(folder: Path) -> dict[str, str]:
    """Digest each file of a part: what is not there has none."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != _DIGESTS)
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if path.suffix != ".lock"
    }


def _kept_digests(folder: Path) -> object:
    try:
        return json.loads((folder / _DIGESTS).read_bytes())
    except (OSError, ValueError):
        return None


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(
        "terms", stored=False, tokenizer_name="whitespace", index_option="basic"
    )
    builder.add_unsigned_field("number", stored=False, indexed=False, fast=True)
    return builder.build()
