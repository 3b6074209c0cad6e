"""Read what a provision does: conclude, impose, except, authorise or review."""

from antinomy.files import Fields, Node
from antinomy.law.measure import (
    Authorises,
    Concludes,
    Duty,
    Excepts,
    Force,
    Imposes,
    Liability,
    Measure,
    Modality,
    Norm,
    Policy,
    Reviews,
)
from antinomy.law.reading.context import Context, check_words, words_of
from antinomy.law.scan import check_target
from antinomy.values import InputError, Text

_DUTIES = ("concludes", "norm", "excepts", "authorises", "reviews")


def read_duty(fields: Fields, measure: Measure, scope: str, context: Context) -> Duty:
    """Read the one thing that a provision does."""
    given = [word for word in _DUTIES if word in fields]
    if len(given) != 1:
        found = " and ".join(given) or "none"
        message = f"a provision has exactly one of {', '.join(_DUTIES)}; found {found}"
        raise InputError(message, fields.at)
    match given[0]:
        case "concludes":
            name, control = fields.text("concludes"), fields.text("control", "")
            return Concludes(name, control, fields.text("tariff_band", ""))
        case "norm":
            return Imposes(_norm(fields.need("norm"), measure, context))
        case "excepts":
            return Excepts(_excepted(fields.take("excepts"), scope, context))
        case "authorises":
            norms = _norms(fields.take("authorises"), context)
            return Authorises(norms, fields.texts("conditions") or Text(""))
        case _:
            norms = _norms(fields.take("reviews"), context)
            policy = fields.choice("policy", [p.value for p in Policy])
            return Reviews(norms, Policy(policy))


def _norms(node: Node | None, context: Context) -> tuple[str, ...]:
    """Read ids of provisions that impose norms."""
    words = words_of(node)
    for word in words:
        found = check_target(word, context.provisions, context.faults)
        if found is not None and not found.imposes:
            context.faults.add(f"{word.text!r} imposes no norm", word.at)
    return tuple(word.text for word in words)


def _excepted(node: Node | None, scope: str, context: Context) -> tuple[str, ...]:
    """Read ids of provisions from which cases are taken out."""
    words, schema = words_of(node), context.names.schema
    for word in words:
        found = check_target(word, context.provisions, context.faults)
        known = found is not None and (
            found.scope in schema.within or found.scope == "transaction"
        )
        if found and known and scope not in schema.lineage(found.scope):
            message = (
                f"an exception of {scope} cannot reach {word.text!r}, a provision of"
                f" {found.scope}"
            )
            context.faults.add(message, word.at)
    return tuple(word.text for word in words)


def _norm(node: Node, measure: Measure, context: Context) -> Norm:
    fields = Fields(node)
    given = [m for m in Modality if m.value in fields]
    if len(given) != 1:
        raise InputError("a norm has exactly one of forbid, oblige", fields.at)
    acts = words_of(fields.take(given[0].value))
    if not acts:
        raise InputError(f"a norm names the acts that it {given[0].value}s", fields.at)
    liabilities = [x.value for x in Liability]
    norm = Norm(
        regime=fields.choice("regime", sorted(context.regimes), measure.regime),
        modality=given[0],
        acts=check_words(acts, context.acts, "an act", context.faults),
        licence=_paper(fields, "licence", context),
        route=_paper(fields, "route", context),
        liability=Liability(fields.choice("liability", liabilities, "certain")),
        why=fields.texts("why"),
        consequence=fields.texts("consequence"),
        remedy=fields.texts("remedy"),
        deadline=fields.texts("deadline"),
        rate=fields.text("rate", ""),
    )
    fields.done()
    is_soft = measure.force in {Force.SOFT, Force.REPORTED}
    is_exposure = is_soft or norm.liability is not Liability.CERTAIN
    if is_exposure and norm.modality is Modality.FORBID and norm.why is None:
        message = "an exposure must say why it is not certain: add `why`"
        raise InputError(message, fields.at)
    if norm.licence and norm.route:
        message = "a norm has `licence` or `route`, not both"
        raise InputError(message, fields.at)
    return norm


def _paper(fields: Fields, name: str, context: Context) -> str:
    """Read a kind of paper: a word of the vocabulary's ``paper.kind``."""
    words = words_of(fields.take(name))
    texts = check_words(words, context.papers, "a kind of paper", context.faults)
    return texts[0] if texts else ""
