"""Strict reading of YAML, JSON and CSV with file, line, column and field.

The only room below the doors that opens files.
"""

from antinomy.files.faults import Faults
from antinomy.files.fields import Fields
from antinomy.files.node import Listing, Mapping, Node, Scalar
from antinomy.files.reading import Limits, parse_document, read_document, read_text
from antinomy.files.table import Row, read_table

__all__ = [
    "Faults",
    "Fields",
    "Limits",
    "Listing",
    "Mapping",
    "Node",
    "Row",
    "Scalar",
    "parse_document",
    "read_document",
    "read_table",
    "read_text",
]
