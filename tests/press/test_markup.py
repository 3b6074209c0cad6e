import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press.pages import below, codes, inside, opened, story_page, words

from antinomy.press.pages.markup import Markup, segment
from antinomy.press.woven import Extent


def parted(page: str) -> Markup:
    """Part a page with the words of the pack."""
    return segment(page, words().markup, words().limits)


def texts(page: str) -> list[str]:
    """Give the texts of the blocks of a page."""
    return [block.woven.text for block in parted(page).blocks]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One<p>two</p>three", ["One", "two", "three"]),
        ("<p>a <b>bold</b> word</p>", ["a bold word"]),
        ("<p>cut<b>ting</b></p>", ["cutting"]),
        ("one<br>two<BR/>three", ["one", "two", "three"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a", "b", "c"]),
        ("<h2>Head</h2>text", ["Head", "text"]),
        ("<p>  much \n\n  space </p>", ["much space"]),
        ("<p>&nbsp;&nbsp;in &amp; out&nbsp;</p>", ["in & out"]),
        ("<p>\u3000\u3000五月\n十三日</p>", ["五月 十三日"]),
        ("<p>5 &lt; 6 &#20116; &#x6708;</p>", ["5 < 6 五 月"]),
        ("<p>AT&T &nosuch; &</p>", ["AT&T &nosuch; &"]),
        ("<p>a<!-- b -->c<script>d</script>e</p>", ["ace"]),
        ("<p>a<STYLE>x</Style >b</p>", ["ab"]),
        ("<p>a<![CDATA[b]]>c</p>", ["ac"]),
        ("<p>a\0b</p>", ["ab"]),
        ("<p title='a>b'>c</p>", ["c"]),
        ('<p title="<p>no</p>">yes</p>', ["yes"]),
        ("<p>3 < 4, 5 <6</p>", ["3 < 4, 5 <6"]),
        ("<title>A &mdash; B</title><p>c</p>", ["A — B", "c"]),
        ("no markup at all", ["no markup at all"]),
        ("", []),
        ("<p> </p><div>\n</div>&nbsp;", []),
    ],
)
def test_a_page_is_parted_at_its_block_tags(page: str, expected: list[str]) -> None:
    """Block tags part, inline tags and what nobody sees do not."""
    assert expected == texts(page)


def test_every_character_has_its_place() -> None:
    """A span of a line is carried back through tags, entities and white space."""
    page = opened("<body><p>On&nbsp; <i>5</i> May &amp; later</p></body>")

    assert "On 5 May & later" == page.lines[0].text
    assert "On&nbsp; <i>5" == below(page, 0, 0, 4)
    assert "&nbsp; " == below(page, 0, 2, 3)
    assert "&amp;" == below(page, 0, 9, 10)
    assert "later" == below(page, 0, 11, 16)


@given(
    st.lists(
        st.sampled_from(
            [
                *("<p>", "</p>", "<b>", "</b>", "<a href='/'>", "</a>", "<br>", "<td>"),
                *("\n", "  ", "&amp;", "&nbsp;", "<!-- x -->", "\0", "五月", "text"),
                *("<script>", "</script>", '<i title="', "'", ">", "\u200b", "\u202e"),
                *("<", "&", " "),
            ]
        ),
        max_size=40,
    )
)
def test_what_is_kept_stands_there(pieces: list[str]) -> None:
    """A run taken as it is stands in the source at its place, white space apart."""
    page = "".join(pieces)
    for block in parted(page).blocks:
        woven = block.woven
        ends = (*woven.places[1:], len(woven.text))
        runs = zip(woven.places, woven.sources, woven.whole, ends, strict=True)
        for place, source, whole, end in runs:
            stood = source.of(page)
            if not whole:
                assert woven.text[place:end] == stood.replace("\n", " ")
        assert woven.text == woven.text.strip()
        assert block.extent.start == woven.below(Extent(0, 1)).start


