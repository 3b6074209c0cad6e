"""What review accepted lies on top of the packs, and never takes their place."""

import json
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases.casefile import PACKS, packs
from tests.transaction.reading import read
from tests.view.accepting import (
    LATE,
    assessed,
    basis,
    day,
    figure,
    holding,
    listing,
    period,
    told,
    turn,
    view,
)

from antinomy.catalogue import Range, figures
from antinomy.law import State
from antinomy.parties import add_party_facts
from antinomy.values import (
    Bounded,
    Fact,
    Known,
    KnownBy,
    Standing,
    Truth,
    Unknown,
    canonical_bytes,
    parse_day,
)
from antinomy.verdict import as_json, fill
from antinomy.view import (
    Accepted,
    AcceptedClaim,
    Closing,
    Turn,
    view_accepting,
    view_on,
    why_unread,
    with_accepted,
)

BUYER = "Quanta Orchard Sdn Bhd"
HUAWEI = "华为技术有限公司"
LISTED, SHARE = "us_el.listed", "captured_share_bis"
BINDING = "us.ear.red_flags"
FIRST_WORDING = "us.statement.ascend.2025.anywhere"
SUPPLY = (
    "asking: seller\n"
    "dates: {act: 2025-06-01}\n"
    "items: [{id: goods, kind: chip, chip: nvidia-h20, made_in: TW}]\n"
    "items_complete: true\n"
    "parties:\n"
    "  - {id: seller, roles: [seller, exporter], incorporated_in: US}\n"
    f"  - {{id: buyer, roles: [purchaser, end_user], name: {BUYER},"
    " incorporated_in: MY}\n"
    "exported_from: US\n"
    "destination: MY\n"
)


def facts_of(
    text: str, *claims: AcceptedClaim, on: str = "2025-06-01", known_by: str = LATE
) -> dict[str, Fact]:
    """Give the facts of the first party of a file."""
    under = view(on, known_by, *claims)
    return dict(add_party_facts(read(text), under).root.members("party")[0].facts)


def why(claim: AcceptedClaim) -> str:
    """Give the word for why a claim changes nothing; "" where it may."""
    unread = why_unread(packs(), claim)
    if unread is None:
        return ""
    said = fill(packs().words, f"unread.{unread.why}", **unread.parts)
    assert said.en
    assert said.zh
    return unread.why


def party(more: str = "", name: str = BUYER) -> str:
    """Write a file with one party."""
    return f"parties: [{{id: a, name: {name}{more}}}]"


