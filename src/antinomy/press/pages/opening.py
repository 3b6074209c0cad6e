"""Open a page: from bytes of any kind to lines, with what is to be said of it.

Content never makes it fail. What cannot be read gives no lines and a remark of what was
seen; only a wrong call is an error.
"""

import re
from dataclasses import dataclass, replace

from antinomy.press.line import Line
from antinomy.press.pages.decode import Decoded, decode
from antinomy.press.pages.facts import PageFact, facts_of
from antinomy.press.pages.lines import block_lines, text_lines
from antinomy.press.pages.markup import Markup, segment
from antinomy.press.pages.mhtml import main_part
from antinomy.press.pages.pdf import text_layer
from antinomy.press.pages.remark import Remark
from antinomy.press.pages.source import KINDS, Kind, Source, digest_of
from antinomy.press.pages.source_words import SourceWords
from antinomy.press.pages.voices import choose
from antinomy.values import Day, InputError, did_you_mean

_LOOK = 4096  # bytes at the beginning by which a kind is told
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|article|section|table|p|h1)"
    rb"[\s>/]",
    re.IGNORECASE,
)
_LETTER = re.compile(rb"(?im)^(?:mime-version|content-type|snapshot-content-location):")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NOTHING = Decoded("", "", "guessed", 0.0)


@dataclass(frozen=True, slots=True)
class Opened:
    """A page as far as it could be opened.

    Every extent of ``lines`` and ``facts`` is one of ``decoded.text``: of the page as
    a whole, of its main part in an MHTML, of the text layer in a PDF.
    """

    source: Source
    decoded: Decoded
    lines: tuple[Line, ...]
    facts: tuple[PageFact, ...] = ()
    remarks: tuple[Remark, ...] = ()


def open_page(
    data: bytes,
    *,
    name: str,
    words: SourceWords,
    kind: Kind | None = None,
    address: str | None = None,
    fetched: Day | None = None,
    declared: str | None = None,
    offset: int | None = None,
) -> Opened:
    """Open a page; its kind is told from the bytes where it is not given.

    Raises:
        InputError: an unknown kind.
    """
    if kind is not None and kind not in KINDS:
        hint = did_you_mean(kind, KINDS) or f"; expected one of: {', '.join(KINDS)}"
        raise InputError(f"{kind!r} is no kind of page known here{hint}")
    digest = digest_of(data)
    told = kind or kind_of(data)
    refused = _refusal(data, told, words)
    source = Source(digest, name, told, len(data), address, fetched, offset, declared)
    if refused:
        return Opened(source, _NOTHING, (), remarks=(refused,))
    match told:
        case "text":
            return _open_text(source, decode(data, declared, words.encodings), words)
        case "html":
            return _open_html(source, decode(data, declared, words.encodings), words)
        case "mhtml":
            return _open_mhtml(source, data, words)
        case "pdf":
            return _open_pdf(source, data, words)


def kind_of(data: bytes) -> Kind:
    """Tell the kind of a page from how it begins.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"<p>5 May</p>"), kind_of(b"5 May")
    ('pdf', 'html', 'text')
    """
    head = data[:_LOOK]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _LETTER.search(head) and re.search(rb"(?i)multipart/|text/html", head):
        return "mhtml"
    plain = head.replace(b"\0", b"")  # UTF-16
    return "html" if _HTML.search(plain) else "text"


def _refusal(data: bytes, kind: Kind, words: SourceWords) -> Remark | None:
    """Say why bytes are not read as a page, if they are not."""
    carries = kind in {"pdf", "mhtml"}
    most = words.limits.carrier if carries else words.limits.size
    if len(data) > most:
        return Remark("too_large", f"{len(data)} bytes, of {most} that are read")
    if not data.strip():
        return Remark("empty", f"{len(data)} bytes")
    if carries:
        return None
    for magic, what in words.files.items():
        if data.startswith(magic):
            return Remark("binary", what)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    middle = len(data) // 2
    parts = [data[:_LOOK], data[middle : middle + _LOOK], data[-_LOOK:]]
    control = sorted(map(_control_share, parts))
    if max(control[1], _control_share(parts[0])) > words.limits.control:
        return Remark("binary", f"{control[1]:.0%} control characters")
    return None


def _control_share(part: bytes) -> float:
    """Give the share of control characters, less the zeros that UTF-16 has."""
    zeros = max(part[::2].count(0), part[1::2].count(0))
    return (len(_CONTROL.findall(part)) - zeros) / max(len(part), 1)


def _open_text(source: Source, decoded: Decoded, words: SourceWords) -> Opened:
    lines, rest = text_lines(decoded.text, words.limits.lines)
    remarks = [*_decoding(source, decoded)]
    if rest:
        remarks.append(Remark("rest_unread", f"{rest.start}-{rest.end}"))
    return Opened(source, decoded, lines, remarks=tuple(remarks))


def _open_html(source: Source, decoded: Decoded, words: SourceWords) -> Opened:
    text = decoded.text
    markup = segment(text, words.markup, words.limits)
    chosen = choose(text, markup, words)
    remarks = (*_decoding(source, decoded), *_reading(markup), *chosen.remarks)
    facts = facts_of(text, markup, words.facts)
    return Opened(source, decoded, block_lines(markup.blocks, chosen), facts, remarks)


def _open_mhtml(source: Source, data: bytes, words: SourceWords) -> Opened:
    part = main_part(data, words.limits)
    if part is None:
        return Opened(source, _NOTHING, (), remarks=(Remark("no_page_in_letter"),))
    if len(part.data) > words.limits.size:
        told = Remark("too_large", f"{len(part.data)} bytes in the main part")
        return Opened(source, _NOTHING, (), remarks=(told,))
    declared = source.declared or part.declared
    source = replace(
        source,
        address=source.address or part.address,
        fetched=source.fetched or part.fetched,
        declared=declared,
    )
    decoded = decode(part.data, declared, words.encodings)
    opened = (_open_html if part.is_html else _open_text)(source, decoded, words)
    told = Remark("main_part", f"at byte {part.start}")
    return replace(opened, remarks=(told, *part.remarks, *opened.remarks))


def _open_pdf(source: Source, data: bytes, words: SourceWords) -> Opened:
    layer = text_layer(data, words.limits)
    if not layer.text.strip():
        remarks = layer.remarks or (Remark("no_text_layer"),)
        return Opened(source, _NOTHING, (), remarks=remarks)
    decoded = Decoded(layer.text, "pdf", "declared", 1.0)
    opened = _open_text(source, decoded, words)
    told = Remark("text_layer", f"{layer.pages} pages")
    return replace(opened, remarks=(told, *layer.remarks, *opened.remarks))


def _decoding(source: Source, decoded: Decoded) -> list[Remark]:
    remarks = []
    if source.declared and decoded.basis == "guessed":
        seen = f"{source.declared} declared, {decoded.encoding} found"
        remarks.append(Remark("charset_wrong", seen))
    if decoded.basis == "repaired":
        remarks.append(Remark("charset_repaired", decoded.encoding))
    if decoded.damaged:
        count = sum(extent.end - extent.start for extent in decoded.damaged)
        remarks.append(Remark("damaged", f"{count} characters"))
    return remarks


def _reading(markup: Markup) -> list[Remark]:
    remarks = []
    if markup.unclosed is not None:
        remarks.append(Remark("unclosed", f"at {markup.unclosed}"))
    if markup.unread:
        seen = f"{markup.unread.start}-{markup.unread.end}"
        remarks.append(Remark("rest_unread", seen))
    if markup.coarse:
        remarks.append(Remark("coarse_places"))
    return remarks
