"""One cell with several things in it; the rows are of the kinds that lists hold."""

import pytest
from tests.lists.listwords import shipped

from antinomy.lists import ADDRESS, Designation, split


def taken_apart(name: str, *aliases: str, kind: str = "") -> Designation:
    """Take apart a row of a name and aliases."""
    return split(Designation("EL", name, aliases, kind, raw=name), shipped())


@pytest.mark.parametrize(
    ("written", "name", "parent"),
    [
        (
            (
                "Example Technologies Co., Ltd. (Example). Affiliated Entity: Example"
                " Marine Networks Co., Ltd."
            ),
            "Example Marine Networks Co., Ltd.",
            "Example Technologies Co., Ltd.",
        ),
        (
            (
                "Example Group 13th Institute (EG 13). Subordinate Institution -"
                " North Sinopack"
            ),
            "North Sinopack",
            "Example Group 13th Institute",
        ),
        (
            "Example Energy Commission (EEC), and subordinate entity National Lab (NL)",
            "National Lab",
            "Example Energy Commission",
        ),
        (
            "Example Corporation and its subsidiary Example Chips Limited",
            "Example Chips Limited",
            "Example Corporation",
        ),
        (
            "Example Oil Limited (a subsidiary of Example National Oil Corporation)",
            "Example Oil Limited",
            "Example National Oil Corporation",
        ),
    ],
)
def test_a_parent_in_the_name_is_kept_as_a_parent(
    written: str, name: str, parent: str
) -> None:
    """The party's own name is its name; the one above, and the cell, stay beside."""
    row = taken_apart(written)

    assert (name, (parent,), written) == (row.name, row.parents, row.written)
    assert (written, written) == (row.entry, row.raw)


@pytest.mark.parametrize(
    ("written", "name", "short"),
    [
        (
            "Example Group 14th Institute (EG 14)",
            "Example Group 14th Institute",
            "EG 14",
        ),
        ("Example Posts University (EPU),", "Example Posts University", "EPU"),
        ("Example Trading Co. (ETCO)", "Example Trading Co.", "ETCO"),
        (
            "Example Technologies Co., Ltd. (Example)",
            "Example Technologies Co., Ltd.",
            "Example",
        ),
    ],
)
def test_an_acronym_in_brackets_is_a_name_of_its_own(
    written: str, name: str, short: str
) -> None:
    """It is found by itself, and the name without it."""
    row = taken_apart(written)

    assert (name, (short,)) == (row.name, row.aliases)


@pytest.mark.parametrize(
    "name",
    [
        "Example Device (Shenzhen)",
        "Example Technology (H.K.) Company Limited",
        "Example Engineering (PVT) LTD",
        "Example Limited (HK)",
        "EIP (All Example Institute for Physics)",
        "Example Institute (National Laboratory)",
        "Example Aircraft (Holding Company)",
    ],
)
def test_a_place_or_a_form_in_brackets_is_no_acronym(name: str) -> None:
    """The name stays as it is."""
    assert (name, (), "") == (
        taken_apart(name).name,
        taken_apart(name).aliases,
        taken_apart(name).written,
    )


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Lim Example -AKA- Eric Lim", ("Lim Example", "Eric Lim")),
        ("PEARL (A.K.A. NEI EXAMPLE) LI", ("PEARL LI", "NEI EXAMPLE")),
        (
            "Example; a.k.a. Cow Example; a.k.a Hall Example",
            ("Example", "Cow Example", "Hall Example"),
        ),
        ("Example B.V. ALSO KNOWN AS DELTA B.V.", ("Example B.V.", "DELTA B.V.")),
        ("Mike Example\ta/k/a Maru Sample", ("Mike Example", "Maru Sample")),
        (
            (
                "Example Limited [aka First Example Limited, aka Second Example]"
                " (Hong Kong Entity), and its sub-units and successors"
            ),
            ("Example Limited", "First Example Limited", "Second Example"),
        ),
        ("Akademia Example", ("Akademia Example",)),
        ("AKA Example Bank", ("AKA Example Bank",)),
        ("Osaka Example", ("Osaka Example",)),
    ],
)
def test_another_name_in_the_name_is_an_alias(
    written: str, names: tuple[str, ...]
) -> None:
    """Whatever introduces it, in brackets or not; a word that begins alike does not."""
    assert names == taken_apart(written).names


def test_joined_aliases_are_many() -> None:
    """Semicolons and "a.k.a." part the names of one cell; a bracket too."""
    row = taken_apart(
        "Example Institute",
        "EX 24;Circuit Institute;EX 44",
        "Thermal Institute, a.k.a., Hot Working Institute.",
        "Aerospace Control Institute (ACI);\xa012th Institute",
        "Example Stroy (f.k.a., Institut Example)",
        "F.K.A. Office of Studies",
    )

    assert (
        *("EX 24", "Circuit Institute", "EX 44", "Thermal Institute"),
        *("Hot Working Institute.", "Aerospace Control Institute", "ACI"),
        *("12th Institute", "Example Stroy", "Institut Example", "Office of Studies"),
    ) == row.aliases


def test_a_row_of_an_address_names_nobody() -> None:
    """An address of high diversion risk is a kind of its own, not a name."""
    row = taken_apart("Address 01")

    assert (ADDRESS, ()) == (row.kind, row.names)
    assert "Address 02 ," == taken_apart("Address 02 ,").entry
    assert ADDRESS != taken_apart("Address 01 Trading Limited").kind


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Example Electronic Co., Ltd.ÿ", "Example Electronic Co., Ltd."),
        ("Exam\u00adple\ufffd Co.", "Example Co."),
        ("The Ministry\xa0of\u200b Example\x07", "The Ministry of Example"),
        ("\ufeffExample,  Ltd.,", "Example, Ltd."),
        ("Ÿves Faÿ", "Ÿves Faÿ"),
        ("کتاب\u200cخانه", "کتاب\u200cخانه"),
    ],
)
def test_stray_bytes_are_no_part_of_a_name(written: str, name: str) -> None:
    """Controls, soft hyphens and leftovers go; letters and joiners of names stay."""
    assert name == taken_apart(written).name


@pytest.mark.parametrize(
    ("name", "seems"),
    [
        ("Example Technologies Co., Ltd.", "entity"),
        ("Example S.p.A.", "entity"),
        ("北京示例科技有限公司", "entity"),
        ("49th Research Institute", "entity"),
        ("Li Example", ""),
        ("Skyverse", ""),
    ],
)
def test_what_a_name_is_of_is_told_by_words_of_organisations(
    name: str, seems: str
) -> None:
    """A name that shows none is of nobody knows what: never a person by default."""
    assert ("", seems) == (taken_apart(name).kind, taken_apart(name).seems)


def test_what_the_publisher_says_goes_before() -> None:
    """His kind stands, and the one that he writes in a bracket; nothing is guessed."""
    stated = taken_apart("Example Trading Limited", kind="vessel")
    written = taken_apart("Igor Example (Russian national)")

    assert ("vessel", "") == (stated.kind, stated.seems)
    assert ("individual", "Igor Example") == (written.kind, written.name)


@pytest.mark.parametrize(
    "name", ["; a.k.a.", ", and its sub-units and successors", "()", "a.k.a.", ",;"]
)
def test_a_cell_of_nothing_but_marks_keeps_them(name: str) -> None:
    """Nothing is made of nothing, and nothing is lost."""
    row = taken_apart(name)

    assert (row.entry, row.raw) == (name, name)