class TestListings:
    def test_a_listing_is_a_fact_with_its_source_and_reviewer(self) -> None:
        """A name that review put on a list is listed, and the fact says by whom."""
        found = facts_of(party(), listing(BUYER))[LISTED]

        assert isinstance(found, Known)
        assert found.value is True
        assert "https://example.org/7" == found.source.address
        assert ["R. Officer"] == [a.reviewer for a in found.source.acceptances]

    @pytest.mark.parametrize(
        ("on", "known_by"),
        [("2024-12-31", LATE), ("2025-06-01", "2025-01-01"), ("2025-03-02", LATE)],
    )
    def test_before_after_or_unknown_nothing_follows(
        self, on: str, known_by: str
    ) -> None:
        """Off its days, or before it counted, a listing leaves the name unknown."""
        claim = listing(BUYER, last="2025-03-01")

        assert isinstance(
            facts_of(party(), claim, on=on, known_by=known_by)[LISTED], Unknown
        )

    def test_what_a_listing_does_not_say_stays_open(self) -> None:
        """That a name is listed says nothing of the footnote it carries."""
        found = facts_of(party(), listing(BUYER))

        assert isinstance(found["us_el.footnote"], Unknown)
        assert "us_el.review" not in found

    def test_days_that_nobody_knows_leave_it_open(self) -> None:
        """Where it is not known how long a name stood on the list it may stand."""
        for claim in (listing(BUYER, known=False), listing(BUYER, first=None)):
            assert isinstance(facts_of(party(), claim)[LISTED], Unknown)

    def test_a_claim_never_takes_a_name_off_the_list(self) -> None:
        """That a row ended, against the packs, makes the row doubtful and not gone."""
        gone = listing(HUAWEI, first="2019-05-16", last="2025-01-31")
        before = facts_of(party(name=HUAWEI), gone, on="2025-01-31")[LISTED]
        after = facts_of(party(name=HUAWEI), gone, on="2025-02-01")[LISTED]

        assert isinstance(before, Known)
        assert () == before.source.acceptances
        assert isinstance(after, Unknown)
        assert after.source.acceptances

    def test_a_claim_that_was_taken_back_says_nothing_of_the_list(self) -> None:
        """The row of the packs stands where only the claim ended."""
        gone = listing(HUAWEI, first="2019-05-16", last="2025-01-31")
        back = replace(gone, is_taken_back=True)
        found = facts_of(party(name=HUAWEI), back)[LISTED]

        assert isinstance(found, Known)
        assert found.value is True

    def test_a_row_of_the_packs_goes_before_a_claim_of_the_same(self) -> None:
        """Where both say the same the packs' own row is the source."""
        found = facts_of(party(name=HUAWEI), listing(HUAWEI))[LISTED]

        assert isinstance(found, Known)
        assert found.source.said.startswith("Entity List row")
        assert () == found.source.acceptances

    def test_a_screening_before_the_change_is_overtaken(self) -> None:
        """A rule that put a name on the list may have put others there."""
        text = party() + (
            "\nscreened: {a: {lists: [us.el], as_of: 2025-05-20, result: none}}"
        )
        other = listing("Somebody Else Ltd", first="2025-05-21")

        before = facts_of(text, on="2025-05-22")[LISTED]

        assert isinstance(before, Known)
        assert before.value is False
        assert isinstance(facts_of(text, other, on="2025-05-22")[LISTED], Unknown)

    @pytest.mark.parametrize("which", ["cn.uel", "cn.ecl"])
    def test_lists_of_notices_take_listings_too(self, which: str) -> None:
        """A name on a Chinese list is a fact from its day, and past it open again."""
        fact = which.replace(".", "_") + ".listed"
        claim = listing(BUYER, which=which, last="2025-07-01")

        assert getattr(facts_of(party(), claim)[fact], "value", None) is True
        assert isinstance(facts_of(party(), claim, on="2025-07-02")[fact], Unknown)

    @pytest.mark.parametrize("which", ["us.el", "cn.uel"])
    def test_a_listing_that_may_have_ended_may_stand(self, which: str) -> None:
        """From the day on which hearsay takes it back the name may be on the list."""
        days = replace(period("2025-01-01"), doubted_from=day("2025-05-01"))
        claim = replace(listing(BUYER, which=which), days=days)
        fact = which.replace(".", "_") + ".listed"
        text = party() + (
            f"\nscreened: {{a: {{lists: [{which}], as_of: 2025-05-20, result: none}}}}"
        )
        before = facts_of(party(), claim, on="2025-04-30")[fact]

        assert getattr(before, "value", None) is True
        assert before.source.acceptances
        assert isinstance(facts_of(text, claim, on="2025-06-01")[fact], Unknown)

    def test_words_that_nothing_reads_end_no_others(self) -> None:
        """Reworded to name a list that no rule reads a listing may still stand."""
        first = basis("listing:1")
        act = Closing(day("2025-05-01"), first.cite, first.acceptance, is_settled=True)
        act = replace(act, acceptance=replace(act.acceptance, entry="revision:1"))
        ended = listing(BUYER, last="2025-04-30", on=replace(first, closings=(act,)))
        later = replace(
            listing(BUYER, first="2025-05-01", which="us.sdn"),
            basis=replace(first, wording="revision:1"),
        )
        text = party() + (
            "\nscreened: {a: {lists: [us.el], as_of: 2025-05-20, result: none}}"
        )
        found = facts_of(text, ended, later)[LISTED]

        assert isinstance(found, Unknown)
        assert isinstance(facts_of(text, ended)[LISTED], Known)

    def test_a_list_that_no_rule_reads_is_named_so(self) -> None:
        """A claim that changes nothing says why."""
        assert "list" == why(listing(BUYER, which="us.sdn"))
        assert "" == why(listing(BUYER))


