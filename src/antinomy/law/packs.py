"""Load all packs strictly, reporting every fault of every file in one go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antinomy.files import Fields, Node, read_document, read_text
from antinomy.language import ROOT, Form, Names, parse
from antinomy.law.courses import CourseBook, read_courses
from antinomy.law.measure import Concludes, Excepts, Measure, Provision
from antinomy.law.reading import Context, read_measure, scopes_of_predicates
from antinomy.vocabulary import Vocabulary, read_vocabulary
from antinomy.values import (
    AntinomyError,
    InputError,
    PackError,
    Text,
    did_you_mean,
    digest,
)


@dataclass(frozen=True, slots=True)
class Regime:
    """The body of norms of one authority."""

    id: str
    pack: str
    title: Text
    authority: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """A measure whose rule cannot be stated; its scope says where it may reach."""

    id: str
    regime: str
    scope: Form
    why: Text


@dataclass(frozen=True, slots=True)
class Remark:
    """What a pack says that it models or does not hold."""

    what: Text
    regime: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One jurisdiction's pack."""

    id: str
    title: Text
    version: date
    reliable_to: date
    review_by: date
    digest: str
    regimes: tuple[Regime, ...]
    modelled: tuple[Remark, ...]
    flagged: tuple[Flagged, ...]
    not_held: tuple[Remark, ...]
    destinations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Law:
    """Everything the packs say, by id."""

    vocabulary: Vocabulary
    names: Names
    book: CourseBook
    packs: Mapping[str, Pack]
    measures: Mapping[str, Measure]
    provisions: Mapping[str, Provision]

    @property
    def regimes(self) -> dict[str, Regime]:
        """Give all regimes in the order of the packs."""
        return {r.id: r for pack in self.packs.values() for r in pack.regimes}

    def without(self, provision: str) -> "Law":
        """Copy the law with one provision taken out."""
        kept = {i: p for i, p in self.provisions.items() if i != provision}
        return replace(self, provisions=kept)


def load_law(folder: Path, set_names: Iterable[str]) -> Law:
    """Load vocabulary, courses and every pack below a folder.

    Raises:
        PackError: with all faults found, each with file, line and column.
    """
    return _Loader(folder, frozenset(set_names)).load()


