"""The smallest rule base as each engine is given it, kept for review."""

import json
from pathlib import Path

from peers.contenders import CONTENDERS
from rules.shape import RuleBase

ALSO = {"facts", "goals", "traced"}  # told to every worker, or shown by the whole


def texts(rules: RuleBase) -> dict[Path, str]:
    """Give each file that is kept, under ``bench``, with what it should hold."""
    found = {}
    for one in CONTENDERS:
        own = {k: v for k, v in one.encode(rules).items() if k not in ALSO}
        (text,) = own.values()
        name = "-".join(filter(None, (one.peer, one.mode)))
        path = Path("peers", "encodings", name)
        if one.is_ours:
            path = Path("rules", str(len(rules.rules)))
        if isinstance(text, str):
            suffix, kept = (".rego" if one.peer == "rego" else ".txt"), text
        else:
            suffix, kept = ".json", json.dumps(text, indent=1)
        found[path.with_suffix(suffix)] = kept.rstrip() + "\n"
    return found
