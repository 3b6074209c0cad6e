"""Read provisions and their wordings; predicates are parsed here."""

from collections.abc import Callable

from antinomy.files import Fields, Listing, Node, Scalar
from antinomy.language import ROOT, TRUE
from antinomy.law.event import EventKind
from antinomy.law.measure import Concludes, Excepts, Measure, Provision, Version
from antinomy.law.reading.citations import read_citation
from antinomy.law.reading.context import Context
from antinomy.law.reading.norms import read_duty
from antinomy.law.reading.versions import check_versions, in_order
from antinomy.values import Citation, InputError, did_you_mean


def read_provision(
    node: Node, measure: Measure, event_ids: tuple[str, ...], context: Context
) -> Provision:
    """Read one provision of a measure whose events are known.

    Args:
        node: the provision as the file has it.
        measure: the measure, without its provisions.
        event_ids: the ids of its events, of faulty ones too.
        context: what may be referred to.
    """
    fields = Fields(node)
    provision_id = fields.text("id")
    scope = fields.choice("scope", [ROOT, *context.names.schema.within], ROOT)
    title = fields.texts("title") or measure.title
    does = read_duty(fields, measure, scope, context)
    cite = read_citation(fields.take("cite"), measure.cite)
    reader = _Versions(provision_id, measure, scope, event_ids, context, cite)
    versions = reader.versions(fields)
    fields.done()
    if not isinstance(does, Concludes | Excepts) and scope != ROOT:
        message = f"norms, licence exceptions and reviews speak of the {ROOT}"
        raise InputError(f"{provision_id!r}: {message}", fields.at)
    provision = Provision(
        id=provision_id,
        measure=measure.id,
        scope=scope,
        does=does,
        versions=in_order(versions, measure),
        title=title,
        at=fields.at,
    )
    check_versions(provision, measure, context.faults)
    return provision


class _Versions:
    """Read the wordings of one provision."""

    def __init__(
        self,
        provision_id: str,
        measure: Measure,
        scope: str,
        event_ids: tuple[str, ...],
        context: Context,
        cite: Citation,
    ) -> None:
        self._id = provision_id
        self._measure = measure
        self._scope = scope
        self._event_ids = event_ids
        self._context = context
        self._cite = cite

    def versions(self, fields: Fields) -> tuple[Version, ...]:
        node = fields.take("versions")
        if node is None:
            return (self._version(fields),)
        if not isinstance(node, Listing) or not node.items:
            raise InputError("versions is a list of wordings", node.at)
        attempt = self._context.faults.attempt
        found = [attempt(self._whole(item)) for item in node.items]
        return tuple(version for version in found if version is not None)

    def _whole(self, node: Node) -> Callable[[], Version]:
        def read() -> Version:
            fields = Fields(node)
            version = self._version(fields)
            fields.done()
            return version

        return read

    def _version(self, fields: Fields) -> Version:
        opened_by = self._event(fields, "opened_by") or self._first(fields)
        closed_by = self._event(fields, "closed_by")
        when, unless = fields.take("when"), fields.take("unless")
        predicate = self._context.predicate
        return Version(
            opened_by=opened_by,
            cite=read_citation(fields.take("cite"), self._cite),
            when=TRUE if when is None else predicate(when, self._scope),
            unless=None if unless is None else predicate(unless, self._scope),
            when_text=_text(when),
            unless_text=_text(unless),
            closed_by=closed_by,
            known_from=fields.day("known_from"),
        )

    def _event(self, fields: Fields, name: str) -> str:
        """Read the id of an event of this measure."""
        node = fields.take(name)
        if node is None:
            return ""
        if not isinstance(node, Scalar) or node.text not in self._event_ids:
            hint = did_you_mean(_text(node), self._event_ids)
            message = f"{name} names {_text(node)!r}, no event of this measure{hint}"
            raise InputError(message, node.at)
        return node.text

    def _first(self, fields: Fields) -> str:
        """Give the first event that opens this provision."""
        for event in self._measure.events:
            if event.kind is EventKind.OPENS and event.concerns(self._id):
                return event.id
        if len(self._event_ids) > len(self._measure.events):
            return ""  # an event could not be read; that fault is told
        message = f"no event of kind opens concerns {self._id!r}; name `opened_by`"
        raise InputError(message, fields.at)


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
