import pytest
from tests.press.pages import STORY, codes, inside, opened, story_page, words

from antinomy.press.pages.containers import Containers, weigh
from antinomy.press.pages.density import dense_blocks
from antinomy.press.pages.markup import segment
from antinomy.press.pages.voices import (
    agreed,
    beyond,
    fast_voice,
    settled,
    slow_voice,
    voice_of,
)


def own(page: str) -> list[str]:
    """Give what the own voice takes for the article."""
    markup = segment(page, words().markup, words().limits)
    containers = Containers(markup, words().voices, words().markup)
    kept = sorted(dense_blocks(markup, containers))
    return [markup.blocks[number].woven.text for number in kept]


ZH_STORY = (
    "商务部发言人周二表示，有关芯片出口的新规定将于今年秋天生效，企业应当提前准备。",
    "多家企业表示，将在规定的期限之前提交计划，但是表格目前尚未公布。",
    "一位官员回应说，表格会按时公布，任何人都不会被要求提供无法知道的情况。",
)


@pytest.mark.parametrize("story", [STORY, ZH_STORY])
@pytest.mark.parametrize(
    "form",
    [
        "<div><p>{}</p></div>",
        "<div>{}</div>",
        "<div><div><span>{}</span></div></div>",
        "<section><p>{}</p></section>",
        "{}<br><br>",
    ],
)
def test_the_story_is_found_in_any_dress(story: tuple[str, ...], form: str) -> None:
    """Paragraphs, bare divisions and line breaks all make an article."""
    body = "".join(form.format(text) for text in story)
    menu = "".join(
        f"<li><a href='/{n}'>Part {n} of the site</a></li>" for n in range(9)
    )
    page = f"<body><ul>{menu}</ul><div>{body}</div><div>All rights kept</div></body>"

    assert list(story) == own(page)


def test_comments_longer_than_the_story_are_left_out() -> None:
    """What readers wrote below is not the article, however much they wrote."""
    said = "<p>I think, and I said so before, that it is all wrong, is it not?</p>"
    comments = f"<div id='comments' class='comment-list'>{said * 12}</div>"

    assert ["Rule on chips to take effect", *STORY] == own(story_page(after=comments))


def test_a_sidebar_by_name_may_hold_the_story() -> None:
    """A name speaks against a container only while the story may stand elsewhere."""
    page = "".join(f"<p>{text}</p>" for text in STORY)

    assert list(STORY) == own(f"<body><div class='sidebar'>{page}</div></body>")


def test_a_story_in_two_parts_is_one() -> None:
    """Neighbouring containers of running text are taken together."""
    one, two, three = (f"<p>{text}</p>" for text in STORY)
    body = f"<div><div>{one}{two}</div><div class='photo'></div><div>{three}{two}</div>"

    assert [*STORY, STORY[1]] == own(f"<body>{body}</div></body>")


def test_a_lead_of_its_own_is_taken_in() -> None:
    """Whole sentences between the headline and the article are its beginning."""
    lead = "The forms are late, officials said, and nobody knows when they will come."
    page = f"<h1>Rule</h1><div><p>{lead} Or so it is told.</p></div><p>5 May</p><div>"
    body = "".join(f"<p>{text}</p>" for text in STORY * 4)

    assert [f"{lead} Or so it is told.", *(STORY * 4)] == own(f"{page}{body}</div>")


def test_a_short_heading_in_the_article_is_kept() -> None:
    """What shares a container with running text is not trimmed, however short."""
    body = "<p>Foreword</p>" + "".join(f"<p>{text}</p>" for text in STORY)

    assert ["Foreword", *STORY] == own(f"<body><div>{body}<p>The end</p></div></body>")[
        :4
    ]


def test_a_page_of_links_has_no_article() -> None:
    """Where neither voice finds running text, no line is inside, and that is said."""
    page = opened("<body>" + "<li><a href='/x'>A link to elsewhere</a></li>" * 60)

    assert [] == inside(page)
    assert 60 == len(page.lines)
    assert ["no_article"] == codes(page)


