"""Say in plain words what is wrong with the text of a predicate, and where.

sqlglot accepts more than the language does, and passes over some of it in silence:
comments, a second statement, names in double quotes.
"""

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError, SqlglotError

from antinomy.values import Location, PackError

_SPOKEN: dict[type[exp.Expr], str] = {
    exp.Literal: "constant",
    exp.Is: "IS (an unknown fact stays unknown; it is not asked about)",
    exp.Null: "NULL (an unknown fact is left out, not compared)",
    exp.Add: "arithmetic (derived figures are computed before the rules)",
    exp.Sub: "arithmetic (derived figures are computed before the rules)",
    exp.Mul: "arithmetic (derived figures are computed before the rules)",
    exp.Div: "arithmetic (derived figures are computed before the rules)",
    exp.Select: "subquery",
    exp.Subquery: "subquery",
}


def check_words(text: str, at: Location) -> None:
    """Refuse what sqlglot would pass over in silence."""
    words = sqlglot.tokenize(text)
    if not words:
        raise PackError("the predicate is empty; write TRUE if it always holds", at)
    for word in words:
        where = column_text(text, word.start)
        if word.comments:
            raise PackError(f"a predicate holds no comment{where}", at)
        if word.token_type is sqlglot.TokenType.SEMICOLON:
            raise PackError(f"one predicate ends here; nothing may follow{where}", at)
        if word.token_type is sqlglot.TokenType.IDENTIFIER:
            message = f"write words in single quotes: '{word.text}'{where}"
            raise PackError(message, at)


def plain_words(error: SqlglotError, text: str) -> str:
    """Word what sqlglot says for somebody who does not know sqlglot."""
    errors = error.errors if isinstance(error, ParseError) else []
    if not errors:
        return f"this is not a predicate: {str(error).splitlines()[0].lower()}"
    said = str(errors[0].get("description") or "").split(" for <class")[0]
    seen = str(errors[0].get("highlight") or "")
    before = text.splitlines()[: int(errors[0].get("line") or 1) - 1]
    end = sum(len(line) + 1 for line in before) + int(errors[0].get("col") or 1)
    where = column_text(text, max(end - len(seen), 0))
    near = f" near {seen!r}" if seen else ""
    return f"this is not a predicate: {said.rstrip('.').lower()}{near}{where}"


def column_text(text: str, start: int) -> str:
    """Say where an offset lies; a line only where there are several."""
    before = text[:start]
    column = start - before.rfind("\n")
    line = f"line {before.count(chr(10)) + 1}, " if "\n" in text.strip() else ""
    return f" ({line}column {column})"


def start_of(node: exp.Expr | None) -> int | None:
    """Give the offset of the first word under a node, where sqlglot kept it."""
    if node is None:
        return None
    metas = [part.meta for part in node.find_all(exp.Expr)]
    return min((meta["start"] for meta in metas if "start" in meta), default=None)


def word_for(node: exp.Expr) -> str:
    """Name what stands in the text and not in the language."""
    return _SPOKEN.get(type(node), type(node).__name__.upper())
