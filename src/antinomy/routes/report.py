"""A judgement as JSON, with the path in the file beside each piece of evidence."""

from fractions import Fraction

from antinomy.routes.balance import Balance
from antinomy.routes.disposition import Disposition
from antinomy.routes.flag import Evidence, Flag, Setting
from antinomy.routes.judging import Judgement
from antinomy.routes.money import imports_to_cash
from antinomy.routes.placing import load_of
from antinomy.routes.seat import parent_test, users_of
from antinomy.values import Citation, Json, Lang, Number, Text, Truth, whole

Object = dict[str, Json]

_TESTED = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "undetermined"}


def judgement_json(found: Judgement, lang: Lang) -> Object:
    """Give a judgement as one object."""
    case = found.setting.case
    told: Object = {
        "id": case.id,
        "as_of": str(found.setting.on),
        "flags": [part for flag in found.flags for part in _flag(flag, lang)],
        "disposition": found.outcome.disposition.value,
        "because": because(found, lang),
    }
    tested = parent_json(found)
    if tested is not None:
        told["parent_test"] = tested
    figures = arithmetic(found)
    if figures:
        told["arithmetic"] = figures
    closed = {
        f"{gap.month.first:%Y-%m}": f"{gap.source} to {gap.target}: "
        + " + ".join(gap.by_timing)
        for gap in found.gaps
        if gap.by_timing
    }
    if closed:
        told["no_flag_months"] = closed
    if found.balances:
        told["balances"] = [_balance(balance) for balance in found.balances]
    if found.reached:
        told["reached"] = {
            name: "origin" if at.by is None else _day(at.since)
            for name, at in found.reached.items()
        }
    if found.conflict:
        told["statements_in_conflict"] = [
            {"by": claim.speaker, "says": claim.says, "where": claim.where}
            for claim in found.conflict
        ]
    told |= _beside(found)
    return told


def _beside(found: Judgement) -> Object:
    told: Object = {}
    for name, signs in (("answered", found.answered), ("denied", found.denied)):
        if signs:
            told[name] = [
                {"code": s.code, "where": s.where, "what": s.value} for s in signs
            ]
    told["unread"] = [{"where": w.where, "what": w.text} for w in found.unread]
    if found.setting.case.doubts:
        told["doubts"] = list(found.setting.case.doubts)
    return told


def _day(day: object) -> str:
    return "" if str(day) == "0001-01-01" else str(day)


def because(found: Judgement, lang: Lang) -> list[str]:
    """Say why the disposition is what it is, and what was not read."""
    rules = found.setting.rules
    told = [rules.dispositions[found.outcome.disposition.value].say(lang)]
    for name, whom in found.outcome.reasons:
        text = rules.policy.reasons[name].say(lang)
        told.append(f"{text}: {whom}" if whom else text)
    if found.outcome.disposition is Disposition.CLEAR and found.unread:
        told.append(rules.policy.reasons["not_read"].say(lang))
    return told


def _flag(flag: Flag, lang: Lang) -> list[Object]:
    """Give a flag; one of statistics once a month, for a month is what it is about."""
    apart = [e for e in flag.evidence if "month" in e.more]
    groups: list[tuple[Evidence, ...]] = [(each,) for each in apart]
    groups = groups or [flag.evidence]
    return [_flag_of(flag, group, lang) for group in groups]


def _flag_of(flag: Flag, evidence: tuple[Evidence, ...], lang: Lang) -> Object:
    rule = flag.rule
    more = evidence[0].more if "month" in evidence[0].more else {}
    return {
        "code": rule.code,
        "title": rule.title.say(lang),
        **more,
        "kind": rule.kind,
        "evidence": [_evidence(flag, each, lang) for each in evidence],
        "citations": [_cite(cite) for cite in rule.cites],
        "question": rule.asks.say(lang),
    }


