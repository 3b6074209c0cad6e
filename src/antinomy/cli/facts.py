"""Say a fact in the language of the output."""

from antinomy.values import (
    STATED,
    Bounded,
    Fact,
    Known,
    Lang,
    NotApplicable,
    OneOf,
    Text,
    Unknown,
    fact_text,
)
from antinomy.verdict import Words, fill


def say_fact(fact: Fact, words: Words, lang: Lang) -> str:
    """Give a fact in few words; why it is unknown as the file or room gave it."""
    match fact:
        case Known(bool() as value):
            return words[f"truth.{str(value).lower()}"].say(lang)
        case Known():
            return fact_text(fact)
        case Unknown(reason):
            told = fill(words, "fact.unknown", reason=_reason(words, reason))
        case Bounded(low, high):
            ends = {n: _end(end) for n, end in (("low", low), ("high", high))}
            told = fill(words, "fact.bounded", **ends)
        case OneOf(values):
            listed = ", ".join(sorted(str(value) for value in values))
            told = fill(words, "fact.one_of", values=listed)
        case NotApplicable():
            told = words["fact.not_applicable"]
    return told.say(lang)


def say_source(fact: Fact, words: Words, lang: Lang) -> str:
    """Give the source of a fact; nothing for an unknown that nobody spoke of."""
    source = fact.source
    if source is STATED:
        return "" if isinstance(fact, Unknown) else words["fact.stated"].say(lang)
    day = f", {source.day}" if source.day else ""
    return f"{source.said}{day}"


def _reason(words: Words, reason: str) -> Text:
    key = f"reason.{reason.replace(' ', '_')}"
    return words.get(key, Text(reason))


def _end(end: object) -> str:
    return "?" if end is None else fact_text(Known(end))  # type: ignore[arg-type]
