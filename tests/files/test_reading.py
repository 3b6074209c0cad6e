"""Reading YAML and JSON: whatever is wrong is told with file, line and column."""

from pathlib import Path

import pytest

from antinomy.files import Limits, Listing, Mapping, Node, Scalar, read_document
from antinomy.values import InputError

NOT_YAML = "this is not YAML: "
NOT_JSON = "this is not JSON: "
TAB = "a tab stands where YAML wants spaces; replace the tab by spaces"
ANCHORS = "anchors and aliases are not read; write the value out"
TAGS = "tags are not read; write the value plainly"
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


def plain(node: Node) -> object:
    """Give a document without its places."""
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case Listing():
            return [plain(item) for item in node]
        case Mapping():
            return {name: plain(value) for name, value in node.entries.items()}


def told(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> str:
    """Read a file that is wrong and give the message, without the folder."""
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_document(path, limits)
    return str(caught.value).replace(str(path), name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1\n", f"2:1: {TAB}"),
        ("- a\n-\t- b\n", f"2:2: {TAB}"),
        ("a: 1\nb: 2\na: 3\n", "3:1: 'a' stands twice; it was given at line 1"),
        ("a: {b: 1, b: 2}\n", "1:11: a: 'b' stands twice; it was given at line 1"),
        ("a: &x 1\n", f"1:4: a: {ANCHORS}"),
        ("a: *x\n", f"1:4: a: {ANCHORS}"),
        (BOMB, f"1:4: a: {ANCHORS}"),
        ("a: !!int 3\n", f"1:4: a: {TAGS}"),
        ("a: !!python/object/apply:os.system [ls]\n", f"1:4: a: {TAGS}"),
        ("!form {a: 1}\n", f"1:1: {TAGS}"),
        ("a: ! 3\n", f"1:4: a: {TAGS}"),
        ("a: 1\n---\nb: 2\n", "2:1: a second document begins here; one file holds one"),
        ("", "1:1: the file is empty"),
        ("# only a remark\n", "1:1: the file is empty"),
        ("? [a]\n: b\n", "1:3: a name must be a single word"),
        ("a: b: c\n", f"1:5: {NOT_YAML}mapping values are not allowed in this context"),
        ("a: @x\n", f"1:4: {NOT_YAML}found character that cannot start any token"),
        ("a: [1, 2\n", f"2:1: {NOT_YAML}did not find expected ',' or ']'"),
        ("芯片: x\a\n", "1:6: character U+0007 is not allowed in a text file"),
        ("a: x\0\n", "1:5: character U+0000 is not allowed in a text file"),
        ("a: b\x7f\n", "1:5: character U+007F is not allowed in a text file"),
        ("a: \ufeffb\n", "1:4: character U+FEFF is not allowed in a text file"),
        ('a: "\\ud83d"\n', f"1:7: {NOT_YAML}found invalid Unicode character escape"),
    ],
)
def test_what_a_form_may_not_hold_is_named(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Each way to be wrong in YAML is told with its place, in plain words."""
    assert told(tmp_path, "deal.yaml", text.encode()).startswith(
        f"deal.yaml:{expected}"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,\n "a": 2}', "2:2: 'a' stands twice; it was given at line 1"),
        ('{"a": 1,}', f"1:9: {NOT_JSON}expecting property name enclosed"),
        ("{'a': 1}", f"1:2: {NOT_JSON}expecting property name enclosed"),
        ('{"a": 1} x', f"1:10: {NOT_JSON}extra data"),
        ('{"a": 1} // why', f"1:10: {NOT_JSON}extra data"),
        ("# why\n{}", f"1:1: {NOT_JSON}expecting value"),
        ("a: 1", f"1:1: {NOT_JSON}expecting value"),
        ("", f"1:1: {NOT_JSON}expecting value"),
        ('{"a": "x\ty"}', f"1:9: {NOT_JSON}invalid control character at"),
        ('{"a": "\\ud83d"}', "1:8: \\ud83d is half of a character; write it whole"),
        ('{"a": "\\ude00\\ud83d"}', "1:8: \\ude00\\ud83d is half of a character"),
    ],
)
def test_json_is_held_to_json(tmp_path: Path, text: str, expected: str) -> None:
    """A JSON file is read by JSON's rules, not by YAML's looser ones."""
    assert told(tmp_path, "deal.json", text.encode()).startswith(
        f"deal.json:{expected}"
    )


@pytest.mark.parametrize("name", ["deal.yaml", "deal.json"])
@pytest.mark.parametrize("depth", [60, 3000])
def test_what_is_nested_too_deep_is_refused_where_it_is(
    tmp_path: Path, name: str, depth: int
) -> None:
    """A document is read forty levels deep, however deep it goes."""
    message = told(tmp_path, name, b"[" * depth + b"]" * depth)

    assert message.startswith(f"{name}:1:42: [0]")
    assert message.endswith(": nested deeper than 40 levels")


def test_a_document_of_too_many_values_is_refused(tmp_path: Path) -> None:
    """A document has a bounded number of values."""
    message = told(tmp_path, "deal.yaml", b"[" + b"1," * 50 + b"]", Limits(nodes=20))

    assert "deal.yaml:1:40: [19]: more than 20 values; split the file" == message


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    """A file beyond the limit is refused before it is parsed."""
    message = told(tmp_path, "deal.yaml", b"a" * (5 * 1024 * 1024 + 1))

    assert "deal.yaml: the file is larger than 5 MB; split it" == message


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: 1\nname: Caf\xe9\n", "2:10: byte 0xe9"),
        ("a: 华为\n".encode("gbk"), "1:4: byte 0xbb"),
        ("名: 1\nb: ".encode() + b"\xff", "2:4: byte 0xff"),
        ("a: 1".encode("utf-16"), "1:1: byte 0xff"),
        (b"a: \xed\xa0\xbd\n", "1:4: byte 0xed"),
    ],
)
def test_only_utf_8_is_read(tmp_path: Path, data: bytes, expected: str) -> None:
    """A file in another encoding is named with the first byte that shows it."""
    assert told(tmp_path, "deal.yaml", data) == (
        f"deal.yaml:{expected} is not UTF-8 text"
        " (is it Latin-1 or GBK?); save the file as UTF-8"
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("absent.yaml", "cannot read the file: no such file or directory"),
        ("", "this is not a file; give the path of a file"),
        ("a\0b.yaml", "cannot read the file: embedded null byte"),
        ("a" * 300, "cannot read the file: file name too long"),
    ],
)
def test_a_path_that_leads_to_no_file_is_named(
    tmp_path: Path, name: str, expected: str
) -> None:
    """A missing file, a folder and an impossible name are told, not raised raw."""
    path = tmp_path / name
    with pytest.raises(InputError) as caught:
        read_document(path)

    assert f"{path}: {expected}" == str(caught.value)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.yaml", "\ufeffa: 1\r\nb: [x, y]\r\n", {"a": "1", "b": ["x", "y"]}),
        ("a.yaml", "%YAML 1.1\n---\na: NO\nb: 1e400\n", {"a": "NO", "b": "1e400"}),
        ("a.yaml", "a:\nb: ~\nc: null\n", {"a": None, "b": None, "c": None}),
        ("a.yaml", "a: ''\nb: 'null'\nc: \"~\"\n", {"a": "", "b": "null", "c": "~"}),
        ("a.yaml", "a: 1\t# a remark\n", {"a": "1"}),
        ("a.yaml", "名: 华为技术有限公司\n", {"名": "华为技术有限公司"}),
        ("a.yaml", "a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("a.json", '\ufeff{\t"a": "\\u0041\\/\\n"}', {"a": "A/\n"}),
        ("a.json", '{"a": "\\ud83d\\ude00"}', {"a": "😀"}),
        ("a.json", '{"a": "\\\\ud83d"}', {"a": "\\ud83d"}),
        ("a.json", '{"a": "x\u2028y"}', {"a": "x\u2028y"}),
        ("a.json", '{"a": [NaN, 1e400]}', {"a": ["NaN", "1e400"]}),
        ("a.json", '{"a": ' + "9" * 5000 + "}", {"a": "9" * 5000}),
        ("a.json", '{"a": null, "b": "null"}', {"a": None, "b": "null"}),
    ],
)
def test_words_stay_as_they_are_written(
    tmp_path: Path, name: str, text: str, expected: object
) -> None:
    """Norway stays NO: a word gets its type from the vocabulary, not from its looks."""
    path = tmp_path / name
    path.write_bytes(text.encode())

    assert expected == plain(read_document(path))


def test_every_word_knows_its_place(tmp_path: Path) -> None:
    """Of each value a message can say line, column and field."""
    path = tmp_path / "deal.yaml"
    path.write_text("items:\n  - id: npu\n    tpp: 4800\n", "utf-8")
    root = read_document(path)
    assert isinstance(root, Mapping)
    items = root.entries["items"]
    assert isinstance(items, Listing)
    (item,) = items
    assert isinstance(item, Mapping)

    assert f"{path}:3:10: items[0].tpp" == str(item.entries["tpp"].at)
    assert f"{path}:3:5: items[0].tpp" == str(item.keys["tpp"])
