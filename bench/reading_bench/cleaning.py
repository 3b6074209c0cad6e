"""Lines read and lines left: ours and the yardsticks', against the gold of each line.

A yardstick gets the lines as HTML, flat and with items of lists as links, and keeps a
line when its text holds it. We judge the plain lines, and the same HTML.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reading_bench.markup import FORMS, Form, held, language_of, page_of
from reading_bench.ours import OURS, by_line, judged, kept_of
from reading_bench.sheet import Counts, Part, Row, Sheet
from reading_bench.variants import GoldLine
from reading_bench.yardsticks import CLEANERS, MissingError, ask

Page = Sequence[GoldLine]
PLAIN = f"{OURS}, plain lines"


@dataclass(slots=True)
class Tally:
    """Lines by what they are and whether they were read, and characters of the body."""

    kept: int = 0
    lost: int = 0
    noise_read: int = 0
    noise_left: int = 0
    chars: int = 0
    chars_lost: int = 0
    misnamed: Counter[str] = field(default_factory=Counter)

    def add(self, page: Page, read: Sequence[bool]) -> None:
        """Count a page; blank lines have no part."""
        for line, is_read in zip(page, read, strict=True):
            if line.role == "blank" or not line.text.strip():
                continue
            if line.keep:
                self.chars += len(line.text)
                self.chars_lost += 0 if is_read else len(line.text)
            match line.keep, is_read:
                case True, True:
                    self.kept += 1
                case True, False:
                    self.lost += 1
                case False, True:
                    self.noise_read += 1
                case _:
                    self.noise_left += 1

    def json(self) -> dict[str, object]:
        """Give every count."""
        return {
            "kept": self.kept,
            "lost": self.lost,
            "noise_read": self.noise_read,
            "noise_left": self.noise_left,
            "chars": self.chars,
            "chars_lost": self.chars_lost,
            "misnamed": dict(self.misnamed.most_common()),
        }

    @property
    def reading(self) -> Counts:
        """Count the lines read: right where they are of the article."""
        return Counts(self.kept, self.kept + self.noise_read, self.kept + self.lost)

    @property
    def leaving(self) -> Counts:
        """Count the lines left: right where they are noise."""
        noise = self.noise_left + self.noise_read
        return Counts(self.noise_left, self.noise_left + self.lost, noise)


@dataclass(frozen=True, slots=True)
class Lines:
    """A set of pages with the gold of their lines; ``html`` where they have their own.

    ``is_tuned`` marks figures of development.
    """

    title: str
    pages: Sequence[Page]
    is_tuned: bool
    html: Mapping[int, Path] = field(default_factory=dict)

    def html_of(self, number: int, form: Form) -> str:
        """Give a page as HTML: its own, or wrapped."""
        if number in self.html:
            return self.html[number].read_text("utf-8")
        return page_of([line.text for line in self.pages[number]], form)


Tallies = dict[tuple[str, Form], dict[str, Tally]]


def ours_on(lines: Lines, form: Form) -> dict[str, Tally]:
    """Judge the plain lines, and the HTML that the yardsticks get."""
    plain, marked = Tally(), Tally()
    for number, page in enumerate(lines.pages):
        texts = [line.text for line in page]
        source = lines.html_of(number, form)
        told = kept_of(judged(source.encode(), "html"))
        marked.add(page, held(texts, told))
        if number in lines.html:
            plain.add(page, held(texts, told))
            continue
        own = by_line(texts)
        plain.add(page, [one.is_read for one in own])
        for gold, one in zip(page, own, strict=True):
            if not gold.keep and gold.kind and gold.kind != one.kind:
                plain.misnamed[f"{gold.kind} as {one.kind or one.role}"] += 1
    return {PLAIN: plain, f"{OURS}, as HTML": marked}


def measure(
    sets: Sequence[Lines], sheet: Sheet, work: Path, *, with_peers: bool = True
) -> Tallies:
    """Let every yardstick and us read every set in both forms."""
    keys = [(lines, form) for lines in sets for form in FORMS]
    found: Tallies = {(lines.title, form): ours_on(lines, form) for lines, form in keys}
    job = {
        f"{lines.title}/{form}": [
            _asked(lines, n, form) for n in range(len(lines.pages))
        ]
        for lines, form in keys
    }
    for tool in CLEANERS if with_peers else ():
        try:
            told = ask(tool, job, work)
        except MissingError as why:
            sheet.missing.append(f"{tool.title}, lines: {why}")
            continue
        sheet.versions[tool.title.partition(",")[0]] = told["version"]
        for lines, form in keys:
            answer = told["sets"][f"{lines.title}/{form}"]
            tally = found[lines.title, form][tool.title] = Tally()
            for page, text in zip(lines.pages, answer["texts"], strict=True):
                tally.add(page, held([line.text for line in page], text))
            if answer["faults"]:
                broken = len(answer["faults"])
                why = next(iter(answer["faults"].values()))
                told_of = f"{broken} pages of {lines.title}, {form}"
                sheet.missing.append(f"{tool.title} broke off on {told_of}: {why}")
    return found


def _asked(lines: Lines, number: int, form: Form) -> dict[str, str]:
    text = "\n".join(line.text for line in lines.pages[number])
    return {"html": lines.html_of(number, form), "language": language_of(text)}


def parts(sets: Sequence[Lines], found: Tallies) -> list[Part]:
    """Write two tables: lines lost and noise read by number, and F1 of both."""
    tuned = ", ".join(lines.title for lines in sets if lines.is_tuned)
    note = (
        "Flat: every line a paragraph. Lists: lines that begin with a list's sign are"
        " items with a link. A page that is HTML is taken as it is. Blank lines are not"
        f" counted. Figures of development, tuned on: {tuned or 'none'}."
    )
    numbers = "Each cell: lines of the article lost / lines of noise read. "
    shares = "Each cell: F1 of the lines read / F1 of the lines left. "
    counts = {
        f"{title}, {form}": {tool: tally.json() for tool, tally in tallies.items()}
        for (title, form), tallies in found.items()
    }
    head = ["reader"]
    for (title, form), tallies in found.items():
        one = next(iter(tallies.values()))
        head.append(f"{title}, {form}: {one.reading.wanted} / {one.leaving.wanted}")
    return [
        Part(
            "Lines of the article and noise",
            numbers + note,
            head,
            _rows(found, lambda tally: f"{tally.lost} / {tally.noise_read}"),
            counts,
        ),
        Part(
            "The same by F1",
            shares + "The number of lines as above.",
            ["reader", *(f"{title}, {form}" for title, form in found)],
            _rows(found, lambda t: f"{t.reading.f1:.3f} / {t.leaving.f1:.3f}"),
            {},
        ),
    ]


def _rows(found: Tallies, cell: Callable[[Tally], str]) -> list[Row]:
    """Write a row for each reader; plain lines have no second form."""
    tools = dict.fromkeys(tool for tallies in found.values() for tool in tallies)
    rows: list[Row] = []
    for tool in tools:
        shown = [
            cell(tallies[tool])
            if tool in tallies and (tool != PLAIN or form == FORMS[0])
            else "–"
            for (_, form), tallies in found.items()
        ]
        rows.append([tool, *shown])
    return rows
