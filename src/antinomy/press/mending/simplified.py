"""Traditional characters to Simplified ones, one for one.

OpenCC's `t2s` looks at the words around a character and keeps their number. What
Taiwan says in words of its own is another matter, and lives in the pack of the twin.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))


def simplified(text: str) -> str:
    """Give a text of the same length in Simplified characters.

    >>> simplified("馬來西亞宣布，皇后之後")
    '马来西亚宣布，皇后之后'
    """
    told = _converter().convert(text)
    return told if len(told) == len(text) else text.translate(_table())


def traditional_in(text: str, both: str) -> int:
    """Count the characters that only Traditional text has; ``both`` are in either.

    >>> traditional_in("昇腾芯片", "昇"), traditional_in("昇騰晶片", "昇")
    (0, 1)
    """
    if _converter().convert(text) == text:
        return 0
    return len(_traditional(both).findall(text))


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC  # noqa: PLC0415 - not every command reads pages

    return OpenCC("t2s")


@cache
def _table() -> dict[int, str]:
    han = [chr(code) for first, last in _BLOCKS for code in range(first, last)]
    plain = _converter().convert("\n".join(han)).split("\n")
    return {ord(one): other for one, other in zip(han, plain, strict=True)}


@cache
def _traditional(both: str) -> re.Pattern[str]:
    only = (chr(c) for c, s in _table().items() if chr(c) != s and chr(c) not in both)
    return re.compile(f"[{''.join(only)}]")
