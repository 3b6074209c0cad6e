"""Who hands a sentence on: the outlet it names, or foreign media at large."""

from antinomy.press.telling.cues import SpeechWords
from antinomy.press.telling.passages import Passage


def reporter_of(passage: Passage, cues: SpeechWords) -> str | None:
    """Give the outlet that hands the sentence on, or None."""
    if not cues.reports.search(passage.text):
        return None
    for mention in passage.mentions:
        if mention.thing.startswith("outlet:"):
            return mention.thing
    for outlet, pattern in cues.nameless.items():
        if pattern.search(passage.text):
            return outlet
    return None
