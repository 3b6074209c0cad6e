import gzip
import os
from pathlib import Path

import pytest
from tests.doors.many import page, reader, words
from tests.press.pages import packed, record

from antinomy.cli.read_hand import row_words, rows_of_record
from antinomy.cli.read_records import Record, Unread, Ways, files_in, records_of

WAYS = Ways(words(), reader().words.sources)
LIMITS = WAYS.sources.limits


def found(*paths: Path, out: Path = Path("/nowhere")) -> list[Record | Unread]:
    """Give every record of some paths."""
    return [
        record
        for file in files_in(paths, WAYS, out)
        for record in records_of(file, WAYS)
    ]


def told(folder: Path) -> dict[str, str]:
    """Tell of each record below a folder the remark of its error, "" if it has none."""
    shown = {}
    for each in found(folder):
        rows = rows_of_record(each, reader(), row_words(reader())).of("error")
        shown[each.file.removeprefix(f"{folder}/")] = str(rows[0][7]) if rows else ""
    return shown


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    """Files come in the order of their whole names, whatever the disk says."""
    for name in ("b.txt", "a/2.txt", "a/1.txt", "a-b.txt", "B.TXT", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("5 May 2025")
    names = [each.file for each in found(tmp_path)]

    assert sorted(names) == names
    assert 6 == len(names)


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    """A page named beside its own folder is one page."""
    (tmp_path / "a.txt").write_text("5 May 2025")

    assert 1 == len(found(tmp_path, tmp_path / "a.txt", tmp_path))


def test_the_tables_are_not_read_as_pages(tmp_path: Path) -> None:
    """A folder of tables inside the folder that is read is passed over."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_text("5 May 2025")

    assert [] == found(tmp_path, out=tmp_path / "out")


def test_what_is_no_page_says_what_it_is(tmp_path: Path) -> None:
    """A file of another kind is an error row by how it begins, or by its name."""
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04....")
    (tmp_path / "b.csv").write_bytes(b"a,b\n")
    (tmp_path / "c").write_bytes(b"words")
    (tmp_path / "d.html").write_bytes(gzip.compress(b"<p>text"))
    (tmp_path / "e.txt").write_bytes(b"")

    assert {
        "a.docx": "no kind of file that is read: zip",
        "b.csv": "no kind of file that is read: .csv",
        "c": "no kind of file that is read: c",
        "d.html": "this is no page but a file of another kind: gzip",
        "e.txt": "the page is empty (0 bytes)",
    } == told(tmp_path)


def test_links_and_pipes_hold_nothing_up(tmp_path: Path) -> None:
    """Links in a circle, to a folder, to nothing, and a pipe are told and passed."""
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "lost.html").symlink_to("nowhere")
    (tmp_path / "self.html").symlink_to("self.html")
    (tmp_path / "page.txt").write_text("5 May 2025")
    (tmp_path / "same.txt").symlink_to("page.txt")
    os.mkfifo(tmp_path / "pipe.txt")

    assert {
        "loop": f"a link to a folder is not followed: {tmp_path}",
        "lost.html": "a link that leads nowhere or back to itself: nowhere",
        "page.txt": "",
        "pipe.txt": "it is no file but a pipe, a socket or a device",
        "same.txt": "",
        "self.html": "a link that leads nowhere or back to itself: self.html",
    } == told(tmp_path)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """What the system refuses is an error row with its reason."""
    [each] = found(tmp_path / f"{'a' * 300}.txt")

    assert isinstance(each, Unread)
    assert ("unreadable", "file name too long") == (each.remark.code, each.remark.seen)


def test_a_name_of_stray_bytes_is_written_so_that_it_can_be_told(
    tmp_path: Path,
) -> None:
    """A name that is no UTF-8 is escaped, and stays apart from one so written."""
    for name in (b"\xff.txt", b"\\xff.txt", "5月.txt".encode(), b"a\nb.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("5 May")
    names = {Path(each.file).name for each in found(tmp_path)}

    assert {r"\xff.txt", r"\\xff.txt", "5月.txt", "a\nb.txt"} == names


def test_a_file_beyond_every_limit_is_not_even_opened(tmp_path: Path) -> None:
    """200 MB are refused by their size."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    [each] = found(tmp_path)

    assert isinstance(each, Unread)
    assert ("too_large", None) == (each.remark.code, each.size)


def test_folders_may_lie_deep(tmp_path: Path) -> None:
    """A thousand folders inside one another are walked."""
    deep = [tmp_path]
    for _ in range(1000):
        deep.append(deep[-1] / "d")
        deep[-1].mkdir()
    (deep[-1] / "a.txt").write_text("5 May 2025")
    names = [each.file for each in found(tmp_path)]
    (deep[-1] / "a.txt").unlink()
    for folder in reversed(deep[1:]):  # whoever tidies up would go too deep
        folder.rmdir()

    assert [f"{deep[-1]}/a.txt"] == names


def test_an_archive_gives_a_record_a_page(tmp_path: Path) -> None:
    """Pages of an archive are known by their offset, with address, day and charset."""
    rows = [record(f"https://example.org/{n}", page(n).encode("gbk")) for n in (1, 2)]
    (tmp_path / "a.warc").write_bytes(b"".join(rows))
    first, second = found(tmp_path)

    assert isinstance(second, Record)
    assert ("https://example.org/2", "gbk", "html") == (
        second.address,
        second.declared,
        second.kind,
    )
    assert (0, len(rows[0])) == (first.offset, second.offset)


def test_an_archive_cut_short_gives_what_was_whole(tmp_path: Path) -> None:
    """Of an archive that ends inside a record there is one error row, no more."""
    rows = [record(f"https://example.org/{n}", page(n).encode()) for n in range(3)]
    (tmp_path / "a.warc.gz").write_bytes(packed(*rows)[:-40])
    kinds = [type(each) for each in found(tmp_path)]

    assert [Record, Record, Unread] == kinds


def test_records_packed_as_one_stay_apart(tmp_path: Path) -> None:
    """Of an archive packed as a whole each record has a key of its own, in order."""
    rows = [record(f"https://example.org/{n}", page(n).encode()) for n in range(4)]
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"".join(rows)))
    offsets = [each.offset for each in found(tmp_path)]

    assert 4 == len({*offsets})
    assert sorted(offsets) == offsets


