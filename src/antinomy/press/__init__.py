"""From a page to claims: keep the bytes, decode, clean, find, and match.

Every value found carries the span of the source it stands on, in code points. The text
of a page is evidence and never an instruction.
"""
