"""Packs kept between runs change how soon an answer comes, never what it says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.doors.running import EXAMPLE, PACKS, run_program

from antinomy.cli import pack_cache
from antinomy.cli.pack_cache import cached_packs
from antinomy.values import PackError
from antinomy.view import Packs, open_packs


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a cache folder of the test's own."""
    monkeypatch.delenv("ANTINOMY_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "antinomy"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Give a copy of the shipped packs that a test may change."""
    folder = tmp_path / "packs"
    shutil.copytree(PACKS, folder, ignore=shutil.ignore_patterns("cases"))
    return folder


def copies(home: Path) -> list[Path]:
    """Give what lies in the folder."""
    return sorted(home.glob("packs-*"))


def test_a_kept_copy_is_what_was_loaded(home: Path) -> None:
    """What comes from the copy has the law, lists and words of the packs."""
    first, second, loaded = cached_packs(PACKS), cached_packs(PACKS), open_packs(PACKS)

    assert len(copies(home)) == 1
    assert first.law == second.law == loaded.law
    assert second.entity_list == loaded.entity_list
    assert second.words == loaded.words


def test_the_second_run_reads_no_pack(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that fits is used: the packs are not parsed again."""
    cached_packs(PACKS)
    assert copies(home)

    def refused(folder: Path) -> Packs:
        raise AssertionError(folder)

    monkeypatch.setattr(pack_cache, "open_packs", refused)

    assert cached_packs(PACKS).law.provisions


def test_answers_are_the_same_bytes_with_and_without(home: Path) -> None:
    """Cold, kept under another hash seed, or with no copy at all: the same bytes."""
    asked = ("assess", EXAMPLE, "--json")
    cold = run_program(*asked, hash_seed="1").stdout
    kept = run_program(*asked, hash_seed="2").stdout
    shutil.rmtree(home)
    home.write_text("not a folder", "utf-8")
    without = run_program(*asked, hash_seed="3").stdout

    assert cold
    assert cold == kept == without


def test_a_changed_pack_is_read_anew(home: Path, packs: Path) -> None:
    """A changed byte of a pack gives another copy, so nothing stale is answered."""
    before = cached_packs(packs)
    sheet = packs / "us" / "affiliates.yaml"
    text = sheet.read_text("utf-8")
    sheet.write_text(
        text.replace("captured_share_bis >= 50", "captured_share_bis > 50")
    )
    after = cached_packs(packs)

    assert len(copies(home)) == 2
    assert before.law.provisions != after.law.provisions


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: content[:-1], id="cut short"),
        pytest.param(lambda _: b"", id="emptied"),
        pytest.param(lambda content: content[:-9] + b"\0" + content[-8:], id="changed"),
        pytest.param(lambda content: b"\0" * 32 + content[32:], id="another seal"),
    ],
)
def test_a_damaged_copy_is_written_anew(
    home: Path, damage: Callable[[bytes], bytes]
) -> None:
    """A copy that is not what was written is not opened but replaced."""
    cached_packs(PACKS)
    (copy,) = copies(home)
    whole = copy.read_bytes()
    copy.write_bytes(damage(whole))

    assert cached_packs(PACKS).law == open_packs(PACKS).law
    assert len(whole) == len(copy.read_bytes())


def test_a_folder_others_can_write_to_is_not_used(home: Path) -> None:
    """A copy could have been laid by somebody else: it is neither read nor written."""
    home.mkdir()
    home.chmod(0o777)

    assert cached_packs(PACKS).law.provisions
    assert copies(home) == []


def test_the_variable_switches_it_off(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ANTINOMY_NO_CACHE leaves no trace on the disk."""
    monkeypatch.setenv("ANTINOMY_NO_CACHE", "1")

    assert cached_packs(PACKS).law.provisions
    assert not home.exists()


def test_faulty_packs_are_not_kept(home: Path, packs: Path) -> None:
    """Packs with a fault raise it every time."""
    (packs / "us" / "affiliates.yaml").write_text("measure: [", "utf-8")
    for _ in range(2):
        with pytest.raises(PackError):
            cached_packs(packs)

    assert copies(home) == []


def test_a_few_copies_are_kept(home: Path, packs: Path) -> None:
    """Old copies go: the folder does not grow with every change of a pack."""
    words = packs / "words" / "interface.yaml"
    for count in range(6):
        text = words.read_text("utf-8")
        words.write_text(text + f"# {count}\n", "utf-8")
        cached_packs(packs)

    assert 0 < len(copies(home)) <= 4
