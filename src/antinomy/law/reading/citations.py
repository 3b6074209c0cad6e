"""Read citations, given whole or as one text that leans on the measure's."""

from dataclasses import replace

from antinomy.files import Fields, Node, Scalar
from antinomy.values import Citation, Standing

_STANDINGS = [standing.value for standing in Standing]


def read_citation(node: Node | None, default: Citation) -> Citation:
    """Read a citation; a bare text takes address and standing from the default."""
    if node is None:
        return default
    if isinstance(node, Scalar):
        return replace(default, text=node.text)
    fields = Fields(node)
    text, quote = fields.text("text"), fields.text("quote", "")
    cite = _completed(fields, replace(default, text=text, quote=quote))
    fields.done()
    return cite


def read_beside(fields: Fields, default: Citation) -> Citation:
    """Read a citation whose status and address may stand beside it."""
    return _completed(fields, read_citation(fields.take("cite"), default))


def _completed(fields: Fields, cite: Citation) -> Citation:
    status = fields.choice("status", _STANDINGS, cite.standing.value)
    address = fields.text("address", cite.address)
    return replace(cite, address=address, standing=Standing(status))
