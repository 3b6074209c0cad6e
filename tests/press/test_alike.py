from random import Random

from opencc import OpenCC
from tests.press.reading import (
    PAGES,
    READING,
    bench_part,
    lines_of,
    noise_words,
    twin_words,
)

from antinomy.press.mending.alike import (
    Sketch,
    buckets,
    likeness,
    load_sketching,
    sketch,
)
from antinomy.press.mending.cleaning import judge
from antinomy.press.mending.twin import twin_of

variants = bench_part("variants")
HOW = load_sketching(READING / "alike.yaml")
PAGE = (PAGES / "link-list.txt").read_text("utf-8")
OTHER = (PAGES / "bracketed.txt").read_text("utf-8")


def sketched(text: str) -> Sketch:
    """Sketch the twin of a plain page."""
    judged = judge(lines_of(text), noise_words())
    return sketch(twin_of(judged, text, twin_words()).text, HOW)


def test_a_copy_in_traditional_characters_with_pinyin_is_a_copy() -> None:
    """Script, pinyin and another footer leave the sketch as it was."""
    convert = OpenCC("s2t").convert
    chance = Random(4)  # noqa: S311 - no secret
    copy = (
        variants.with_pinyin(convert(PAGE), chance)
        + "\n返回頂部\n版權所有 © 2025 某某網"
    )

    assert likeness(sketched(PAGE), sketched(copy)) > 0.95


def test_another_page_is_no_copy() -> None:
    """Two articles on one subject share hardly a shingle."""
    assert likeness(sketched(PAGE), sketched(OTHER)) < 0.1


def test_copies_meet_in_a_bucket() -> None:
    """A copy with a paragraph less shares a band with its origin, another page none."""
    one, copy = sketched(PAGE), sketched("\n".join(PAGE.split("\n")[4:]))

    assert likeness(one, copy) > HOW.alike
    assert set(buckets(one, HOW)) & set(buckets(copy, HOW))
    assert not set(buckets(one, HOW)) & set(buckets(sketched(OTHER), HOW))


def test_a_sketch_is_the_same_on_every_machine() -> None:
    """The least hashes depend on the text and the numbers of the pack alone."""
    found = sketch("芯片出口管制", HOW)

    assert HOW.permutations == len(found.least)
    assert found == sketch("芯片 出口\n管制", HOW)


def test_an_empty_page_is_like_no_other() -> None:
    """Two pages without text are not copies of each other."""
    empty = sketch(" \n", HOW)

    assert 0.0 == likeness(empty, empty)
    assert () == buckets(empty, HOW)
