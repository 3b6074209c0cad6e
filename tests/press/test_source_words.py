import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from antinomy.press.pages.source_words import load_source_words
from antinomy.values import InputError

READING = Path(str(files("antinomy") / "packs" / "words" / "reading"))


@pytest.mark.parametrize(
    ("stood", "stands", "message"),
    [
        ("  lines: 50000", "  lines: many", "'many' is not"),
        ("  lines: 50000", "  lines: 0.5", "'lines' is a count"),
        ("  lines: 50000", "  lined: 50000", "'lines' is missing"),
        ("  few: 6", "  few: 6\n  fewer: 5", "unknown key 'fewer'; did you mean"),
    ],
)
def test_the_words_are_read_strictly(
    tmp_path: Path, stood: str, stands: str, message: str
) -> None:
    """A word missing, unknown or of the wrong kind is an error with its place."""
    text = (READING / "sources.yaml").read_text("utf-8")
    (tmp_path / "sources.yaml").write_text(text.replace(stood, stands), "utf-8")

    with pytest.raises(InputError, match=message) as raised:
        load_source_words(tmp_path)

    assert "sources.yaml" in str(raised.value)


def test_nothing_foreign_is_loaded_before_it_is_asked() -> None:
    """Who reads no page waits for no reader of pages."""
    asked = (
        "import sys, antinomy.press, antinomy.press.pages.archive;"
        "heavy = {'resiliparse', 'trafilatura', 'pypdf', 'fastwarc', 'lxml'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, check=True, text=True
    )

    assert "[]" == done.stdout.strip()
