"""Read Taiwan's entity list of strategic high-tech commodities (CSV).

The names of firms of the mainland stand in it in Chinese, often among the aliases. A
name may carry the permanent reference of a United Nations listing in brackets.
"""

import re

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.listfile import ListFile, Row, raw_of, text_of, unique
from antinomy.values import InputError

_NAME, _ALIAS, _ADDRESS = "名稱name", "別名alias", "地址address"
_NUMBER, _PLACE, _ITEM = "護照號碼ID Number", "國家代碼country code", "項次item"
_REFERENCE = re.compile(r"（永久參考號：([^）]+)）")
_HAN = re.compile("[\u3400-\u9fff]")
_JOINED = re.compile(r"[;；\n]")
_SCRIPT = re.compile(r"^(?:簡體中文|繁體中文|简体中文|中文)[：:]\s*")


def read_taiwan(file: ListFile) -> Loaded:
    """Read the table.

    Raises:
        InputError: another header, or a broken file, with its line.
    """
    needed = (_NAME, _ALIAS, _ADDRESS, _NUMBER, _PLACE)
    rows, empty = [], 0
    for line, row in file.table(*needed):
        if text_of(row, _NAME) or text_of(row, _ALIAS):
            rows.append(_row(line, row, file))
        else:
            empty += 1
    remarks = (f"{empty} rows name nobody: left out",) if empty else ()
    return Loaded(tuple(rows), remarks)


def _row(line: int, row: Row, file: ListFile) -> Designation:
    whole = text_of(row, _NAME)
    names = _split(_REFERENCE.sub("", whole)) + _split(text_of(row, _ALIAS))
    names = unique(*(_SCRIPT.sub("", _REFERENCE.sub("", name)) for name in names))
    if not names:
        raise InputError("a row without a name", file.at(line))
    return Designation(
        list=file.of,
        name=names[0],
        aliases=names[1:],
        originals=tuple(name for name in names if _HAN.search(name)),
        places=unique(*_split(text_of(row, _PLACE))),
        id=text_of(row, _ITEM),
        line=line,
        raw=raw_of(row),
        sites=_split(text_of(row, _ADDRESS)),
        identifiers=unique(*_REFERENCE.findall(whole), *_split(text_of(row, _NUMBER))),
    )


def _split(text: str) -> tuple[str, ...]:
    return unique(*_JOINED.split(text))