DAYS = st.dates(parse_day("2018-01-01"), parse_day("2027-12-31"))


@given(st.lists(st.tuples(DAYS, st.none() | DAYS, st.booleans()), max_size=4), DAYS)
@pytest.mark.parametrize("name", [BUYER, HUAWEI, "CXMT"])
def test_no_listing_ever_makes_a_no(
    name: str, spans: list[tuple[date, date | None, bool]], on: date
) -> None:
    """Whatever is claimed, a name that may be listed, or is, is not made unlisted."""
    claims = [
        listing(
            name,
            first=first.isoformat(),
            last=last.isoformat() if last and last >= first else None,
            known=known or bool(last and last >= first),
            on=basis(f"listing:{number}", "2018-01-01"),
        )
        for number, (first, last, known) in enumerate(spans)
    ]
    text = party(name=name)
    without = facts_of(text, on=on.isoformat())[LISTED]
    found = facts_of(text, *claims, on=on.isoformat())[LISTED]

    if not (isinstance(without, Known) and without.value is False):
        assert not (isinstance(found, Known) and found.value is False)


class TestHoldings:
    def test_a_holding_by_a_listed_firm_is_counted(self) -> None:
        """An accepted share of a listed owner is captured, at least."""
        found = facts_of(party(), holding(HUAWEI, BUYER))[SHARE]

        assert isinstance(found, Bounded)
        assert (60, 100) == (found.low, found.high)
        assert ["holding:1"] == [a.entry for a in found.source.acceptances]

    def test_a_stated_share_is_widened_and_not_overwritten(self) -> None:
        """Where the file states another share the truth lies between both."""
        owners = f", owners: {{complete: true, items: [{{name: {HUAWEI}, share: 20}}]}}"
        found = facts_of(party(owners), holding(HUAWEI, BUYER))[SHARE]

        assert isinstance(found, Bounded)
        assert (20, 60) == (found.low, found.high)

    def test_a_list_of_owners_said_to_be_complete_is_doubted(self) -> None:
        """An owner whom a complete list leaves out may hold nothing, or the share."""
        owners = ", owners: {complete: true, items: [{name: A. Person, share: 40}]}"
        found = facts_of(party(owners), holding(HUAWEI, BUYER))[SHARE]

        assert isinstance(found, Bounded)
        assert (0, 100) == (found.low, found.high)

    def test_shares_past_the_whole_are_doubted(self) -> None:
        """Shares that together pass the whole cannot all be so."""
        owners = ", owners: [{name: A. Person, share: 70}]"
        found = facts_of(party(owners), holding(HUAWEI, BUYER))[SHARE]

        assert isinstance(found, Bounded)
        assert 0 == found.low

    @pytest.mark.parametrize(
        "claim",
        [
            holding(HUAWEI, BUYER, first="2025-07-01"),
            holding(HUAWEI, BUYER, on=basis("holding:1", "2026-11-22")),
            holding(HUAWEI, "Another Firm"),
        ],
    )
    def test_another_day_or_firm_changes_nothing(self, claim: AcceptedClaim) -> None:
        """A holding counts on its days, of its firm, once it is known."""
        assert facts_of(party()) == facts_of(party(), claim)


