"""A pack with any fault does not load, and says where."""

from pathlib import Path

import pytest
from tests.law.minipack import EVENTS, HEAD, PACK, PROVISION, faults_of, write_packs

WHOLE = HEAD + EVENTS + PROVISION
BETWEEN = "{between: [2025-01-02, 2025-01-01]}"
STAY = "  - {id: s, kind: suspends, effective: 2025-03-01"
NORM = "norm: {forbid: [export]}, when: sold}"

# What is changed in the sound measure, into what, and what is told of it.
MEASURE_FAULTS = [
    ("issuer: X", "isuer: X", "'issuer' is missing here"),
    ("kind: rule", "kind: rul", "'rul' is not a word known here; did you mean"),
    ("regime: xx.rule", "regime: xx.rul", '"xx.rule"'),
    ("force: binding", "force: hard", "'hard' is not a word known here"),
    ("status: primary", "status: first", "'first' is not a word known here"),
    ("measure: xx.m", "measure: xx.m\nnotes: x", "unknown key 'notes'"),
    ("measure: xx.m", "measure: xx.m\naddressee: x", "only a letter has an addressee"),
    (EVENTS, "", "a measure needs an event that opened it"),
    ("kind: opens", "kind: open", "'open' is not a word known here"),
    ("effective: 2025-01-01", "effective: 2025-02-30", "not a day of the calendar"),
    ("effective: 2025-01-01", "known_from: 2025-01-01", "'first' has no day"),
    ("effective: 2025-01-01", f"effective: {BETWEEN}", "is after 2025-01-01"),
    ("cite: X 1}", "cite: X 1, until: 2026-01-01}", "only a suspension has `until`"),
    ("cite: X 1}", "cite: X 1, after: 2026-01-01}", "only an awaited event has"),
    ("cite: X 1}", "cite: X 1, aspect: enforcement}", "not one of enforcement alone"),
    ("cite: X 1}", "cite: X 1, provisions: [xx.q]}", "'xx.q' is not a provision of"),
    (PROVISION, f"  - {{id: first, kind: closes, effective: 2026-01-01}}{PROVISION}",
     "event 'first' stands twice"),
    (PROVISION, f"  - {{id: a, kind: awaited, known_from: 2025-01-01}}{PROVISION}",
     "awaited event 'a' needs `after`"),
    (PROVISION, f"{STAY}, until: 2025-02-01}}{PROVISION}", "is before 2025-03-01"),
    (PROVISION, f"{STAY}, until_included: maybe}}{PROVISION}", "'maybe' is not a word"),
    (PROVISION, f"{STAY}, until_included: false}}{PROVISION}", "needs `until`"),
    ("id: xx.p,", "", "'id' is missing here"),
    (NORM, "when: sold}", "a provision has exactly one of"),
    (NORM, "concludes: is_x, " + NORM, "found concludes and norm"),
    (NORM, "concludes: xx.p, when: sold}", "is a predicate and a provision at once"),
    (NORM, "concludes: sold, when: sold}", "'sold' is a fact of the vocabulary"),
    (NORM, "excepts: [xx.q], when: sold}", "'xx.q' is no provision of the packs"),
    (NORM, "authorises: [xx.p], when: sold}", "'xx.p' imposes no norm"),
    (NORM, "reviews: [xx.p], policy: denial}", "'xx.p' imposes no norm"),
    (NORM, "scope: party, " + NORM, "speak of the transaction"),
    ("[export]", "[exports]", "'exports' is not an act; did you mean \"export\"?"),
    ("[export]", "[]", "a norm names the acts that it forbids"),
    ("[export]}", "[export], licence: permits}", "'permits' is not a kind of paper"),
    ("[export]}", "[export], route: permits}", 'did you mean "permit"?'),
    ("[export]}", "[export], licence: permit, route: permit}", "not both"),
    ("[export]}", "[export], liability: discretionary}", "add `why`"),
    ("when: sold", "when: sald", "sald"),
    ("when: sold", "when: sold = 3", "m.yaml:"),
    ("when: sold", "when: [sold]", "a predicate is one text"),
    ("when: sold", "when: sold, opened_by: frist", 'did you mean "first"?'),
    ("when: sold", "when: sold, closed_by: last", "closed_by names 'last', no event"),
    ("when: sold}", "versions: [{when: sold}, {when: sold}]}", "are opened by 'first'"),
    ("when: sold}", "versions: []}", "versions is a list of wordings"),
    (PROVISION, f"{PROVISION}  - {{id: xx.p, {NORM}\n", "stands twice"),
]  # fmt: skip


@pytest.mark.parametrize(("sound", "faulty", "told"), MEASURE_FAULTS)
def test_a_faulty_measure_says_where_and_what(
    sound: str, faulty: str, told: str, tmp_path: Path
) -> None:
    """Each fault of a measure is told with its file, line and column."""
    assert sound in WHOLE
    folder = write_packs(tmp_path, WHOLE.replace(sound, faulty))
    faults = faults_of(folder)

    assert any(told in fault for fault in faults), faults
    assert all(fault.startswith("xx/m.yaml:") for fault in faults), faults


