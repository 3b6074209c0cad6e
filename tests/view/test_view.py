"""Packs that lean on one another, and how far their knowledge reaches."""

import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cases.casefile import PACKS, packs

from antinomy.language import FactName
from antinomy.values import Day, KnownBy, PackError, parse_day
from antinomy.view import View, open_packs, view_moved_to, view_on

CLI = PACKS.parent / "cli"


def view(on: str, known_by: str) -> View:
    """Give the view of a day as known by a day."""
    return view_on(packs(), Day(parse_day(on)), KnownBy(parse_day(known_by)))


@pytest.mark.parametrize(
    ("on", "known_by", "stale"),
    [
        ("2025-05-22", "2026-11-21", None),
        ("2026-09-20", "2026-11-21", None),
        ("2026-09-21", "2026-11-21", "2026-09-20"),
        ("2025-05-22", "2025-05-21", "2025-05-21"),
    ],
)
def test_the_law_is_known_to_the_earlier_of_two_days(
    on: str, known_by: str, stale: str | None
) -> None:
    """Beyond what is known, or beyond the pack's reach, an answer is stale."""
    found = view(on, known_by).stale_since("us")

    assert stale == (found.isoformat() if found else None)


# A file, what is changed in it, into what, and what is told.
BROKEN = [
    ("us/letter-h20.yaml", "addressee: nvidia", "addressee: nvida", '"nvidia"?'),
    ("us/letter-h20.yaml", "kind: letter", "kind: rule", "only a letter has an"),
    ("words/interface.yaml", "paper.bis_licence:", "paper.bis:", "paper 'bis_licence'"),
    ("catalogue/firms.csv", "us.letter.h20.2025", "us.letter.h20", "no letter of the"),
]


@pytest.mark.parametrize(("file", "sound", "faulty", "told"), BROKEN)
def test_a_reference_that_leads_nowhere_is_a_fault(
    file: str, sound: str, faulty: str, told: str, tmp_path: Path
) -> None:
    """Firms, letters, places and papers that packs name must be held."""
    folder = shutil.copytree(PACKS, tmp_path / "packs")
    text = (folder / file).read_text("utf-8")
    assert sound in text
    (folder / file).write_text(text.replace(sound, faulty), "utf-8")
    with pytest.raises(PackError, match=re.escape(told)):
        open_packs(folder)


def test_faults_of_every_room_are_told_in_one_go(tmp_path: Path) -> None:
    """Faults of words, of a table and of two packs are told together."""
    folder = shutil.copytree(PACKS, tmp_path / "packs")
    (folder / "words" / "interface.yaml").write_text("word: {}", "utf-8")
    (folder / "catalogue" / "systems.csv").write_text("a,b\n", "utf-8")
    (folder / "us" / "foundry.yaml").write_text("measure: [", "utf-8")
    (folder / "my" / "directive-1-2025.yaml").write_text("measure: my.x", "utf-8")
    with pytest.raises(PackError) as caught:
        open_packs(folder)

    for place in (
        *("interface.yaml:1:1", "systems.csv:1:1"),
        *("foundry.yaml:2:1", "directive-1-2025.yaml:1:1"),
    ):
        assert place in str(caught.value)


def test_a_chip_or_system_nobody_knows_is_told_of() -> None:
    """The lexicon gives a hint, and for a word that is known nothing."""
    checks = packs().lexicon().checks
    chip, system = FactName("chip", "chip"), FactName("item", "system")

    assert checks[chip]("nvidia-h20") is None
    assert "did you mean" in (checks[chip]("nvidia-h1000") or "")
    assert checks[system]("nowhere-9000") is not None


def test_every_word_that_is_printed_is_held() -> None:
    """Each label that a page names stands in the words, in both languages."""
    words = packs().words
    named = {
        key
        for path in CLI.glob("*.py")
        for key in re.findall(r'"((?:label|lever|reason)\.[a-z_]+)"', path.read_text())
    }

    assert named
    assert [] == sorted(key for key in named if key not in words)
    assert [] == sorted(key for key in named if not words[key].zh)


@pytest.mark.parametrize("known_by", ["2025-05-14", "2026-11-21"])
def test_a_view_moved_to_a_day_is_the_view_of_that_day(known_by: str) -> None:
    """Reading only what may have moved gives every day's law as reading all does."""
    known = [e for m in packs().law.measures.values() for e in m.events]
    told = {day for e in known for day in (e.announced, e.until) if day is not None}
    days = sorted({day + timedelta(days=n) for day in told for n in (0, 1)})[::9]
    near = view(str(days[len(days) // 2]), known_by)

    for day in days:
        moved, wanted = view_moved_to(Day(day), near).law, view(str(day), known_by).law
        assert wanted.standings == moved.standings
        assert wanted.live.rules == moved.live.rules
        assert wanted.counted.rules == moved.counted.rules
        assert wanted.live.sets == moved.live.sets
