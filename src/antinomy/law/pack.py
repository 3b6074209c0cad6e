"""What one jurisdiction's pack says of itself: ``pack.yaml``."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from antinomy.files import Faults, Fields, Node, Scalar
from antinomy.language import ROOT, Form, Names, parse
from antinomy.values import Day, InputError, Location, Text, did_you_mean

_T = TypeVar("_T")


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
    recorded_from: date
    reliable_to: date
    review_by: date
    digest: str
    regimes: tuple[Regime, ...]
    modelled: tuple[Remark, ...]
    flagged: tuple[Flagged, ...]
    not_held: tuple[Remark, ...]
    destinations: tuple[str, ...]
    at: Location


def regimes_in(node: Node, faults: Faults) -> dict[str, Location]:
    """Give the regimes that a pack declares, before the pack is read."""
    fields = faults.attempt(Fields, node)
    if fields is None or "regimes" not in fields:
        return {}
    regimes = faults.attempt(Fields, fields.need("regimes"))
    return {} if regimes is None else dict(regimes.node.keys)


class PackReader:
    """Read ``pack.yaml`` files against the regimes that all packs declare."""

    def __init__(self, regimes: frozenset[str], names: Names, faults: Faults) -> None:
        self._regimes = regimes
        self._names = names
        self._faults = faults

    def read(self, node: Node, folder: str, digest: str) -> Pack:
        """Read one pack.

        Args:
            node: the file.
            folder: the name of the folder that it lies in.
            digest: of all its files.

        Raises:
            InputError: the first fault of the pack itself.
        """
        fields = Fields(node)
        pack_id = fields.text("pack")
        if pack_id != folder:
            message = f"pack {pack_id!r} lies in the folder {folder!r}"
            raise InputError(message, fields.node.entries["pack"].at)
        regimes = Fields(fields.need("regimes"))
        pack = Pack(
            id=pack_id,
            title=fields.texts("title") or Text(pack_id),
            version=_day(fields, "version"),
            recorded_from=_day(fields, "recorded_from"),
            reliable_to=_day(fields, "reliable_to"),
            review_by=_day(fields, "review_by"),
            digest=digest,
            regimes=tuple(
                _regime(regime, pack_id, regimes.need(regime))
                for regime in regimes.names()
            ),
            modelled=self._kept(fields.each("modelled", self._remark)),
            flagged=self._kept(fields.each("flagged", self._flagged)),
            not_held=self._kept(fields.each("not_held", self._remark)),
            destinations=fields.words("destinations"),
            at=fields.at,
        )
        fields.done()
        return pack

    def _kept(self, read: tuple[_T | None, ...]) -> tuple[_T, ...]:
        return tuple(entry for entry in read if entry is not None)

    def _remark(self, node: Node) -> Remark | None:
        return self._faults.attempt(self._read_remark, node)

    def _read_remark(self, node: Node) -> Remark:
        fields = Fields(node)
        remark = Remark(fields.texts("what") or Text(""), self._regime(fields))
        fields.done()
        if not remark.what.en:
            raise InputError("'what' is missing here", fields.at)
        return remark

    def _flagged(self, node: Node) -> Flagged | None:
        return self._faults.attempt(self._read_flagged, node)

    def _read_flagged(self, node: Node) -> Flagged:
        fields = Fields(node)
        flagged_id, regime = fields.text("id"), self._regime(fields)
        scope = fields.need("scope")
        if not isinstance(scope, Scalar):
            raise InputError("a predicate is one text", scope.at)
        form = parse(scope.text, ROOT, self._names, scope.at)
        flagged = Flagged(flagged_id, regime, form, fields.texts("why") or Text(""))
        fields.done()
        return flagged

    def _regime(self, fields: Fields) -> str:
        regime = fields.text("regime")
        if regime not in self._regimes:
            hint = did_you_mean(regime, self._regimes)
            message = f"{regime!r} is no regime that a pack declares{hint}"
            raise InputError(message, fields.node.entries["regime"].at)
        return regime


def _day(fields: Fields, name: str) -> Day:
    day = fields.day(name)
    if day is None:
        raise InputError(f"a pack needs the day {name!r}", fields.at)
    return day


def _regime(regime: str, pack: str, node: Node) -> Regime:
    fields = Fields(node)
    title, authority = fields.texts("title") or Text(regime), fields.text("authority")
    fields.done()
    return Regime(regime, pack, title, authority)