def what(flag: Flag, evidence: Evidence, lang: Lang) -> str:
    """Say what a piece of evidence is."""
    says: Text = flag.rule.signs[evidence.sign].says
    return says.say(lang).replace("{value}", evidence.value)


def _evidence(flag: Flag, evidence: Evidence, lang: Lang) -> Object:
    told: Object = {
        "what": what(flag, evidence, lang),
        "where": evidence.where,
        "value": evidence.value,
    }
    if evidence.day:
        told["date"] = evidence.day
    return told | {k: v for k, v in evidence.more.items() if k == "of"}


def _cite(cite: Citation) -> Object:
    return {
        "text": cite.text,
        "address": cite.address,
        "status": cite.standing.value,
    }


# ---------------------------------------------------------------- tests and figures


def parent_json(found: Judgement) -> Json:
    """Give the headquarters test: one word, or one each for recipient and user."""
    setting = found.setting
    users = users_of(setting)
    buyers = [a for a in setting.case.recipients if "logistic" not in a.parts]
    stated = [a for a in buyers if a.seat or a.country]
    is_doubtful = "RF-HQ-UNKNOWN" in found.codes
    tested = [parent_test(a, setting, is_doubtful=is_doubtful) for a in stated]
    if not tested:
        return None
    received = _together(tested)
    if not users:
        return _TESTED[received]
    used = _together([parent_test(a, setting, is_doubtful=False) for a in users])
    return {"buyer": _TESTED[received], "cloud_user": _TESTED[used]}


def _together(tested: list[Truth]) -> Truth:
    """Give yes where one is, no where all are, else open."""
    if Truth.TRUE in tested:
        return Truth.TRUE
    return Truth.UNKNOWN if Truth.UNKNOWN in tested else Truth.FALSE


def arithmetic(found: Judgement) -> Object:
    """Give the sums of a case under the words of its kind."""
    setting = found.setting
    told: Object = {}
    for balance in found.balances:
        told |= _sums(balance, setting)
    ratio = imports_to_cash(setting)
    if ratio is not None:
        told["ratio_imports_to_cash"] = int(ratio[1])
    for goods in setting.case.goods:
        if goods.amount and goods.per_unit and goods.amount.high:
            gpus = Fraction(goods.amount.low) * goods.per_unit.low
            told["gpus"] = _number(whole(gpus))
    for place in setting.case.places:
        load = load_of(place, setting)
        if load is not None:
            told["it_load_mw"] = _number(load.needed.low)
            if load.headroom is not None:
                told["headroom_mw"] = _number(load.headroom.low)
    return told


def _sums(balance: Balance, setting: Setting) -> Object:
    """Give a balance in the words of what was balanced."""
    left = balance.left
    if left.low is None and left.high is None:
        return {}
    least = left.low if left.low is not None else left.high
    assert least is not None, "one end is known"
    if not balance.party:
        return {"gap_gpus": _number(least)}
    came, gone = _number(balance.received.low), _number(balance.forwarded.low)
    if balance.seen is not None:
        return {
            "received": came,
            "forwarded_known": gone,
            "verified": _number(balance.seen.low),
            "unaccounted": _number(least),
        }
    if setting.case.actor(balance.party).role == "buyer":
        return {"bought": came, "shipped": gone, "balance": _number(least)}
    told: Object = {"in": came, "out": gone, "left": _number(least)}
    days = dict(balance.dates)
    received, forwarded = days["received"], days["forwarded"]
    if received and forwarded and received.is_day and forwarded.is_day:
        told["lag_days"] = (forwarded.first - received.first).days
    return told


def _number(value: Number) -> int | float:
    return value if isinstance(value, int) else float(value)


def _balance(balance: Balance) -> Object:
    return {
        "party": balance.party,
        "unit": balance.unit,
        "received": str(balance.received),
        "forwarded": str(balance.forwarded),
        "seen": None if balance.seen is None else str(balance.seen),
        "left": str(balance.left),
        "dates": {name: str(when) if when else None for name, when in balance.dates},
        "where": balance.where,
    }
