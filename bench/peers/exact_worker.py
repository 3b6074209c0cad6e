"""The exact verdicts by z3, for the deals whose completions are too many to try."""

import json
import sys
from pathlib import Path

from antinomy_worker import Antinomy

if __name__ == "__main__":
    job = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    engine = Antinomy()
    engine.compile(job["encoding"])
    json.dump([engine.exact(deal) for deal in job["deals"]], sys.stdout)
