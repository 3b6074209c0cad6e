"""What is appended: a thing that is said of the world, or an act upon such an entry.

An entry is never changed. A withdrawal closes it, a revision words it anew, a review
says what a person thinks of it; each is an entry itself.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from antinomy.record.moments import Moment, moment_text
from antinomy.record.validity import Edge, Valid, edge_text, parse_edge
from antinomy.values import Day, Json, canonical_bytes, digest, parse_day

Thing = Literal["source", "statement", "event", "listing", "holding", "figure"]
Act = Literal["withdrawal", "revision", "seen", "review"]
Kind = Thing | Act

THINGS: tuple[Thing, ...] = (
    *("source", "statement", "event"),
    *("listing", "holding", "figure"),
)
ACTS: tuple[Act, ...] = ("withdrawal", "revision", "seen", "review")
KINDS: tuple[Kind, ...] = (*THINGS, *ACTS)

BY_DIGEST = "sha256:"  # how the id of a source begins; its digest follows
_ID_DIGITS = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, as it is said; when it was recorded stands in the journal.

    ``written`` is the body as canonical JSON. ``valid`` are the days for which it held
    in the world; of a withdrawal or a revision its first day is the day from which it
    takes effect. ``said`` and ``published`` are None where no day is known. ``source``
    is the id of a source, ``about`` that of the entry that an act speaks of.
    """

    kind: Kind
    written: str
    id: str
    valid: Valid = field(default_factory=Valid)
    said: Day | None = None
    published: Day | None = None
    source: str = ""
    about: str = ""

    @property
    def body(self) -> dict[str, Any]:
        """Read the body."""
        found: dict[str, Any] = json.loads(self.written)
        return found

    @property
    def is_act(self) -> bool:
        """Tell whether it speaks of another entry."""
        return self.kind in ACTS

    def as_json(self) -> dict[str, Json]:
        """Give the entry for a file; what is not known is left out."""
        days = {"said": self.said, "published": self.published}
        words = {"about": self.about, "source": self.source}
        return {
            "id": self.id,
            "kind": self.kind,
            **{name: word for name, word in words.items() if word},
            "valid": self.valid.as_json(),
            **{name: day.isoformat() for name, day in days.items() if day},
            "body": self.body,
        }

    def canonical(self) -> str:
        """Write the entry as canonical JSON; its body is so already.

        >>> canonical_bytes(_SAMPLE.as_json()).decode() == _SAMPLE.canonical()
        True
        """
        parts = [f'"body":{self.written}', f'"id":{_quoted(self.id)}']
        if self.about:
            parts.insert(0, f'"about":{_quoted(self.about)}')
        parts.append(f'"kind":"{self.kind}"')
        if self.published:
            parts.append(f'"published":"{self.published.isoformat()}"')
        if self.said:
            parts.append(f'"said":"{self.said.isoformat()}"')
        if self.source:
            parts.append(f'"source":{_quoted(self.source)}')
        begins, until = edge_text(self.valid.begins), edge_text(self.valid.until)
        parts.append(f'"valid":{{"from":"{begins}","to":"{until}"}}')
        return "{" + ",".join(parts) + "}"


def entry_of(  # noqa: PLR0913 - each is a field of the entry
    kind: Kind,
    body: Mapping[str, Json],
    *,
    id: str = "",  # noqa: A002 - the name of the field
    begins: Edge | None = None,
    until: Edge | None = None,
    said: Day | None = None,
    published: Day | None = None,
    source: str = "",
    about: str = "",
) -> Entry:
    """Make an entry; without an id it is named after what it says.

    An end that is not given is unknown. What is made here is checked when it is
    appended.
    """
    unknown = Valid()
    made = Entry(
        kind,
        canonical_bytes(body).decode(),
        id,
        Valid(begins or unknown.begins, until or unknown.until),
        said,
        published,
        source,
        about,
    )
    return made if id else replace(made, id=_id_of(made))


def stamped(entry: Entry, recorded: Moment) -> Entry:
    """Name an act after what it says and when, so that it can be done again later."""
    told = f"{replace(entry, id='').canonical()} {moment_text(recorded)}"
    return replace(entry, id=f"{entry.kind}:{digest(told.encode())[:_ID_DIGITS]}")


def entry_from(written: str) -> Entry:
    """Read an entry from the canonical JSON of the journal."""
    told = json.loads(written)
    days = {
        name: parse_day(told[name]) for name in ("said", "published") if name in told
    }
    ends = (parse_edge(told["valid"][name]) for name in ("from", "to"))
    return Entry(
        told["kind"],
        canonical_bytes(told["body"]).decode(),
        told["id"],
        Valid(*ends),
        days.get("said"),
        days.get("published"),
        told.get("source", ""),
        told.get("about", ""),
    )


def _id_of(entry: Entry) -> str:
    if entry.kind == "source":
        return f"{BY_DIGEST}{entry.body.get('digest', '')}"
    said = digest(entry.canonical().encode())
    return f"{entry.kind}:{said[:_ID_DIGITS]}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_SAMPLE = entry_of(
    "statement",
    {"text": "“一字不改”", "value": "5.92"},
    begins=parse_day("2025-05-13"),
    said=parse_day("2025-05-13"),
    published=parse_day("2025-05-14"),
    source="sha256:00",
    about="x",
)
