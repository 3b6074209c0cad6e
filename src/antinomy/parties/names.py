"""The names that a party or an owner goes by in the file."""

from antinomy.transaction import Thing

_NAMES = ("name", "party", "aliases", "identifiers")


def names_of(thing: Thing) -> tuple[str, ...]:
    """Give every name and identifier that is known, the full name first."""
    names: list[str] = []
    for key in _NAMES:
        value = thing.known(key)
        if isinstance(value, str):
            names.append(value)
        elif isinstance(value, frozenset):
            names += sorted(value)
    return tuple(names)


def full_name_of(thing: Thing) -> tuple[str, ...]:
    """Give the full legal name alone, where it is known."""
    name = thing.known("name")
    return (name,) if isinstance(name, str) else ()
