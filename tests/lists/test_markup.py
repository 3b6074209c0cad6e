"""XML that no list should be."""

import pytest

from antinomy.lists.markup import records
from antinomy.values import InputError

LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE list [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<list><row>&b;</row></list>"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LAUGHS, "list:2:1: the file declares a document type or entities"),
        (
            '<!DOCTYPE list SYSTEM "file:///etc/hostname"><list/>',
            "declares a document type",
        ),
        ("<rows><row/></rows>", "begins with <rows>, where <list> is expected"),
        ("<list><row>a</row>", "not whole XML: .*cut short"),
        ("<list><row>&b;</row></list>", "not whole XML: undefined entity"),
        ("<list>" + "<row>" * 80, "lie more than 60 deep"),
        ("", "not whole XML"),
    ],
)
def test_such_a_file_is_refused(text: str, said: str) -> None:
    """Declarations, another root, a cut file: told with the line, nothing expanded."""
    with pytest.raises(InputError, match=said):
        list(records(text, "list", "list", ("row",)))


def test_records_come_whole_with_their_lines() -> None:
    """Names lose their prefix, text is joined, the rest of the file is passed by."""
    text = '<n:list xmlns:n="u"><x/>\n<n:row a="1"> b <i>c</i> d</n:row></n:list>'
    [row] = records(text, "list", "list", ("row",))

    assert ("row", 2, "1", " b c d") == (row.name, row.line, row.get("a"), row.content)
