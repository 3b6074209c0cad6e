"""Text in two languages, and citations."""

from dataclasses import dataclass
from enum import Enum


class Lang(Enum):
    """A language of the output."""

    EN = "en"
    ZH = "zh"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English and, where there is one, Chinese.

    >>> Text("none", "无").say(Lang.ZH)
    '无'
    >>> Text("only English").say(Lang.ZH)
    'only English'
    """

    en: str
    zh: str = ""

    def say(self, lang: Lang) -> str:
        """Give the text in that language, in English where it has none."""
        return self.zh if lang is Lang.ZH and self.zh else self.en


class Standing(Enum):
    """How near to the official text a source stands."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Citation:
    """Instrument and pinpoint, where to read it, and how it was read."""

    text: str
    address: str = ""
    standing: Standing = Standing.UNCERTAIN
    quote: str = ""
