import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press.pages import TW, ZH, words

from antinomy.press.pages.decode import Decoded, decode
from antinomy.press.woven import Extent


def read(data: bytes, declared: str | None = None) -> Decoded:
    """Decode with the words of the pack."""
    return decode(data, declared, words().encodings)


RU = "Компания вчера заявила, что новый чип будет поставлен в следующем году."
FR = "Le ministère a déclaré hier que l’entreprise était prête à négocier."
JA = "同社は昨日、新しいチップの出荷を来年の第一四半期に開始すると発表した。"
KO = "회사는 어제 새로운 칩을 내년 일분기에 출하할 것이라고 발표했다."


@pytest.mark.parametrize(
    ("text", "written", "declared", "found", "basis"),
    [
        (ZH, "utf-8", None, "utf-8", "guessed"),
        (ZH, "utf-8", "UTF8", "utf-8", "declared"),
        (ZH, "utf-8", "gbk", "utf-8", "guessed"),
        (ZH, "gb18030", None, "gb18030", "guessed"),
        (ZH, "gb18030", "gb2312", "gb18030", "declared"),
        (ZH, "gb18030", "utf-8", "gb18030", "guessed"),
        (ZH, "gb18030", "big5", "gb18030", "guessed"),
        (ZH, "gb18030", "iso-8859-1", "gb18030", "guessed"),
        (ZH, "gb18030", "no such charset", "gb18030", "guessed"),
        (TW, "big5", None, "big5hkscs", "guessed"),
        (TW, "big5", "gb2312", "big5hkscs", "guessed"),
        (TW, "gb18030", "gbk", "gb18030", "declared"),
        (ZH, "utf-16-le", None, "utf-16-le", "guessed"),
        (ZH, "utf-16-be", None, "utf-16-be", "guessed"),
        ("A rule, in English.", "utf-16-le", None, "utf-16-le", "guessed"),
        (JA, "shift_jis", None, "cp932", "guessed"),
        (JA, "euc_jp", None, "euc_jp", "guessed"),
        (KO, "euc_kr", None, "cp949", "guessed"),
        (FR, "cp1252", None, "cp1252", "guessed"),
        (FR, "cp1252", "latin1", "cp1252", "declared"),
        (FR, "utf-8", "latin1", "utf-8", "guessed"),
        (RU, "cp1251", "windows-1251", "cp1251", "declared"),
    ],
)
def test_the_charset_is_found(
    text: str, written: str, declared: str | None, found: str, basis: str
) -> None:
    """A text is read as it was written, whatever was declared, and the guess kept."""
    decoded = read(text.encode(written), declared)

    assert (text, found, basis) == (decoded.text, decoded.encoding, decoded.basis)


@pytest.mark.parametrize("charset", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_mark_says_it(charset: str) -> None:
    """A mark at the beginning settles the charset and is no part of the text."""
    decoded = read(("\ufeff" + ZH).encode(charset), "big5")

    assert (ZH, charset, "mark", 1.0) == (
        decoded.text,
        decoded.encoding,
        decoded.basis,
        decoded.sure,
    )


def test_a_page_names_its_charset() -> None:
    """A charset named at the beginning of the page counts as declared."""
    page = f'<meta charset="GB2312"><p>{ZH}'

    assert "declared" == read(page.encode("gbk")).basis


def test_two_characters_prove_nothing() -> None:
    """A very short text that fits what is declared and UTF-8 is as declared."""
    assert "联通" == read("联通".encode("gbk"), "gbk").text


def test_bytes_that_cannot_be_read_are_kept_as_damage() -> None:
    """A broken byte becomes a replacement character whose place is told."""
    data = ZH.encode("gb18030")
    decoded = read(data[:20] + b"\xff" + data[20:])

    assert (Extent(10, 11),) == decoded.damaged
    assert ZH == decoded.text.replace("\ufffd", "")


def test_a_text_cut_inside_a_character_stays_utf_8() -> None:
    """The half character at the end is damage, not a reason for another charset."""
    decoded = read(ZH.encode()[:-1])

    assert ("utf-8", ZH[:-1] + "\ufffd") == (decoded.encoding, decoded.text)


def test_a_run_that_lost_a_byte_is_put_right() -> None:
    """Pairs of GBK read one byte off are read again, one byte on."""
    data = "第一段。\n".encode("gbk") + ZH.encode("gbk")[1:] + b"\n" + ZH.encode("gbk")
    decoded = read(data, "gbk")

    assert f"第一段。\n\ufffd{ZH[1:]}\n{ZH}" == decoded.text
    assert ("repaired", (Extent(5, 6),)) == (decoded.basis, decoded.damaged)


def test_a_text_stored_shifted_is_put_right() -> None:
    """A text read one byte off as a whole and stored in UTF-8 is taken back first."""
    shifted = ZH.encode("gbk")[1:].decode("gb18030", "ignore")
    decoded = read(shifted.encode())

    assert "repaired" == decoded.basis
    assert ZH[1:-1] in decoded.text


def test_a_sound_text_is_not_repaired() -> None:
    """Classical or foreign-looking words are left as they are."""
    text = "颙颛颞颢颥颦颧馗馘馥骠骢骣骧髁髂髅髑髟魇魈魉魍魑"

    assert text == read(text.encode("gbk"), "gbk").text


@given(st.binary(max_size=400), st.sampled_from([None, "gbk", "utf-8", "big5"]))
def test_any_bytes_are_read(data: bytes, declared: str | None) -> None:
    """Decoding never fails, and every replacement character lies in a damage told."""
    decoded = read(data, declared)
    told = {n for extent in decoded.damaged for n in range(extent.start, extent.end)}

    assert 0 <= decoded.sure <= 1
    assert {n for n, c in enumerate(decoded.text) if c == "\ufffd"} == told


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_utf_8_is_read_as_written(text: str) -> None:
    """A text of some length in UTF-8 with a mark comes back unchanged."""
    assert text == read(b"\xef\xbb\xbf" + text.encode()).text
