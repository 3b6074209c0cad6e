"""The one pattern that reads a quantity where one may begin.

Its outer groups name how the quantity is written: `share`, `part`, `tenth`, `money`,
`order`, `vague`, `rough`, `many`, `fold`, `plain`, `mass`.
"""

import re
from collections.abc import Mapping, Sequence

from antinomy.press.grammar.numerals import FIGURES, Numerals, alternatives

_PAST = "(?![A-Za-z])"


def amount_pattern(
    numerals: Numerals,
    *,
    zh: Sequence[tuple[str, str]],
    en: Sequence[tuple[str, str]],
    nouns: Sequence[str],
    signs: tuple[str, ...],
    many: tuple[str, ...],
    words: Mapping[str, str],
) -> re.Pattern[str]:
    """Compile the pattern.

    Args:
        numerals: how numbers are written.
        zh: the Chinese words of units, each with what must not follow.
        en: the English ones.
        nouns: English words for what is counted, before which others may stand.
        signs: the signs of money.
        many: English words for how many, when nobody counted.
        words: the other words, by their place in the packs.
    """
    number = _number(numerals, words["more"] + words["about"])
    multiple = numerals.multiples
    ten = next(iter(numerals.ranks))  # it may begin a number, the others not
    hanzi_unit = _units(zh, "")
    english_unit = _units(en, _PAST)
    counted = "|".join(map(re.escape, words["counted"].split()))
    heap, end = words["heaps"].split()
    vague = alternatives(tuple(words["vague"].split()))
    scales = alternatives((*numerals.hundred, *numerals.scales))
    plural = alternatives(many)
    capital = "|".join(f"[{w[0]}{w[0].upper()}]{w[1:]}" for w in many)
    more = "".join(words["more"].split())
    sets = {
        "share": _share(number, words),
        "part": rf"(?P<under>{numerals.hanzi}){words['share_parts']}"
        rf"(?P<over>{numerals.hanzi})",
        "tenth": _tenths(numerals, words),
        "money": rf"(?P<sign>{alternatives(signs)})[ ]?(?P<sum>{number})"
        rf"(?:(?:{words['range_sign']})(?:{alternatives(signs)})?(?P<sum2>{number}))?"
        rf"(?:元|[ ]USD{_PAST})?",
        "order": _order(numerals, words),
        "vague": rf"(?P<how>{vague})(?P<rank>{multiple}{{1,4}})[{more}]?[ ]?"
        rf"(?:(?P<vague_zh>{hanzi_unit})|(?={counted}))"
        rf"|{heap}(?P<heaped>{multiple}{{1,4}}){end}",
        "rough": rf"(?!{ten})(?P<round>{multiple}{{1,4}})(?P<passed>[{more}])?"
        rf"(?P<rough_zh>{hanzi_unit})",
        "many": rf"(?P<plural>(?:{capital}|{plural}))"
        rf"(?:[ ]of[ ](?P<many_en>{english_unit})|(?=[ ]of[ ]))"
        rf"|(?:{words['several']})[ ](?P<some>{scales})"
        rf"(?:[ ](?P<some_en>{english_unit})|(?=[ ]of[ ]|[ ][a-z]))",
        "fold": rf"(?P<times>{numerals.spelt}|\d{{1,6}})-?fold{_PAST}",
        "plain": _plain(number, hanzi_unit, english_unit, nouns, words),
        "mass": rf"(?P<heap>(?:{FIGURES}|{numerals.hanzi})"
        rf"[{''.join(numerals.myriads)}]+|{numerals.hanzi}(?<=[万亿]))"
        rf"(?=[ ]?(?:{counted}))",
    }
    return re.compile("|".join(f"(?P<{k}>{v})" for k, v in sets.items()))


def _number(numerals: Numerals, more: str) -> str:
    """Give the pattern of any number, with a sign that it is passed inside."""
    multiple = numerals.multiples
    passed = f"[{''.join(more.split())}]"
    myriads = "".join(numerals.myriads)
    articles = "|".join(f"[{a[0].upper()}{a[0]}]{a[1:]}" for a in numerals.articles)
    scales = alternatives((*numerals.hundred, *numerals.scales, numerals.half_word))
    return (
        rf"(?>(?:{FIGURES})(?:{numerals.shortened}"
        rf"|[ ]?{passed}?{multiple}{{1,4}}(?:\d{{1,9}}{multiple}{{1,3}}){{0,3}})?"
        rf"|{numerals.hanzi}(?:{passed}[{myriads}]{{1,3}})?|{numerals.half}"
        rf"|(?:[Hh]alf[ ])?(?:(?:{articles})[ ](?={scales}))?"
        rf"(?:{numerals.english}|(?:{scales})(?:[ ](?:{scales})){{0,3}}{_PAST}))"
    )


def _units(words: Sequence[tuple[str, str]], past: str) -> str:
    """Give the pattern of the words of units, the longest first."""
    ordered = sorted(words, key=lambda pair: -len(pair[0]))
    spelt = (
        re.escape(word).replace(r"\ ", "[ -]") + past + bars for word, bars in ordered
    )
    return "|".join(spelt)


def _share(number: str, words: Mapping[str, str]) -> str:
    return (
        rf"(?P<of>{words['share_hundredths']}|{words['share_thousandths']})"
        rf"(?P<shared>{number})"
    )


def _tenths(numerals: Numerals, words: Mapping[str, str]) -> str:
    figure = f"(?:[{''.join(numerals.digits)}]|[1-9](?:\\.\\d)?)"
    return (
        rf"(?P<tenths>{figure})(?:[至到](?P<tenths2>{figure}))?{words['share_tenths']}"
        rf"(?P<half>{numerals.half})?(?!{words['share_not_after_tenths']})"
    )


def _order(numerals: Numerals, words: Mapping[str, str]) -> str:
    hanzi = "|".join(words["order_zh"].split())
    english = "|".join(words["order_en"].split())
    places = "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in numerals.ordinals)
    return (
        rf"{words['order_sign']}(?P<place>\d{{1,4}}|{numerals.hanzi})[ ]?(?:{hanzi})"
        rf"|(?P<place_en>(?:{places}){_PAST}|\d{{1,4}}(?:st|nd|rd|th))[ -]"
        rf"(?:(?!of )[A-Za-z][A-Za-z-]{{0,24}}[ ])?(?:{english}){_PAST}"
    )


def _plain(
    number: str,
    hanzi_unit: str,
    english_unit: str,
    nouns: Sequence[str],
    words: Mapping[str, str],
) -> str:
    never = "|".join(words["adjective_never"].split())
    most = int(words["adjective_most"])
    noun = _units([(word, "") for word in nouns], _PAST)
    return (
        rf"(?P<between>(?<=etween[ ]))?(?P<number>{number})"
        rf"(?:(?P<percent>[ ]?[%％])?(?(between)(?:{words['range_and']})"
        rf"|(?:{words['range_sign']}))(?P<number2>{number}))?"
        rf"(?P<passing>[{''.join((words['more'] + words['about']).split())}])?"
        rf"(?:[ ]?(?P<zh>{hanzi_unit})|(?P<joint>[ -]?)(?P<en>{english_unit})"
        rf"|(?=(?:[ ](?!(?:{never})[ ])[A-Za-z][\w.-]{{0,24}}){{1,{most}}}[ ]"
        rf"(?P<noun>{noun})))"
    )