class _Loader:
    def __init__(self, folder: Path, set_names: frozenset[str]) -> None:
        self._folder = folder
        self._sets = set_names
        self._faults: list[PackError] = []

    def _fault(self, error: AntinomyError) -> None:
        self._faults.append(PackError(error.message, error.at))

    def _stop_at_faults(self) -> None:
        if self._faults:
            message = f"{len(self._faults)} faults in the packs"
            raise PackError(message, faults=tuple(self._faults))

    def load(self) -> Law:
        try:
            vocabulary = read_vocabulary(self._folder / "vocabulary.yaml")
            sheet = read_courses(self._folder / "courses.yaml")
        except InputError as error:
            raise PackError(error.message, error.at) from None
        documents = self._documents()
        predicates = self._predicates(documents)
        names = Names(vocabulary.schema(tuple(sheet.acts)), predicates, self._sets)
        self._schema = names.schema
        packs = self._packs(documents, names)
        regimes = frozenset(r.id for pack in packs.values() for r in pack.regimes)
        measures: dict[str, Measure] = {}
        for path, node in documents.items():
            if path.name != "pack.yaml":
                context = Context(path.parent.name, regimes, frozenset(sheet.acts), names)
                self._measure(node, context, measures)
        self._stop_at_faults()
        provisions = self._by_id(measures.values())
        self._check_references(provisions)
        try:
            book = sheet.parse(names)
        except AntinomyError as error:
            raise PackError(error.message, error.at) from None
        return Law(vocabulary, names, book, packs, measures, provisions)

    def _documents(self) -> dict[Path, Node]:
        found: dict[Path, Node] = {}
        for pack in sorted(self._folder.glob("*/pack.yaml")):
            for path in (pack, *sorted(p for p in pack.parent.glob("*.yaml") if p != pack)):
                try:
                    found[path] = read_document(path)
                except InputError as error:
                    self._fault(error)
        self._stop_at_faults()
        return found

    def _predicates(self, documents: Mapping[Path, Node]) -> dict[str, str]:
        scopes: dict[str, str] = {}
        for node in documents.values():
            for name, scope, at in scopes_of_predicates(node):
                if scopes.setdefault(name, scope) != scope:
                    message = f"{name!r} is concluded for {scopes[name]} elsewhere, not {scope}"
                    self._fault(PackError(message, at))
        return scopes

    def _packs(self, documents: Mapping[Path, Node], names: Names) -> dict[str, Pack]:
        packs = {}
        for path, node in documents.items():
            if path.name == "pack.yaml":
                texts = [read_text(p) for p in documents if p.parent == path.parent]
                try:
                    pack = _pack(node, names, digest("\n".join(texts).encode()))
                    packs[pack.id] = pack
                except AntinomyError as error:
                    self._fault(error)
        self._stop_at_faults()
        return packs

    def _measure(self, node: Node, context: Context, into: dict[str, Measure]) -> None:
        try:
            measure = read_measure(node, context)
        except AntinomyError as error:
            self._fault(error)
            return
        if measure.id in into:
            self._fault(PackError(f"measure {measure.id!r} stands twice", measure.at))
        into[measure.id] = measure

    def _by_id(self, measures: Iterable[Measure]) -> dict[str, Provision]:
        found: dict[str, Provision] = {}
        for measure in measures:
            for provision in measure.provisions:
                if provision.id in found:
                    message = f"provision {provision.id!r} stands twice"
                    self._fault(PackError(message, provision.at))
                found[provision.id] = provision
        self._stop_at_faults()
        return found

    def _check_references(self, provisions: Mapping[str, Provision]) -> None:
        for provision in provisions.values():
            does = provision.does
            if isinstance(does, Concludes):
                continue
            targets = getattr(does, "provisions", None) or getattr(does, "norms", ())
            for target in targets:
                if target not in provisions:
                    hint = did_you_mean(target, provisions)
                    message = f"{provision.id!r} names {target!r}, no provision{hint}"
                    self._fault(PackError(message, provision.at))
                elif isinstance(does, Excepts):
                    self._check_scope(provision, provisions[target])
        self._stop_at_faults()

    def _check_scope(self, exception: Provision, target: Provision) -> None:
        if exception.scope not in self._schema.lineage(target.scope):
            message = f"{exception.id!r} speaks of {exception.scope}, out of reach of {target.id!r}"
            self._fault(PackError(message, exception.at))


def _pack(node: Node, names: Names, digest_: str) -> Pack:
    fields = Fields(node)
    pack_id = fields.text("pack")
    regimes = Fields(fields.need("regimes"))
    pack = Pack(
        id=pack_id,
        title=fields.texts("title") or Text(pack_id),
        version=fields.day("version") or date.min,
        reliable_to=fields.day("reliable_to") or date.min,
        review_by=fields.day("review_by") or date.min,
        digest=digest_,
        regimes=tuple(_regime(r, pack_id, regimes.need(r)) for r in regimes.names()),
        modelled=fields.each("modelled", _remark),
        flagged=fields.each("flagged", lambda n: _flagged(n, names)),
        not_held=fields.each("not_held", _remark),
        destinations=fields.words("destinations"),
    )
    fields.done()
    if date.min in {pack.version, pack.reliable_to, pack.review_by}:
        raise InputError("a pack needs version, reliable_to and review_by", fields.at)
    return pack


def _regime(regime: str, pack: str, node: Node) -> Regime:
    fields = Fields(node)
    made = Regime(regime, pack, fields.texts("title") or Text(regime), fields.text("authority"))
    fields.done()
    return made


def _remark(node: Node) -> Remark:
    fields = Fields(node)
    remark = Remark(fields.texts("what") or Text(""), fields.text("regime"))
    fields.done()
    return remark


def _flagged(node: Node, names: Names) -> Flagged:
    fields = Fields(node)
    scope = fields.text("scope")
    flagged = Flagged(
        fields.text("id"),
        fields.text("regime"),
        parse(scope, ROOT, names, fields.at),
        fields.texts("why") or Text(""),
    )
    fields.done()
    return flagged
