"""The answers of a structure as JSON, in the words of the field."""

from collections.abc import Iterable

from antinomy.ownership.answers import Answer, ParentAnswer, RuleAnswer, RuleState
from antinomy.ownership.control import Head
from antinomy.ownership.structure import WHOLE
from antinomy.values import Json, Truth, exact_text, whole

Object = dict[str, Json]

_PARENT = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "undetermined"}
_UNDETERMINED = "undetermined"
_NO_REQUIREMENT = "no_list_based_requirement"


def answer_json(answer: Answer) -> Object:
    """Give the answers of a firm: one object a rule, the headquarters, the shares."""
    found: Object = {of.rule.id: rule_json(of) for of in answer.rules}
    found["parent_test"] = _parent(answer.subject, answer.parent)
    return {**found, **_through(answer.rules)}


def day_json(of: RuleAnswer) -> Object:
    """Give how a rule stands on a day and what follows from that."""
    found: Object = {
        f"{of.rule.id}_status": of.state.value,
        "effective": effective(of),
    }
    if of.state is RuleState.SUSPENDED:
        found["would_be"] = would_be(of)
    if of.state is RuleState.BY_DEFAULT:
        found["verify"] = True
    return found


def rule_json(of: RuleAnswer) -> Object:
    """Give what a rule says of a firm."""
    found: Object = {
        "answer": word_of(of),
        "lower": exact_text(of.lower),
        "upper": exact_text(of.upper),
        "captured": list(of.captured),
    }
    if of.outside:
        found["out_of_scope_" + "_".join(of.rule.outside).lower()] = list(of.outside)
    if of.circle:
        found["least_fixpoint"] = of.rule.free
        found["greatest_fixpoint"] = of.rule.captured
    if of.truth is Truth.UNKNOWN and of.named[0] != of.named[1]:
        found["known_listed_band"] = [exact_text(end) for end in of.named]
    if of.rule.provision:
        found |= day_json(of)
    if of.inherits_from:
        found["inherits_from"] = list(of.inherits_from)
    for kind, word in of.strictest.items():
        found[f"governing_{kind}"] = word
    if of.general_licence is not None:
        found["authorisation_to_check"] = of.general_licence.text
        found["tgl_last_day"] = of.general_licence.until.isoformat()
    if of.flags:
        found["red_flags"] = list(of.flags)
    found["rule"] = {"text": of.rule.cite.text, "address": of.rule.cite.address}
    return found


def word_of(of: RuleAnswer) -> str:
    """Give the word of a rule for its answer."""
    words = {Truth.TRUE: of.rule.captured, Truth.FALSE: of.rule.free}
    return words.get(of.truth, _UNDETERMINED)


def effective(of: RuleAnswer) -> str:
    """Give what the rule asks on the day: nothing while it does not bind."""
    return would_be(of) if of.state.binds else _NO_REQUIREMENT


def would_be(of: RuleAnswer) -> str:
    """Give what the rule asks on a day on which it binds."""
    if of.truth is Truth.TRUE:
        return of.rule.captured
    if of.truth is Truth.FALSE:
        return _NO_REQUIREMENT
    return "escalate" if of.circle else "hold_rf29"


def _parent(subject: str, parent: ParentAnswer) -> Object:
    found: Object = {"answer": parent_word(parent)}
    if parent.head.is_known:
        found["ultimate_parent"] = parent_name(subject, parent.head)
        found["hq"] = parent.seat
    if parent.head.why:
        found["why"] = parent.head.why
    return found


def parent_word(parent: ParentAnswer) -> str:
    """Give the word for the headquarters test."""
    return _PARENT[parent.truth]


def parent_name(subject: str, head: Head) -> str:
    """Name the ultimate parent: the firm itself, one holder, or several jointly."""
    if head.holders == (subject,):
        return f"{subject} itself"
    names = " and ".join(head.holders)
    return f"{names} jointly" if len(head.holders) > 1 else names


def _through(rules: Iterable[RuleAnswer]) -> Object:
    """Give the parts that listed holders have through all others, where exact.

    Of a firm in a circle they are parts of one; of any other, percent.
    """
    of = next((rule for rule in reversed(tuple(rules)) if rule.listed), None)
    if of is None:
        return {}
    if of.in_circle and len(of.listed) == 1:
        parts = {name: str(part) for name, part in of.in_circle.items()}
        return {f"integrated_percent_of_{of.listed[0]}": {**parts}}
    if of.look_through is None or of.in_circle:
        return {}
    return {"lookthrough_percent": exact_text(whole(of.look_through * WHOLE))}
