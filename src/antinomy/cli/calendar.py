"""Recorded days as iCalendar (RFC 5545): the same bytes for the same packs."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from icalendar import Calendar
from icalendar import Event as Entry

from antinomy import __version__
from antinomy.law import Event, Measure
from antinomy.values import Lang
from antinomy.verdict import Words


def calendar_of(
    entries: Iterable[tuple[date, Measure, Event]],
    words: Words,
    lang: Lang,
    stamp: date,
) -> str:
    """Write day-long entries; ``stamp`` is the packs' date, never the clock."""
    made = Calendar()
    made.add("prodid", f"-//Antinomy//{__version__}//EN")
    made.add("version", "2.0")
    for day, measure, event in entries:
        entry = Entry()
        entry.add("uid", f"{day.isoformat()}.{measure.id}.{event.id}@antinomy")
        entry.add("dtstamp", datetime.combine(stamp, time(), UTC))
        entry.add("dtstart", day)
        title, what = measure.title.say(lang), _what(day, event, words, lang)
        entry.add("summary", f"{title}: {what} ({event.cite.text})")
        if event.note is not None:
            entry.add("description", event.note.say(lang))
        if event.cite.address:
            entry.add("url", event.cite.address)
        made.add_component(entry)
    return str(made.to_ical().decode())


def _what(day: date, event: Event, words: Words, lang: Lang) -> str:
    """Say what the day is to the event: its effect, its last day, what is due."""
    kind = words[f"event.{event.kind.value}"].say(lang)
    marks = (
        ("until", event.until),
        ("compliance", event.compliance),
        ("awaited_after", event.after),
    )
    for label, marked in marks:
        if marked == day and event.effective != day:
            return f"{kind}, {words[f'label.{label}'].say(lang)} {day}"
    return kind