class TestFigures:
    def tpp(self, chip: str, *amounts: Range) -> Fact:
        """Give the performance of a chip with figures on top."""
        own = [
            figure(chip, "tpp", amount, basis(f"figure:{n}"))
            for n, amount in enumerate(amounts)
        ]
        upon = with_accepted(packs(), Accepted(tuple(own)))
        return figures(upon.catalogue.chips[chip])["tpp"]

    def unknown_chip(self) -> str:
        """Name a chip of which the catalogue has no performance."""
        chips = packs().catalogue.chips.values()
        return next(c.id for c in chips if isinstance(figures(c)["tpp"], Unknown))

    def test_a_figure_that_nobody_had_stands_with_its_source(self) -> None:
        """What the catalogue leaves open is what was accepted."""
        found = self.tpp(self.unknown_chip(), Range(4000, 4000))

        assert isinstance(found, Known)
        assert 4000 == found.value
        assert ["figure:0"] == [a.entry for a in found.source.acceptances]

    def test_a_contradiction_is_an_interval(self) -> None:
        """Against the catalogue the figure lies between both, and says why."""
        found = self.tpp("nvidia-h20", Range(3000, 3000))

        assert isinstance(found, Bounded)
        assert (2368, 3000) == (found.low, found.high)
        assert "sources differ" in found.reason
        assert found.source.acceptances

    def test_a_figure_within_changes_nothing(self) -> None:
        """What the catalogue allows already is left as it is."""
        assert self.tpp("nvidia-h20") == self.tpp("nvidia-h20", Range(2368, 2368))

    def test_figures_that_differ_make_a_range(self) -> None:
        """Two accepted figures are a range, in whatever order they came."""
        chip, amounts = self.unknown_chip(), (Range(4000, 4000), Range(5000, 5000))
        found = self.tpp(chip, *amounts)

        assert isinstance(found, Bounded)
        assert (4000, 5000) == (found.low, found.high)

    @pytest.mark.parametrize("standing", [Standing.SECONDARY, Standing.UNCERTAIN])
    def test_hearsay_settles_no_figure_that_nobody_had(
        self, standing: Standing
    ) -> None:
        """Over an unknown figure only a primary source counts; the rest is told."""
        chip = self.unknown_chip()
        claim = figure(chip, "tpp", Range(1, 1), basis("f", standing=standing))
        upon = with_accepted(packs(), Accepted((claim,)))
        found = figures(upon.catalogue.chips[chip])["tpp"]

        assert isinstance(found, Unknown)
        assert "Gazette 7" in found.reason
        assert found.source.acceptances

    def test_a_figure_in_a_wrong_unit_counts_for_nothing(self) -> None:
        """What the answer says it does not read is not in the view."""
        chip = self.unknown_chip()
        claim = replace(figure(chip, "tpp", Range(1, 1)), unit="bananas")
        upon = view("2025-06-01", LATE, claim).packs
        held = packs().catalogue.chips[chip]

        assert "unit" == why(claim)
        assert figures(held) == figures(upon.catalogue.chips[chip])
        assert (claim,) == upon.accepted.claims

    @pytest.mark.parametrize(
        ("on", "wanted"), [("2025-06-01", True), ("2025-07-01", False)]
    )
    def test_a_figure_counts_until_the_day_it_is_taken_back(
        self, on: str, *, wanted: bool
    ) -> None:
        """A day of withdrawal that lies ahead takes nothing away today."""
        days = period("1999-01-01", "2025-06-30")
        claim = replace(figure("nvidia-h20", "tpp", Range(9000, 9000)), days=days)
        chips = view(on, LATE, claim).packs.catalogue.chips

        found = figures(chips["nvidia-h20"])["tpp"]
        assert wanted is isinstance(found, Bounded)

    @pytest.mark.parametrize(
        ("claim", "wanted"),
        [
            (figure("no-chip", "tpp", Range(1, 1)), "chip"),
            (figure("nvidia-h20", "memory", Range(1, 1)), "figure"),
            (figure("nvidia-h20", "io_rate", Range(1, 1)), "unit"),
        ],
    )
    def test_a_figure_that_nothing_reads_says_why(
        self, claim: AcceptedClaim, wanted: str
    ) -> None:
        """No such chip, figure or unit: the claim changes nothing, and is named."""
        assert wanted == why(claim)


