"""What the record takes and gives a second, by `bench/record.py`."""

import json
import subprocess
import sys

from peers.places import BENCH
from reading_bench.sheet import Part, Row, Sheet

PROGRAM = BENCH / "record.py"
LONGEST = 600  # seconds


def measure(sheet: Sheet, size: int) -> Part | None:
    """Run the bench of the record; None, and why, where it cannot be run."""
    if not PROGRAM.is_file():
        sheet.missing.append("record: there is no bench/record.py")
        return None
    words = [sys.executable, str(PROGRAM), "--json", "--size", str(size)]
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        sheet.missing.append(f"record: broken off after {LONGEST} seconds")
        return None
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["it gave no reason"]
        sheet.missing.append(f"record: {last[0]}")
        return None
    told = json.loads(done.stdout)
    rows: list[Row] = [
        [
            one["what"],
            f"{one['count']:,}",
            f"{one['seconds']:.3f} s",
            f"{one['work']:.3f} s" if "work" in one else "–",
            f"{one['count'] / one['seconds']:,.0f}" if one["seconds"] else "–",
        ]
        for one in told
    ]
    note = (
        f"SQLite, {size:,} entries. Aims: at least 500 acknowledged appends a second,"
        " each its own transaction; a slice within 0.5 s."
    )
    head = ["record", "entries", "time", "of the processor", "a second"]
    return Part("Record", note, head, rows, {"measured": told})
