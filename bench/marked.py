"""Write what was measured between the marks of a page."""

from pathlib import Path


def write_between(page: Path, begin: str, end: str, text: str) -> None:
    """Put a text between two marks of a page; what stands around them stays."""
    head, _, rest = page.read_text("utf-8").partition(begin)
    _, _, tail = rest.partition(end)
    page.write_text(f"{head}{begin}\n{text}\n{end}{tail}", "utf-8")
