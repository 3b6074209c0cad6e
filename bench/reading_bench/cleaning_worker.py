"""Take the article out of pages with one of the yardsticks.

`python cleaning_worker.py TOOL JOB ANSWERS`. The settings are those that each project
gives for a page whose language is known; where it has none for Chinese, its
language-free ones. A page that a yardstick breaks off on has no text, and the reason.
Seconds are those of the processor over a set, after a warm run on its first pages.
"""

import json
import logging
import re
import sys
import warnings
from collections.abc import Callable
from html import unescape
from importlib.metadata import version
from pathlib import Path
from time import process_time

import offline

WARM = 10  # pages
Extract = Callable[[str, str], str]
_ENDS = re.compile(r"(?i)</?(?:p|div|h[1-6]|li|ul|ol|tr|br|section|article)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def trafilatura_() -> Extract:
    """Load trafilatura, as it comes."""
    from trafilatura import extract  # noqa: PLC0415 - each is loaded alone

    return lambda html, _: extract(html) or ""


def trafilatura_fast() -> Extract:
    """Load trafilatura without its second voices."""
    from trafilatura import extract  # noqa: PLC0415

    return lambda html, _: extract(html, fast=True) or ""


def resiliparse_() -> Extract:
    """Load resiliparse, asked for the main content."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return lambda html, _: extract_plain_text(html, main_content=True)


def readability_() -> Extract:
    """Load readability-lxml; its answer is HTML, and each block of it is a line."""
    from readability import Document  # noqa: PLC0415

    def extract(html: str, _: str) -> str:
        told = _ENDS.sub("\n", Document(html).summary(html_partial=True))
        return unescape(_TAG.sub("", told))

    return extract


def newspaper_() -> Extract:
    """Load newspaper4k; it cuts Chinese by jieba, which stands beside it."""
    from newspaper import Article  # noqa: PLC0415

    def extract(html: str, language: str) -> str:
        article = Article("http://localhost/page", language=language)
        article.download(input_html=html)
        article.parse()
        return str(article.text)

    return extract


def justext_() -> Extract:
    """Load jusText; it has no stop words for Chinese, so none are asked for.

    It counts letters: a Chinese character stands for about three and a half.
    """
    import justext  # noqa: PLC0415

    free = {"stopwords_low": 0, "stopwords_high": 0}
    free |= {"length_low": 20, "length_high": 57}

    def extract(html: str, language: str) -> str:
        is_english = language == "en"
        words = justext.get_stoplist("English") if is_english else frozenset()
        found = justext.justext(html, words, **({} if is_english else free))
        return "\n".join(p.text for p in found if not p.is_boilerplate)

    return extract


def boilerpy3_() -> Extract:
    """Load boilerpy3, its extractor of articles."""
    from boilerpy3.extractors import ArticleExtractor  # noqa: PLC0415

    extractor = ArticleExtractor()
    return lambda html, _: extractor.get_content(html)


def goose3_() -> Extract:
    """Load goose3 with its stop words for the language."""
    from goose3 import Goose  # noqa: PLC0415
    from goose3.text import StopWordsChinese  # noqa: PLC0415

    english = Goose()
    chinese = Goose({"stopwords_class": StopWordsChinese})

    def extract(html: str, language: str) -> str:
        goose = english if language == "en" else chinese
        return str(goose.extract(raw_html=html).cleaned_text)

    return extract


LOADERS: dict[str, Callable[[], Extract]] = {
    "trafilatura": trafilatura_,
    "trafilatura, fast": trafilatura_fast,
    "resiliparse": resiliparse_,
    "readability-lxml": readability_,
    "newspaper4k": newspaper_,
    "justext": justext_,
    "boilerpy3": boilerpy3_,
    "goose3": goose3_,
}


def taken(extract: Extract, pages: list[dict[str, str]]) -> dict[str, object]:
    """Run over the pages of a set; give texts, reasons and seconds."""
    texts, faults = [], {}
    for page in pages[:WARM]:
        _text(extract, page)
    seconds = 0.0
    for number, page in enumerate(pages):
        begun = process_time()
        text, fault = _text(extract, page)
        seconds += process_time() - begun
        texts.append(text)
        if fault:
            faults[number] = fault
    return {"texts": texts, "faults": faults, "seconds": seconds}


def _text(extract: Extract, page: dict[str, str]) -> tuple[str, str]:
    try:
        return extract(page["html"], page["language"]), ""
    except Exception as why:  # noqa: BLE001 - whatever a yardstick raises is its answer
        return "", offline.said(why)


def main(tool: str, job: Path, out: Path) -> None:
    """Answer the job."""
    offline.cut()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    extract = LOADERS[tool]()
    asked = json.loads(job.read_text("utf-8"))
    found = {name: taken(extract, pages) for name, pages in asked.items()}
    number = version(tool.partition(",")[0])
    out.write_text(json.dumps({"version": number, "sets": found}), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
