"""Canonical bytes: equal values, equal bytes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antinomy.values import Json, canonical_bytes, digest

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(values)
def test_canonical_bytes_are_json(value: Json) -> None:
    """Any JSON reader reads back what was sealed."""
    try:
        written = canonical_bytes(value)
    except UnicodeEncodeError:
        return  # half of a surrogate pair is no text

    assert value == json.loads(written)


def test_keys_are_ordered_as_the_rfc_asks() -> None:
    """Keys stand in the order of their UTF-16 code units (RFC 8785, 3.2.3)."""
    keys = {"€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\x80": 6, "ö": 7}

    written = json.loads(canonical_bytes(keys), object_pairs_hook=list)

    assert ["\r", "1", "\x80", "ö", "€", "😀", "\ufb33"] == [key for key, _ in written]


def test_control_characters_are_escaped_as_json_asks() -> None:
    """Text is written raw but for quotes, backslashes and control characters."""
    assert '"\\u0000\\n\\"\\\\é\u2028"'.encode() == canonical_bytes('\x00\n"\\é\u2028')


@pytest.mark.parametrize("value", [2**53, -(2**53)])
def test_a_number_json_cannot_keep_is_a_mistake(value: int) -> None:
    """A whole number beyond 2**53 would be read back as another one."""
    with pytest.raises(AssertionError, match="outside what JSON keeps exactly"):
        canonical_bytes(value)


def test_a_digest_is_of_the_bytes() -> None:
    """The digest of a value is the SHA-256 of its canonical bytes."""
    known = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"

    assert known == digest({})
    assert known == digest(b"{}")