PACK_FAULTS = [
    ("pack: xx", "pack: yy", "pack 'yy' lies in the folder 'xx'"),
    ("review_by: 2026-12-01\n", "", "a pack needs the day 'review_by'"),
    ("version: 2026-11-21", "version: 2026-21-11", "not a day of the calendar"),
    ("pack: xx", "pack: xx\nnot_held: [{what: x, regime: xx.rul}]", '"xx.rule"'),
    ("pack: xx", "pack: xx\nmodelled: [{what: x, regime: y}]", "'y' is no regime"),
    (
        "pack: xx",
        "pack: xx\nflagged: [{id: f, regime: zz, scope: sold, why: x}]",
        "'zz' is no regime that a pack declares",
    ),
    (
        "pack: xx",
        "pack: xx\nflagged: [{id: f, regime: xx.rule, scope: sould, why: x}]",
        "sould",
    ),
]


@pytest.mark.parametrize(("sound", "faulty", "told"), PACK_FAULTS)
def test_a_faulty_pack_says_where_and_what(
    sound: str, faulty: str, told: str, tmp_path: Path
) -> None:
    """Each fault of a pack's own sheet is told with its file, line and column."""
    assert sound in PACK
    folder = write_packs(tmp_path, WHOLE, PACK.replace(sound, faulty))
    faults = faults_of(folder)

    assert any(told in fault for fault in faults), faults
    assert any(fault.startswith("xx/pack.yaml:") for fault in faults), faults


def test_the_sound_packs_load(tmp_path: Path) -> None:
    """The packs that these tests spoil are sound."""
    assert [] == faults_of(write_packs(tmp_path, WHOLE))


def test_all_faults_are_told_in_one_go(tmp_path: Path) -> None:
    """Faults of two files, and several of one, are told together, in order."""
    measure = WHOLE.replace("when: sold", "when: sald").replace("[export]", "[exprot]")
    pack = PACK.replace("pack: xx", "pack: xx\nmodelled: [{what: x, regime: y}]")
    faults = faults_of(write_packs(tmp_path, measure, pack))

    assert 3 == len(faults)
    assert sorted(faults) == faults


def test_an_unreadable_pack_is_one_fault(tmp_path: Path) -> None:
    """Its measures are not blamed for regimes that nobody could read."""
    faults = faults_of(write_packs(tmp_path, WHOLE, f"{PACK}flagged: [\n"))

    assert 1 == len(faults)
    assert faults[0].startswith("xx/pack.yaml:")


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        ("opened_by: first, closed_by: third", "opened_by: second", "overlap"),
        ("opened_by: first", "opened_by: first", "are opened by 'first'"),
        ("opened_by: second, closed_by: first", "opened_by: third", "before"),
        ("opened_by: stay", "opened_by: third", "it cannot open a version"),
        ("opened_by: first, closed_by: stay", "opened_by: third", "it cannot close"),
        ("opened_by: others", "opened_by: third", "does not concern 'xx.p'"),
    ],
)
def test_wordings_that_overlap_are_a_fault(
    earlier: str, later: str, told: str, tmp_path: Path
) -> None:
    """Two wordings of one provision never hold on one day."""
    events = EVENTS + (
        "  - {id: second, kind: amends, effective: 2025-02-01}\n"
        "  - {id: third, kind: amends, effective: 2025-03-01}\n"
        "  - {id: stay, kind: suspends, effective: 2025-02-15}\n"
        "  - {id: others, kind: amends, effective: 2025-02-01, provisions: [xx.q]}\n"
    )
    wordings = f"versions: [{{{earlier}, when: sold}}, {{{later}, when: sold}}]}}"
    provisions = PROVISION.replace("when: sold}", wordings)
    provisions += "  - {id: xx.q, norm: {forbid: [export]}, when: sold}\n"
    faults = faults_of(write_packs(tmp_path, HEAD + events + provisions))

    assert any(told in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("vocabulary.yaml", "cannot read the file"),
        ("courses.yaml", "cannot read the file"),
        ("xx/pack.yaml", "no folder here holds a pack.yaml"),
    ],
)
def test_a_missing_file_is_a_fault(name: str, told: str, tmp_path: Path) -> None:
    """Without vocabulary, courses or a pack nothing is answered."""
    folder = write_packs(tmp_path, WHOLE)
    (folder / name).unlink()

    assert any(told in fault for fault in faults_of(folder))


def test_a_file_of_another_ending_is_not_passed_over(tmp_path: Path) -> None:
    """A measure saved as .yml would be silently left out, so it is a fault."""
    folder = write_packs(tmp_path, WHOLE)
    (folder / "xx" / "more.yml").write_text(WHOLE, "utf-8")

    assert ["xx/more.yml: a file of a pack ends in .yaml"] == faults_of(folder)
