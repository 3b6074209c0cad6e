"""What is covered is told by command, for the eye and for machines."""

import json

from tests.cases.casefile import packs
from tests.doors.running import run


def test_coverage_names_every_pack_and_what_it_does_not_hold() -> None:
    """All packs, each with its reach and every remark, are in the JSON."""
    told = json.loads(run("coverage", "--json").stdout)["packs"]
    law = packs().law

    assert list(law.packs) == [row["pack"] for row in told]
    for row in told:
        pack = law.packs[row["pack"]]
        assert str(pack.reliable_to) == row["reliable_to"]
        assert len(pack.modelled) == len(row["modelled"])
        assert len(pack.flagged) == len(row["flagged"])
        assert len(pack.not_held) == len(row["not_held"])
        of_pack = [m for m in law.measures.values() if m.pack == pack.id]
        assert len(of_pack) == sum(row["sources"].values())


def test_coverage_of_one_pack_is_printed_in_both_languages() -> None:
    """A pack by name prints its title, its days and its remarks."""
    pack = packs().law.packs["my"]
    for lang, title in (("en", pack.title.en), ("zh", pack.title.zh)):
        out = run("coverage", "my", "--lang", lang).stdout

        assert title in out
        assert str(pack.reliable_to) in out


def test_coverage_says_which_packs_are_stale_on_a_day() -> None:
    """After the day to which a pack is reliable it is stale, on that day not yet."""
    us = packs().law.packs["us"]
    for day, stale in ((us.reliable_to, False), (us.version, True)):
        told = json.loads(run("coverage", "us", "--on", day, "--json").stdout)

        assert [stale] == [row["stale"] for row in told["packs"]]


def test_an_unknown_pack_is_refused_with_the_nearest_name() -> None:
    """A slip in the name of a pack ends with 3 and says what there is."""
    result = run("coverage", "uss")

    assert result.exit_code == 3
    assert 'did you mean "us"' in result.stderr