class TestTurns:
    def state(self, measure: str, claim: AcceptedClaim, on: str) -> State:
        """Give the state of the first provision of a measure."""
        law = view(on, LATE, claim).law
        return law.standings[law.law.measures[measure].provisions[0].id].state

    def test_a_soft_measure_ends_on_a_second_hand_source(self) -> None:
        """What was never a rule is taken back by whoever said it."""
        source = basis("w", standing=Standing.SECONDARY)
        claim = turn("us.guidance.gp10.2025", "2025-06-01", source)

        assert self.state(claim.measure, claim, "2025-05-31") is State.IN_FORCE
        assert self.state(claim.measure, claim, "2025-06-01") is State.NOT_IN_FORCE

    @pytest.mark.parametrize("standing", [Standing.SECONDARY, Standing.UNCERTAIN])
    def test_a_binding_measure_ends_on_a_primary_source_only(
        self, standing: Standing
    ) -> None:
        """On hearsay whether a rule still binds is open, and never settled."""
        claim = turn(BINDING, "2025-06-01", basis("w", standing=standing))
        primary = turn(BINDING, "2025-06-01", basis("w"))

        assert self.state(BINDING, claim, "2025-05-31") is State.IN_FORCE
        assert self.state(BINDING, claim, "2025-06-01") is State.UNKNOWN
        assert self.state(BINDING, primary, "2025-06-01") is State.NOT_IN_FORCE

    def test_a_rewording_leaves_the_state_open(self) -> None:
        """What a new wording asks is not assumed, in either direction."""
        claim = turn("us.guidance.gp10.2025", "2025-06-01", turn="rewords")

        assert self.state(claim.measure, claim, "2025-05-31") is State.IN_FORCE
        assert self.state(claim.measure, claim, "2025-06-01") is State.UNKNOWN

    def test_a_day_that_is_not_known_leaves_the_state_open(self) -> None:
        """A withdrawal on some day leaves every day open."""
        claim = turn("us.guidance.gp10.2025", None)

        assert self.state(claim.measure, claim, "2026-01-01") is State.UNKNOWN

    @pytest.mark.parametrize("begins", ["2025-05-19", "2025-05-22"])
    def test_against_the_packs_the_days_between_are_open(self, begins: str) -> None:
        """Two days for one ending leave open what stood between them."""
        only = ("my.statement.2025_05_19",)
        claim = turn("my.statement.2025_05_19", begins)
        law = view("2025-05-20", LATE, claim).law
        event = law.law.measures[only[0]].events[-1]

        assert event.starts is not None
        assert event.acceptances
        assert begins in str(event.starts)
        assert "2025-05-20" in str(event.starts)

    def test_a_day_within_the_packs_own_settles_it(self) -> None:
        """Where the packs leave the day open an accepted one tells it."""
        claim = turn(
            "us.statement.ascend.2025",
            "2025-05-16",
            provisions=(FIRST_WORDING,),
        )

        assert self.state(claim.measure, claim, "2025-05-15") is State.UNKNOWN
        assert self.state(claim.measure, claim, "2025-05-17") is State.NOT_IN_FORCE

    @pytest.mark.parametrize("begins", ["2025-05-12", "2025-05-14", "2025-05-19"])
    @pytest.mark.parametrize("only", [(), (FIRST_WORDING,)])
    def test_hearsay_narrows_no_doubt_of_the_packs(
        self, begins: str, only: tuple[str, ...]
    ) -> None:
        """Where the packs leave the day open a second-hand day leaves it open too."""
        source = basis("w", standing=Standing.SECONDARY)
        claim = turn("us.statement.ascend.2025", begins, source, provisions=only)
        for on in ("2025-05-14", "2025-05-18"):
            standings = view(on, LATE, claim).law.standings
            assert standings[FIRST_WORDING].state is State.UNKNOWN
        after = view("2025-05-20", LATE, claim).law.standings

        assert after[FIRST_WORDING].state is State.NOT_IN_FORCE

    def test_a_rewording_after_a_withdrawal_leaves_it_open(self) -> None:
        """Opened again a measure is not known to be gone, whichever came first."""
        gone = turn(BINDING, "2025-06-01", basis("w"))
        again = turn(BINDING, "2025-06-10", basis("r"), turn="rewords")
        first = self.provision(BINDING)
        for claims in ((gone, again), (again, gone)):
            law = view("2025-06-20", LATE, *claims).law
            assert law.standings[first].state is State.UNKNOWN
        before = replace(again, begins=day("2025-05-01"))
        law = view("2025-06-20", LATE, gone, before).law

        assert law.standings[first].state is State.NOT_IN_FORCE

    def provision(self, measure: str) -> str:
        """Name the first provision of a measure."""
        return packs().law.measures[measure].provisions[0].id

    def test_a_measure_nobody_holds_changes_nothing(self) -> None:
        """The end of a measure that is not in the packs is named as unread."""
        assert "measure" == why(turn("xx.none", "2025-01-01"))
        strange = turn(BINDING, "2025-01-01", provisions=("cn.none",))
        assert "provision" == why(strange)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([BINDING, "us.letter.h20.2025"]),
            st.none() | st.dates(parse_day("2024-12-01"), parse_day("2026-01-31")),
            st.sampled_from([Standing.SECONDARY, Standing.UNCERTAIN]),
            st.sampled_from(["withdraws", "rewords"]),
        ),
        min_size=1,
        max_size=3,
    ),
    st.dates(parse_day("2025-01-01"), parse_day("2025-12-31")),
)
def test_no_hearsay_ever_ends_a_binding_measure(
    told_of: list[tuple[str, date | None, Standing, Turn]], on: date
) -> None:
    """Whatever is claimed second hand, what may be in force may still be."""
    claims = [
        turn(
            measure,
            begins.isoformat() if begins else None,
            basis(f"w:{number}", standing=standing),
            turn=kind,
        )
        for number, (measure, begins, standing, kind) in enumerate(told_of)
    ]
    without = view(on.isoformat(), LATE).law.standings
    found = view(on.isoformat(), LATE, *claims).law.standings
    ended = {
        name
        for name, each in found.items()
        if each.state is State.NOT_IN_FORCE
        and without[name].state is not State.NOT_IN_FORCE
    }

    assert set() == ended