def test_links_are_measured() -> None:
    """The share of a line that stands in links is told, also of links around blocks."""
    blocks = parted(
        "<p>half <a href='/'>half</a></p><a href='/'><div>all</div></a><p>none</p>"
    ).blocks

    assert [(0.44, "p"), (1.0, "div"), (0.0, "p")] == [
        (round(block.linked, 2), block.tag) for block in blocks
    ]


def test_lines_know_their_tags() -> None:
    """Headings, items and cells are known by their tag."""
    page = "<h1>a</h1><ul><li>b</li></ul><table><tr><th>c</th><td>d</table>e<p>f<br>g"

    assert ["h1", "li", "th", "td", "", "p", "p"] == [
        block.tag for block in parted(page).blocks
    ]


def test_a_page_says_what_it_is() -> None:
    """Title, dates, site and author are gathered with their places."""
    page = opened(
        "<html><head><title>Rule &amp; order</title>"
        '<meta property="article:published_time" content="2025-05-13T08:00:00+08:00">'
        "<meta content='The Paper' property='og:site_name'/>"
        '<meta name=Author content="A. Writer">'
        '<script type="application/ld+json">{"headline": "Order",'
        ' "datePublished": "2025-05-12"}</script></head>'
        '<body><p>Text.</p><time datetime="2025-05-14">Wednesday</time></body></html>'
    )
    text = page.decoded.text

    assert [
        ("title", "Rule & order", "title"),
        ("published", "2025-05-13T08:00:00+08:00", "article:published_time"),
        ("site", "The Paper", "og:site_name"),
        ("author", "A. Writer", "author"),
        ("title", "Order", "headline"),
        ("published", "2025-05-12", "datePublished"),
        ("published", "2025-05-14", "time"),
    ] == [(fact.word, fact.value, fact.stood) for fact in page.facts]
    assert "Rule &amp; order" == page.facts[0].extent.of(text)
    assert "2025-05-12" == page.facts[5].extent.of(text)


def test_no_block_is_lost() -> None:
    """Menu and footer are lines too, outside the article, in the order of the page."""
    page = opened(story_page())
    outside = [line.text for line in page.lines if line.outside]

    assert [
        "Rule on chips to take effect",
        "Home page",
        "All the news",
        "Contact us Imprint",
    ] == outside
    assert list(range(1, len(page.lines) + 1)) == [line.number for line in page.lines]
    assert "Rule on chips to take effect" == inside(page)[0]


def test_a_script_without_end_is_told() -> None:
    """What is swallowed by a script that never ends is remarked."""
    page = opened("<html><p>A sentence, and one more.</p><script>var a = 1;")

    assert "unclosed" in codes(page)
    assert ["A sentence, and one more."] == [line.text for line in page.lines]


def test_lines_of_a_text_keep_their_numbers() -> None:
    """Empty lines are lines, and an end of line is no part of a line."""
    page = opened("One\r\n\nthree\n")

    assert [(1, "One"), (2, ""), (3, "three")] == [
        (line.number, line.text) for line in page.lines
    ]
    assert [Extent(0, 3), Extent(5, 5), Extent(6, 11)] == [
        line.extent for line in page.lines
    ]


@pytest.mark.parametrize("mark", ["\r", "\u2028", "\x85"])
def test_a_text_may_end_its_lines_in_another_way(mark: str) -> None:
    """Where no line feed stands, what old or foreign programs write ends a line."""
    page = opened(f"One{mark}{mark}three{mark}")

    assert [(1, "One"), (2, ""), (3, "three")] == [
        (line.number, line.text) for line in page.lines
    ]


def test_a_stray_end_of_another_kind_ends_no_line() -> None:
    """In a text with line feeds a carriage return inside a line stays in it."""
    page = opened("One\rtwo\nthree")

    assert [Extent(0, 7), Extent(8, 13)] == [line.extent for line in page.lines]
