"""The text layer of a PDF, within limits of pages and of their contents.

Places are those of the text as drawn out, page after page; a scanned page has none.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from antinomy.press.pages.remark import Remark
from antinomy.press.pages.source_words import SourceLimits

# What a parser raises on a file that is not what it says.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


class _Contents(Protocol):
    def get_data(self) -> bytes: ...


class _Page(Protocol):
    def get_contents(self) -> _Contents | None: ...
    def extract_text(self) -> str: ...


class _Reader(Protocol):
    @property
    def pages(self) -> Sequence[_Page]: ...


@dataclass(frozen=True, slots=True)
class Layer:
    """A text drawn out of a PDF, of so many pages."""

    text: str
    pages: int
    remarks: tuple[Remark, ...] = ()


def text_layer(data: bytes, limits: SourceLimits) -> Layer:
    """Draw out the text, a line feed after each page."""
    pypdf = import_module("pypdf")
    faults = (*_FAULTS, pypdf.errors.PyPdfError)
    remarks: list[Remark] = []
    texts: list[str] = []
    try:
        reader: _Reader = pypdf.PdfReader(io.BytesIO(data))
        texts.extend(_pages(reader, limits, remarks))
    except faults as error:
        remarks.append(
            Remark("pdf_broken", f"{type(error).__name__} on page {len(texts) + 1}")
        )
    whole = "\n".join(texts).encode("utf-8", "replace").decode("utf-8")
    return Layer(whole, len(texts), tuple(remarks))


def _pages(
    reader: _Reader, limits: SourceLimits, remarks: list[Remark]
) -> Iterator[str]:
    """Give the text of page after page while the limits hold."""
    left = limits.drawing
    count = len(reader.pages)
    for number, page in enumerate(reader.pages):
        contents = page.get_contents()
        left -= len(contents.get_data()) if contents is not None else 0
        if left < 0 or number == limits.pages:
            remarks.append(Remark("pages_unread", f"{count - number} of {count}"))
            return
        yield page.extract_text()
