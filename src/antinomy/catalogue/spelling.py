"""When two spellings are one name: never by likeness, only by light normalisation.

Width, case, spaces, punctuation and the traditional or simplified writing of the
characters that names of chips and makers use make no difference. Everything else does.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

# Traditional before simplified; 昇 and 升 are both written in 昇腾.
_PAIRS = """
騰腾 昇升 華华 為为 紀纪 維维 邏逻 爾尔 線线 邁迈 崑昆 崙仑 侖仑 遠远 雲云 靈灵
輝辉 偉伟 達达 蘋苹 馳驰 億亿 鴻鸿 國国 灣湾 電电 龍龙 飛飞 濤涛 訊讯 寶宝 裡里
鵬鹏 勝胜 應应 計计 數数 據据 體体 導导 積积 長长 開开 發发 萬万 頭头 礪砺 慶庆
創创 豐丰 齊齐 聯联 軟软 業业 團团 貿贸 資资 訓训 練练 標标 準准 網网 絡络 無无
錫锡 東东 蘇苏 寧宁 漢汉 廣广 門门 廈厦 當当 號号 圖图 節节 點点 級级 術术 設设
備备 裝装 實实 驗验 學学 製制 陽阳 濟济 島岛 晉晋 進进 複复 燦灿 曉晓 壹一 貳二
參三 屬属 際际
"""
_FOLD = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})


def key_of(name: str) -> str:
    """Give what two spellings of one name share.

    >>> key_of("Ascend 910-C") == key_of("ascend910c"), key_of("昇騰９１０Ｃ")
    (True, '升腾910c')
    >>> key_of("Huawei Technologies Co., Ltd.") == key_of("HUAWEI TECHNOLOGIES CO LTD")
    True
    """
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_FOLD)
    return "".join(letter for letter in folded if letter.isalnum())


def same_name(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether two things share a name in some spelling."""
    return not {key_of(name) for name in one}.isdisjoint(map(key_of, other))


class Named(Protocol):
    """A thing that goes by names."""

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name it answers to."""


T = TypeVar("T", bound=Named)


def by_key(things: Iterable[T]) -> dict[str, list[T]]:
    """Give things by every spelling of their names."""
    found: dict[str, list[T]] = {}
    for thing in things:
        for key in dict.fromkeys(map(key_of, thing.names)):
            found.setdefault(key, []).append(thing)
    return found


def sharing(names: Iterable[str], things: Mapping[str, list[T]]) -> tuple[T, ...]:
    """Give the things that share a name in some spelling, each once."""
    found = {id(t): t for name in names for t in things.get(key_of(name), ())}
    return tuple(found.values())