def test_hidden_text_is_outside() -> None:
    """What the page does not show is not the article."""
    hidden = (
        "<div style='display: none'><p>Words, that nobody sees, stand here.</p></div>"
    )

    assert inside(opened(story_page())) == inside(opened(story_page(after=hidden)))


def test_a_caption_is_outside() -> None:
    """The words under a picture are not the article."""
    picture = (
        "<figure><figcaption>A chip, seen from above, in May.</figcaption></figure>"
    )

    assert inside(opened(story_page())) == inside(opened(story_page(before=picture)))


def test_both_foreign_voices_find_the_story() -> None:
    """What the foreign voices say is found again in the blocks."""
    page = story_page()
    markup = segment(page, words().markup, words().limits)
    for voice in (fast_voice, slow_voice):
        every = range(len(markup.blocks))
        found = voice_of(voice(page), markup, every)

        assert set(STORY) <= {markup.blocks[n].woven.text for n in found}


def test_agreement_counts_running_text() -> None:
    """Voices agree by the running text that both keep; with none they agree."""
    assert 0.75 == agreed(frozenset({1}), frozenset({0, 1}), [1.0, 3.0, 0.0])
    assert 1.0 == agreed(frozenset(), frozenset({2}), [1.0, 3.0, 0.0])


def test_two_of_three_win() -> None:
    """The own voice stands where the slow one bears it out, else block by block."""
    weights = [1.0] * 6
    own, fast, slow = frozenset({0, 1}), frozenset({0, 3}), frozenset({3, 4})

    assert own == settled(own, fast, own, weights=weights, line=0.8)
    assert frozenset({0, 3}) == settled(own, fast, slow, weights=weights, line=0.8)


def test_a_quarrel_is_told() -> None:
    """Where the two voices differ the third is asked, and the page says so."""
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = opened(f"<html><body><div class='sidebar'>{story}</div></body></html>")

    assert ["voices_differ"] == codes(page)
    assert list(STORY) == inside(page)


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<div>" * 10_000 + "text, and more", "elements deep"),
        ("<b>" * 1000 + "text, and more", "left open"),
        ("<i>a</i>" * 11_000, "tags"),
        ("<p>" + "word, " * 400_000, "characters"),
        ("<p " + "a=1 " * 9000 + ">text, and more", "pairs of attributes"),
        ("<p" + "/a" * 20_000 + ">text, and more", "pairs of attributes"),
    ],
)
def test_a_hard_page_is_left_to_the_own_voice(page: str, why: str) -> None:
    """No foreign parser is given what it may choke on, and that is said."""
    markup = segment(page, words().markup, words().limits)

    assert beyond(page, markup, words().limits).endswith(why)
    assert "own_voice_only" in codes(opened("<html>" + page))


@pytest.mark.parametrize(
    ("text", "linked", "weight"),
    [
        ("Contact us", 0.0, 0.0),
        ("A link to another story, which is long enough.", 0.9, 0.0),
        ("http://www.example.org/a/b/c", 0.0, 0.3),
        ("One, two, three, and so on to the end.", 0.0, 5.38),
        ("表格会按时公布，任何人都不会被要求。", 0.0, 3.54),
    ],
)
def test_running_text_has_weight(text: str, linked: float, weight: float) -> None:
    """Marks and width make running text; links and short words do not."""
    assert weight == round(weigh(text, linked, words().voices), 2)


@pytest.mark.parametrize(
    "planted",
    [
        '<p style="display: none">{}</p>',
        "<div hidden><p>{}</p></div>",
        '<div style="color:red;display:none"><div><p>{}</p></div></div>',
    ],
)
def test_what_nobody_sees_is_no_part_of_the_article(planted: str) -> None:
    """Text that a page hides from its readers lies outside, however long it is."""
    said = "A long sentence that stands for nobody to see, with commas, and a stop."
    shown = (
        "<p>The ministry published the paper in the morning, and it was read.</p>" * 4
    )
    page = f"<html><body><article>{shown}{planted.format(said)}</article></body></html>"
    lines = opened(page.encode()).lines

    assert [True] == [line.outside for line in lines if line.text == said]
