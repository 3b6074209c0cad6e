"""Say what accepted claims an answer leans on, and what statements its file does."""

from antinomy.values import Acceptance, Lang, Text, Truth
from antinomy.verdict import Reliance, Words, fill
from antinomy.view import AcceptedClaim, Basis, Packs, why_unread


def say_acceptance(acceptance: Acceptance, words: Words, lang: Lang) -> str:
    """Give who accepted an entry, and when."""
    return fill(
        words,
        "accepted.by",
        reviewer=acceptance.reviewer,
        day=acceptance.day,
        entry=acceptance.entry,
    ).say(lang)


def say_basis(basis: Basis, words: Words, lang: Lang) -> str:
    """Give what an accepted claim rests on, and who accepted it."""
    return fill(
        words,
        "accepted.leans_on",
        source=basis.cite.text,
        standing=words[f"standing.{basis.cite.standing.value}"],
        accepted=Text(
            *(say_acceptance(basis.acceptance, words, each) for each in Lang)
        ),
    ).say(lang)


def _closings(basis: Basis, words: Words, lang: Lang) -> str:
    """Give the acts upon an accepted claim: what ends it, or may."""
    found = [
        fill(
            words,
            "accepted.ends" if each.is_settled else "accepted.may_end",
            source=each.cite.text,
            standing=words[f"standing.{each.cite.standing.value}"],
            day=each.begins or words["accepted.some_day"],
            accepted=Text(
                *(say_acceptance(each.acceptance, words, said) for said in Lang)
            ),
        ).say(lang)
        for each in basis.closings
    ]
    return "".join(f"; {told}" for told in found)


def accepted_lines(packs: Packs, words: Words, lang: Lang) -> list[str]:
    """Give a line for all that was accepted, and one for each claim; none for none."""
    accepted = packs.accepted
    if not accepted:
        return []
    head = fill(
        words, "accepted.head", count=len(accepted.claims), digest=accepted.digest[:12]
    )
    return [head.say(lang), *(_claim(packs, c, words, lang) for c in accepted)]


def _claim(packs: Packs, claim: AcceptedClaim, words: Words, lang: Lang) -> str:
    told = claim.as_json()
    names = ("list", "names", "holder", "held", "share", "chip", "fact", "amount")
    values = [told[name] for name in (*names, "unit", "measure") if told.get(name)]
    parts = [", ".join(v) if isinstance(v, list) else str(v) for v in values]
    kind = words[f"accepted.kind.{told['kind']}"].say(lang)
    line = f"  {kind}: {' '.join(parts)}"
    line += f"; {say_basis(claim.basis, words, lang)}"
    line += _closings(claim.basis, words, lang)
    unread = why_unread(packs, claim)
    if unread is None:
        return line
    why = fill(words, f"unread.{unread.why}", **unread.parts)
    return f"{line}; {fill(words, 'accepted.unread', why=why).say(lang)}"


def reliance_lines(reliance: Reliance, words: Words, lang: Lang) -> list[str]:
    """Give what is known of a statement that a file relies on."""
    measure, event = reliance.measure, reliance.event
    title = measure.title if measure else Text(reliance.statement)
    state = _STATES[reliance.withdrawn]
    if measure is None:
        state = "reliance.not_held"
    elif reliance.withdrawn is Truth.FALSE and event is not None:
        state = "reliance.reworded"
    found = [fill(words, state, title=title).say(lang)]
    if event is not None:
        told = fill(
            words,
            "reliance.event",
            source=event.cite.text,
            day=event.starts,
            known_from=event.known_from,
        )
        found.append(f"    {told.say(lang)}")
        found += [f"    {event.note.say(lang)}"] if event.note else []
        for acceptance in event.acceptances:
            found.append(f"    {say_acceptance(acceptance, words, lang)}")
    return found


_STATES = {
    Truth.TRUE: "reliance.withdrawn",
    Truth.UNKNOWN: "reliance.open",
    Truth.FALSE: "reliance.stands",
}
