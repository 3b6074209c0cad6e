"""Load all packs strictly, telling every fault of every file in one go.

Names come first: what the vocabulary, the courses and all measures declare is gathered
before any predicate is parsed, so that packs may lean on one another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.files import Faults, Node, parse_document, read_text
from antinomy.language import FactName, Names
from antinomy.law.corpus import Law
from antinomy.law.courses import CourseSheet, read_courses
from antinomy.law.measure import Measure
from antinomy.law.pack import Pack, PackReader, regimes_in
from antinomy.law.reading import Context, read_measure
from antinomy.law.scan import declared_in, predicates_of, provisions_of
from antinomy.values import Location, digest
from antinomy.vocabulary import Vocabulary, read_vocabulary

_PACK = "pack.yaml"
_PAPER = FactName("paper", "kind")


def load_law(folder: Path, set_names: Iterable[str]) -> Law:
    """Load vocabulary, courses and every pack below a folder.

    Raises:
        PackError: with all faults found, each with file, line and column.
    """
    faults = Faults()
    vocabulary = faults.attempt(read_vocabulary, folder / "vocabulary.yaml")
    sheet = faults.attempt(read_courses, folder / "courses.yaml")
    documents = tuple(_documents(folder, faults))
    if vocabulary is None or sheet is None or not documents:
        faults.stop()  # without them every name would be unknown
    assert vocabulary is not None, "an unreadable vocabulary is a fault"
    assert sheet is not None, "unreadable courses are a fault"
    loader = _Loader(vocabulary, sheet, documents, frozenset(set_names), faults)
    return loader.load()


@dataclass(frozen=True, slots=True)
class _Document:
    """One file of a pack, read once."""

    pack: str
    path: Path
    text: str
    node: Node


def _documents(folder: Path, faults: Faults) -> list[_Document]:
    """Read every file of every pack, ``pack.yaml`` first."""
    found: list[_Document] = []
    packs = sorted(folder.glob(f"*/{_PACK}"))
    if not packs:
        faults.add(f"no folder here holds a {_PACK}", Location(str(folder)))
    for pack in packs:
        for other in sorted(pack.parent.glob("*.yml")):
            faults.add("a file of a pack ends in .yaml", Location(str(other)))
        rest = sorted(path for path in pack.parent.glob("*.yaml") if path != pack)
        for path in (pack, *rest):
            document = faults.attempt(_document, path)
            if document is not None:
                found.append(document)
    return found


def _document(path: Path) -> _Document:
    text = read_text(path)
    return _Document(path.parent.name, path, text, parse_document(text, str(path)))


class _Loader:
    """Turn documents into law."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        sheet: CourseSheet,
        documents: tuple[_Document, ...],
        set_names: frozenset[str],
        faults: Faults,
    ) -> None:
        self._vocabulary = vocabulary
        self._sheet = sheet
        self._packs = [d for d in documents if d.path.name == _PACK]
        self._measures = [d for d in documents if d.path.name != _PACK]
        self._all = documents
        self._sets = set_names
        self._faults = faults

    def load(self) -> Law:
        context = self._context()
        packs = self._read_packs(context)
        measures = self._read_measures(context)
        book = self._faults.attempt(self._sheet.parse, context.names)
        self._faults.stop()
        assert book is not None, "a faulty book stops above"
        provisions = {p.id: p for m in measures.values() for p in m.provisions}
        return Law(self._vocabulary, context.names, book, packs, measures, provisions)

    def _context(self) -> Context:
        """Gather what the files may refer to."""
        schema = self._vocabulary.schema(tuple(self._sheet.acts))
        declared = [d for m in self._measures for d in declared_in(m.node)]
        predicates = predicates_of(declared, schema, self._faults)
        paper = self._vocabulary.entries.get(_PAPER)
        return Context(
            regimes=self._regimes(),
            acts=frozenset(self._sheet.acts),
            papers=paper.type.values if paper else (),
            names=Names(schema, predicates, self._sets),
            provisions=provisions_of(declared, predicates, self._faults),
            faults=self._faults,
        )

    def _regimes(self) -> frozenset[str]:
        found: dict[str, Location] = {}
        for pack in self._packs:
            for regime, at in regimes_in(pack.node, self._faults).items():
                if regime in found:
                    message = f"regime {regime!r} is declared at {found[regime]} too"
                    self._faults.add(message, at)
                found[regime] = at
        return frozenset(found)

    def _read_packs(self, context: Context) -> dict[str, Pack]:
        reader = PackReader(context.regimes, context.names, self._faults)
        packs: dict[str, Pack] = {}
        flagged: set[str] = set()
        for document in self._packs:
            pack = self._faults.attempt(
                reader.read, document.node, document.pack, self._digest(document.pack)
            )
            if pack is None:
                continue
            packs[pack.id] = pack
            for each in pack.flagged:
                if each.id in flagged:
                    self._faults.add(f"flagged {each.id!r} stands twice", pack.at)
                flagged.add(each.id)
        return packs

    def _digest(self, pack: str) -> str:
        files = {d.path.name: d.text for d in self._all if d.pack == pack}
        return digest(files)

    def _read_measures(self, context: Context) -> Mapping[str, Measure]:
        measures: dict[str, Measure] = {}
        # Where its pack.yaml cannot be read every regime of a measure would be a fault.
        known = {document.pack for document in self._packs}
        for document in self._measures:
            if document.pack not in known:
                continue
            measure = self._faults.attempt(
                read_measure, document.node, document.pack, context
            )
            if measure is None:
                continue
            if measure.id in measures:
                self._faults.add(f"measure {measure.id!r} stands twice", measure.at)
            measures[measure.id] = measure
        return measures