def test_a_gzip_bomb_in_an_archive_is_one_error(tmp_path: Path) -> None:
    """A record that unpacks to more than is read is told, and the next is read."""
    bomb = gzip.compress(bytes(LIMITS.record + 1))
    rows = record("https://example.org/b", bomb, "gzip"), record("https://b/", b"<p>a")
    (tmp_path / "a.warc.gz").write_bytes(packed(*rows))
    first, second = found(tmp_path)

    assert isinstance(first, Unread)
    assert "larger than" in first.remark.seen
    assert isinstance(second, Record)


def test_what_a_server_does_not_call_a_page_is_told(tmp_path: Path) -> None:
    """A picture in an archive is an error row that names its type."""
    html, png = b"text/html; charset", b"image/png; charset"
    picture = record("https://example.org/p", b"\x89PNG").replace(html, png)
    (tmp_path / "a.warc").write_bytes(picture)
    [each] = found(tmp_path)

    assert isinstance(each, Unread)
    assert ("unread_media", "image/png") == (each.remark.code, each.remark.seen)


@pytest.mark.parametrize(
    ("archive", "code"),
    [
        (b"", "empty"),
        (record("https://example.org/ask", b"", kind="request"), "no_page_in_archive"),
        (b"no archive at all", "broken_record"),
    ],
)
def test_an_archive_without_pages_is_one_error(
    tmp_path: Path, archive: bytes, code: str
) -> None:
    """An archive that holds nothing to read says so."""
    (tmp_path / "a.warc").write_bytes(archive)
    codes = [each.remark.code for each in found(tmp_path) if isinstance(each, Unread)]

    assert [code] == codes
