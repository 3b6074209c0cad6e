"""The pages kept beside a record: by digest, before anything reads them."""

import hashlib
import io
import json
from pathlib import Path

import pytest
from tests.doors.running import ROOT, run

from antinomy.cli.page_store import PageStore
from antinomy.values import InputError, IntegrityError

PAGE = ROOT / "examples" / "pages" / "link-list.txt"
RETRACTION = ROOT / "examples" / "record" / "retraction.txt"


def digest_of(path: Path) -> str:
    """Name a file by its bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Give a record that keeps one page."""
    found = tmp_path / "record.db"
    assert run("read", PAGE, "--keep", "--record", found).exit_code == 0
    return found


def test_a_page_read_for_the_record_is_kept_as_it_came(record: Path) -> None:
    """The bytes of a kept page come back by the id of its source."""
    told = run("record", "page", f"sha256:{digest_of(PAGE)}", "--record", record)
    assert told.stdout_bytes == PAGE.read_bytes()


def test_a_page_is_kept_though_no_record_takes_it(tmp_path: Path) -> None:
    """What is no page, and what the record cannot take, is kept all the same."""
    broken = tmp_path / "broken.html"
    broken.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 8)
    where = tmp_path / "record.db"
    where.write_text("this is no record")
    assert run("read", broken, "--keep", "--record", where).exit_code != 0
    out = tmp_path / "again"
    asked = ("record", "page", digest_of(broken), "--into", out, "--record", where)
    assert run(*asked).exit_code == 0
    assert out.read_bytes() == broken.read_bytes()


def test_other_files_among_the_pages_are_passed(record: Path, tmp_path: Path) -> None:
    """What a desktop leaves in the folder stops neither a check nor a backup."""
    folder = record.with_name("record.db.pages")
    (folder / "zz").write_text("a file")
    (next(path for path in folder.iterdir() if path.is_dir()) / ".DS_Store").touch()
    told = json.loads(run("record", "verify", "--record", record, "--json").stdout)
    copied = run("record", "backup", tmp_path / "copy.db", "--record", record)
    assert (told["pages"], copied.exit_code) == (1, 0)


def test_a_damaged_page_keeps_no_other_from_the_copy(tmp_path: Path) -> None:
    """All sound pages are copied, and the damaged one is named."""
    pages, copy = PageStore(tmp_path / "pages"), PageStore(tmp_path / "copy")
    digests = [pages.keep(text) for text in (b"5 May", b"6 May", b"7 May")]
    (tmp_path / "pages" / digests[0][:2] / digests[0]).write_bytes(b"8 May")
    with pytest.raises(IntegrityError, match="not what was kept"):
        pages.copy_into(copy)
    assert sorted(digests[1:]) == list(copy.digests())


def test_a_record_called_by_another_name_has_its_pages(record: Path) -> None:
    """A link to the file of a record leads to the pages kept beside it."""
    link = record.with_name("link.db")
    link.symlink_to(record)
    told = json.loads(run("record", "verify", "--record", link, "--json").stdout)
    assert (told["pages"], told["sources_without_page"]) == (1, 0)


def test_a_drill_tries_the_pages(record: Path) -> None:
    """A drill copies the pages, compares them and finds the one that is damaged."""
    told = json.loads(run("record", "drill", "--record", record, "--json").stdout)
    assert told["pages"] == 1
    digest = digest_of(PAGE)
    page = record.with_name("record.db.pages") / digest[:2] / digest
    page.write_bytes(b"another")
    assert run("record", "drill", "--record", record).exit_code == 5


def test_a_withdrawal_of_nothing_keeps_nothing(record: Path) -> None:
    """The source of a withdrawal that is refused is not kept."""
    asked = ("nothing", "--on", "2025-05-20", "--reason", "taken back")
    source = ("--source", RETRACTION, "--record", record)
    assert run("record", "withdraw", *asked, *source).exit_code == 3
    told = run("record", "page", digest_of(RETRACTION), "--record", record)
    assert told.exit_code == 3