class TestAnswers:
    def test_without_claims_nothing_changes(self) -> None:
        """The packs and the answer are the very same where nothing was accepted."""
        assert with_accepted(packs(), Accepted()) is packs()
        plain = as_json(assessed(SUPPLY, "2025-06-01"))
        assert "accepted" not in json.dumps(plain)
        assert "relied_on" not in plain

    def test_a_finding_shows_what_it_leans_on(self) -> None:
        """Source, reviewer, day and entry stand with the finding and the fact."""
        answer = assessed(SUPPLY, "2025-06-01", listing(BUYER))
        findings = told(answer, "supply_now", "us.ear")["findings"]
        leaning = [f for f in findings if f.get("accepted")]

        assert leaning
        for each in leaning:
            assert "listing:1" == each["accepted"][0]["entry"]
            assert "R. Officer" == each["accepted"][0]["accepted_by"]
            assert "2025-01-02" == each["accepted"][0]["accepted_on"]
            assert "Gazette 7" == each["accepted"][0]["source"]["text"]
        assert any("accepted" in fact for each in leaning for fact in each["facts"])

    def test_the_packs_carry_the_digest_of_what_was_accepted(self) -> None:
        """What lay on top of the packs is a pack of its own, with its digest."""
        claim = listing(BUYER)
        answer = as_json(assessed(SUPPLY, "2025-06-01", claim))
        digests = {p["pack"]: p["digest"] for p in answer["packs"]}  # type: ignore[union-attr,index,call-overload]

        assert Accepted((claim,)).digest == digests["accepted"]
        assert "listing:1" == answer["accepted"][0]["entry"]  # type: ignore[index,call-overload]

    def test_equal_claims_give_equal_bytes(self) -> None:
        """In whatever order claims are handed in the bytes are the same."""
        claims: tuple[AcceptedClaim, ...] = (
            listing(BUYER),
            holding(HUAWEI, BUYER),
            figure("nvidia-h20", "tpp", Range(3000, 3000)),
        )
        found = {
            json.dumps(as_json(assessed(SUPPLY, "2025-06-01", *order)))
            for order in permutations(claims)
        }

        assert 1 == len(found)
        assert 1 == len({Accepted(order).digest for order in permutations(claims)})

    def test_a_claim_is_not_seen_before_it_counted(self) -> None:
        """Known by the day before, an answer has the bytes it has without the claim."""
        claim = listing(BUYER, on=basis("listing:1", "2025-06-10"))
        before = assessed(SUPPLY, "2025-06-01", claim, known_by="2025-06-09")
        without = assessed(SUPPLY, "2025-06-01", known_by="2025-06-09")
        after = assessed(SUPPLY, "2025-06-01", claim, known_by="2025-06-10")

        assert canonical_bytes(as_json(without)) == canonical_bytes(as_json(before))
        assert canonical_bytes(as_json(without)) != canonical_bytes(as_json(after))

    def test_a_fact_stated_against_a_claim_is_told(self) -> None:
        """What the file states stands, and the contradiction is named."""
        text = SUPPLY.replace("incorporated_in: MY}", "us_el: {listed: false}}")
        answer = as_json(assessed(text, "2025-06-01", listing(BUYER)))

        told_of = [c["fact"] for c in answer["contradictions"]]  # type: ignore[union-attr,index,call-overload]
        assert ["parties[buyer].us_el.listed"] == told_of

    def test_a_claim_that_frees_is_shown_with_the_law_it_ended(self) -> None:
        """A state left open by an accepted ending names who accepted it."""
        source = basis("w", standing=Standing.SECONDARY)
        claim = turn("us.guidance.gp10.2025", "2025-05-20", source, turn="rewords")
        text = (PACKS.parents[2] / "examples" / "johor-ascend.yaml").read_text("utf-8")
        cell = told(assessed(text, "2025-05-22", claim), "keep_using", "us.ear")
        leaning = [f["provision"] for f in cell["findings"] if f.get("accepted")]

        assert "us.guidance.gp10.2025.dealing" in leaning


@given(
    st.dates(parse_day("2024-01-01"), parse_day("2026-12-31")),
    st.dates(parse_day("2024-01-01"), parse_day("2026-12-31")),
)
def test_no_claim_is_seen_before_its_day(known_from: object, known_by: object) -> None:
    """Whatever the days, what counts by a day is what was known by then."""
    claim = listing(BUYER, on=basis("listing:1", str(known_from)))
    seen = Accepted((claim,)).known_by(KnownBy(parse_day(str(known_by))))

    assert bool(seen) is (str(known_from) <= str(known_by))


def test_a_period_holds_between_its_days() -> None:
    """An end that nobody knows is never a no before it is passed."""
    assert period("2025-01-01", "2025-02-01").holds(day("2025-02-02")) is Truth.FALSE
    assert period("2025-01-01", known=False).holds(day("2025-02-02")) is Truth.UNKNOWN
    assert period(None, "2025-01-01").holds(day("2025-01-02")) is Truth.FALSE


def test_a_view_without_claims_is_the_ordinary_view() -> None:
    """Nothing accepted is the same as not asking the record."""
    on, by = day("2025-06-01"), KnownBy(parse_day(LATE))

    assert view_on(packs(), on, by).packs is view_accepting(packs(), on, by).packs
