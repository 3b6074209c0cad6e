"""Structures for the tests of holdings, written in a line."""

from antinomy.ownership import Band, Holder, Holding, Listing, Register, Structure


def structure(
    *shares: str, listed: str = "", seats: str = "", registers: str = ""
) -> Structure:
    """Write ``X>A 50`` for a share, ``X>A 25..50`` for a band, ``X+Y>A 60`` for both.

    ``listed`` names the listed holders, ``seats`` places as ``X=CN``, ``registers``
    what is known of one as ``A=open``.
    """
    holdings = [_holding(share) for share in shares]
    names = dict.fromkeys(n for h in holdings for n in (*h.owners, h.owned))
    stated = dict(pair.split("=") for pair in seats.split())
    seat = {name: None if at == "unknown" else at for name, at in stated.items()}
    entry = (Listing("EL"),)
    return Structure(
        {
            name: Holder(
                name,
                "company",
                seat.get(name, "SG"),
                entry if name in listed.split() else (),
            )
            for name in names
        },
        tuple(holdings),
        {
            name: Register(word)
            for name, word in (pair.split("=") for pair in registers.split())
        },
    )


def _holding(text: str) -> Holding:
    who, share = text.split(" ")
    owners, owned = who.split(">")
    low, _, high = share.partition("..")
    return Holding(tuple(owners.split("+")), owned, Band(int(low), int(high or low)))