def test_a_page_given_twice_is_kept_once(tmp_path: Path) -> None:
    """The same bytes have one place, whatever their name."""
    pages = PageStore(tmp_path / "pages")
    kept = {pages.keep(b"5 May"), pages.keep(b"5 May"), pages.keep(b"6 May")}
    assert sorted(kept) == list(pages.digests())


def test_a_damaged_page_is_named_and_made_whole_again(tmp_path: Path) -> None:
    """A page whose bytes have changed is told, until the same bytes are put back."""
    pages = PageStore(tmp_path / "pages")
    digest = pages.keep(b"5 May")
    path = tmp_path / "pages" / digest[:2] / digest
    path.write_bytes(b"6 May")
    with pytest.raises(IntegrityError, match="not what was kept"):
        pages.verify()
    with pytest.raises(IntegrityError, match="not what was kept"):
        pages.open(digest)
    pages.keep(b"5 May")
    assert pages.verify() == 1


@pytest.mark.parametrize(
    "name", ["", "sha256", "../../etc/passwd", "A" * 64, "0" * 64, "0" * 63]
)
def test_what_is_not_kept_is_told(tmp_path: Path, name: str) -> None:
    """A digest that is none, or of which nothing is kept, is refused with a reason."""
    pages = PageStore(tmp_path / "pages")
    pages.keep(b"5 May")
    with pytest.raises(InputError, match="no page of the digest"):
        pages.open(name)


def test_a_page_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    """Where a file stands in the way of the folder, nothing is read or appended."""
    (tmp_path / "record.db.pages").write_text("in the way")
    told = run("read", PAGE, "--keep", "--record", tmp_path / "record.db")
    assert (told.exit_code, (tmp_path / "record.db").exists()) == (3, False)
    assert "record.db.pages" in told.stderr


def test_verify_checks_the_pages_too(record: Path) -> None:
    """A record is whole only where its pages are what was kept."""
    told = json.loads(run("record", "verify", "--record", record, "--json").stdout)
    assert (told["pages"], told["sources_without_page"]) == (1, 0)
    digest = digest_of(PAGE)
    page = record.with_name("record.db.pages") / digest[:2] / digest
    page.write_bytes(b"another")
    assert run("record", "verify", "--record", record).exit_code == 5


@pytest.mark.parametrize("name", ["copy.jsonl", "copy.db"])
def test_a_backup_carries_the_pages(record: Path, tmp_path: Path, name: str) -> None:
    """What is restored from a backup has the pages as they came."""
    copy, again = tmp_path / "b" / name, tmp_path / "again" / "record.db"
    assert run("record", "backup", copy, "--record", record).exit_code == 0
    assert run("record", "restore", copy, "--record", again).exit_code == 0
    told = json.loads(run("record", "verify", "--record", again, "--json").stdout)
    assert told["pages"] == 1


def test_a_file_that_becomes_a_source_is_kept(record: Path) -> None:
    """The file by which an entry is withdrawn is kept with the pages."""
    entries = ROOT / "examples" / "record" / "announcement.yaml"
    assert run("record", "import", entries, "--record", record).exit_code == 0
    asked = ("national-system", "--on", "2025-05-20", "--reason", "taken back")
    source = ("--source", RETRACTION, "--record", record)
    assert run("record", "withdraw", *asked, *source).exit_code == 0
    told = run("record", "page", digest_of(RETRACTION), "--record", record)
    assert told.stdout_bytes == RETRACTION.read_bytes()


def test_a_page_is_written_over_nothing(record: Path, tmp_path: Path) -> None:
    """A file that is there already is left as it is."""
    out = tmp_path / "there"
    out.write_text("mine")
    told = run("record", "page", digest_of(PAGE), "--into", out, "--record", record)
    assert (told.exit_code, out.read_text()) == (3, "mine")


def test_a_long_page_is_kept_in_parts(tmp_path: Path) -> None:
    """Bytes beyond what is copied in one go have the digest of all of them."""
    data = b"0123456789abcdef" * (200_000)
    pages = PageStore(tmp_path / "pages")
    digest = pages.keep(data)
    with pages.open(digest) as page:
        assert io.BytesIO(data).getvalue() == page.read()
    assert digest == hashlib.sha256(data).hexdigest()
