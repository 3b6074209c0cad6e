"""Parse a predicate in SQL spelling.

sqlglot is loaded by the first predicate that is parsed: packs that come compiled need
none, and the command answers a tenth of a second sooner.
"""

from antinomy.language.form import Form
from antinomy.language.names import Names
from antinomy.values import Location


def parse(text: str, scope: str, names: Names, at: Location) -> Form:
    """Parse a predicate of a scope.

    Raises:
        PackError: anything outside the language, a name or a type that does not fit;
            with the place of the predicate and the column inside it.
    """
    from antinomy.language.tree import form_of  # noqa: PLC0415 - see above

    return form_of(text, scope, names, at)
