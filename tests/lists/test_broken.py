"""Files damaged by chance: whatever is wrong, it is told as a fault of the file."""

import json
from random import Random

import pytest
from tests.lists import test_readers as whole
from tests.lists.listwords import load

from antinomy.values import InputError

FILES = {
    "ofac": whole.SDN,
    "ofac-advanced": whole.ADVANCED,
    "un": whole.UN,
    "eu": whole.EU,
    "eu-csv": whole.EU_CSV,
    "uk": whole.UK,
    "uk-former": whole.OFSI,
    "el": whole.EL,
    "tw": whole.TW,
    "ftm": whole.FTM,
    "ftm-targets": whole.TARGETS,
}
STRANGE = (
    *("", '"', ",", ";", "[]", "{}", "null", "5", "-"),
    *("\0", "\n", "<", "&a;", "中"),
)
VALUES: tuple[object, ...] = (None, 5, "", [], {}, [None], {"a": 1}, True)


def is_told(text: str, reader: str) -> bool:
    """Tell whether a text gives rows, or a fault that has its place."""
    try:
        return bool(load(text, reader).rows)
    except InputError as error:
        return error.at is not None


def damaged(text: str, chance: Random) -> str:
    """Cut a text, or put strange things into it."""
    if chance.random() < 0.2:
        return text[: chance.randrange(len(text))]
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(text))
        end = start + chance.randint(0, 8)
        text = text[:start] + chance.choice(STRANGE) + text[end:]
    return text


def changed(value: object, chance: Random) -> object:
    """Put values of other types into a JSON value."""
    if chance.random() < 0.05:
        return chance.choice(VALUES)
    if isinstance(value, dict):
        return {k: changed(v, chance) for k, v in value.items()}
    return [changed(v, chance) for v in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_read_or_refused(name: str) -> None:
    """Nothing but an error for the reader comes of a byte more or less."""
    chance = Random(name)  # noqa: S311 - a die, not a secret
    texts = (damaged(FILES[name], chance) for _ in range(200))

    assert all(is_told(text, name.partition("-")[0]) for text in texts)


def test_entities_of_other_types_are_read_or_refused() -> None:
    """A text where a list is meant, a number where a text is."""
    chance = Random(1)  # noqa: S311 - a die, not a secret
    lines = [json.loads(line) for line in whole.FTM.splitlines()]
    for _ in range(400):
        text = "\n".join(json.dumps(changed(line, chance)) for line in lines)

        assert is_told(text, "ftm"), text
