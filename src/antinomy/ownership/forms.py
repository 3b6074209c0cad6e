"""Tell in what form a file states holdings, and read those of other houses."""

from collections.abc import Callable, Mapping

from antinomy.ownership.follow_the_money import read_entities
from antinomy.ownership.gathering import Gathering
from antinomy.ownership.reading import Question
from antinomy.ownership.share_table import read_share_table
from antinomy.ownership.statements import read_statements

OWN = "own"  # the form of this project, read by `questions_in`
FORMS: Mapping[str, Callable[[str, str], Gathering]] = {
    "bods": read_statements,
    "ftm": read_entities,
    "csv": read_share_table,
}
_SEEN = 4096  # letters by which a form is known


def form_of(text: str) -> str:
    """Give the form of a file by its beginning.

    >>> form_of('[{"statementId": "1", "recordType": "entity"}]')
    'bods'
    >>> form_of('{"id": "a", "schema": "Company", "properties": {}}')
    'ftm'
    >>> form_of("owner,owned,share"), form_of("subject: buyer")
    ('csv', 'own')
    """
    start = text.lstrip("\ufeff \r\n\t")[:_SEEN]
    if start[:1] in {"[", "{"}:
        if any(f'"{word}"' in start for word in ("recordType", "statementId")):
            return "bods"
        is_entity = '"schema"' in start and '"properties"' in start
        return "ftm" if is_entity else OWN
    columns = {cell.strip() for cell in start.partition("\n")[0].split(",")}
    return "csv" if {"owner", "owned"} <= columns else OWN


def holdings_in(
    text: str, name: str, form: str, subject: str = ""
) -> tuple[Question, ...]:
    """Read the holdings of another house's file, and whom it asks about.

    Raises:
        InputError: the file is broken or says what cannot be, with its place.
    """
    return FORMS[form](text, name).questions(subject)
