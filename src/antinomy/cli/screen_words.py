"""Say in one sentence why a name may be a listed party."""

from collections.abc import Iterable

from antinomy.screening import Agreement, Result
from antinomy.values import Text
from antinomy.verdict import Words, fill


def sentence_of(result: Result, words: Words) -> Text:
    """Say what met what, what agreed, and what is missing or speaks against it."""
    compared, alias = result.comparison, result.alias
    agreed = _listed(_agreed(agreement, words) for agreement in compared.agreed)
    parts = [
        fill(
            words,
            "screen.met",
            query=result.form,
            met=alias.name,
            name=result.party.name,
            list=result.party.list,
            agreed=agreed,
        )
    ]
    if alias.source:
        given = {"source": alias.source, "certainty": alias.certainty}
        parts.append(fill(words, "screen.source", **given))
    for key in ("missing", "extra", "against"):
        found = getattr(compared, key)
        if found:
            said = _listed(Text(text, text) for text in found)
            parts.append(fill(words, f"screen.{key}", said=said))
    return Text(
        "; ".join(part.en for part in parts) + ".",
        "；".join(part.zh or part.en for part in parts) + "。",
    )


def _agreed(agreement: Agreement, words: Words) -> Text:
    by = words[f"screen.by.{agreement.by}"]
    same = agreement.query == agreement.listed
    pair = agreement.query if same else f"{agreement.query} = {agreement.listed}"
    return Text(f"{pair} ({by.en})", f"{pair}（{by.zh}）")


def _listed(texts: Iterable[Text]) -> Text:
    found = tuple(texts)
    english = ", ".join(text.en for text in found)
    return Text(english, "、".join(text.zh or text.en for text in found))
