"""Flags of holders: what the room of ownership finds in the holdings of a case."""

from collections.abc import Iterator

from antinomy.ownership import Answer, answer, effective
from antinomy.routes.case import Case
from antinomy.routes.flag import Evidence, Setting
from antinomy.values import Truth, exact_text
from antinomy.view import View

_OF_SHARES = ("RF-29", "RF-MINOR", "RF-CONTROL", "RF-DIVEST")
_SIGNS = {
    "RF-29": "open",
    "RF-MINOR": "stake",
    "RF-CONTROL": "board",
    "RF-SISTER": "owner",
    "RF-CIRCULAR": "circle",
    "RF-NOMINEE": "held",
    "RF-DIVEST": "sold",
}


def answers_of(case: Case, view: View) -> tuple[Answer, ...]:
    """Answer for each party of the case that others hold."""
    structure = case.structure
    if structure is None:
        return ()
    held = dict.fromkeys(holding.owned for holding in structure.holdings)
    named = [name for name in held if name in case.actors]
    return tuple(answer(structure, name, view) for name in named or held)


def holder_flags(setting: Setting, answers: tuple[Answer, ...]) -> Iterator[Evidence]:
    """Tell the flags of the rules that know them, and those of common parents."""
    for found in answers:
        actor = setting.case.actor(found.subject)
        if actor.is_listed:
            continue
        for rule in found.rules:
            low, high = rule.named
            ends = exact_text(low) if low == high else f"{low}..{high}"
            for code in rule.flags:
                held = f" ({ends} %)" if code in _OF_SHARES and high else ""
                value = f"{found.subject}{held}"
                yield Evidence(code, _SIGNS[code], actor.where or actor.id, value)
        yield from _open_parent(found, setting)
    yield from _sisters(setting)


def _open_parent(found: Answer, setting: Setting) -> Iterator[Evidence]:
    """Say what keeps the climb of a recipient's holdings from ending."""
    actor, parent = setting.case.actor(found.subject), found.parent
    names = {recipient.id for recipient in setting.case.recipients}
    is_known = setting.is_embargoed(actor.seat or actor.country)
    if found.subject in names and parent.head.why and not is_known:
        where = actor.where or actor.id
        yield Evidence("RF-HQ-UNKNOWN", "stated", where, parent.head.why)


def _sisters(setting: Setting) -> Iterator[Evidence]:
    """Name parties whose parent is that of a listed party, or one itself."""
    actors = setting.case.actors
    parents = {a.parent: a for a in actors.values() if a.is_listed and a.parent}
    for actor in actors.values():
        above = actors.get(actor.parent)
        if actor.is_listed or not actor.parent:
            continue
        if above is not None and above.is_listed:
            if not _is_held(actor.id, above.id, setting):
                yield Evidence("RF-29", "open", actor.where, actor.id)
        elif actor.parent in parents:
            value = f"{actor.parent}: {parents[actor.parent].id}"
            yield Evidence("RF-SISTER", "owner", actor.where, value)


def _is_held(owned: str, owner: str, setting: Setting) -> bool:
    """Tell whether the file states the share by which one holds another."""
    structure = setting.case.structure
    return structure is not None and any(
        owner in holding.owners for holding in structure.of(owned)
    )


def captured(answers: tuple[Answer, ...]) -> set[str]:
    """Give the parties captured by a rule that binds and asks for a licence."""
    return {
        found.subject
        for found in answers
        for rule in found.rules
        if rule.truth is Truth.TRUE and effective(rule) == rule.rule.captured
    }
