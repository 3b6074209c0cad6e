"""Canonical bytes (RFC 8785, JSON Canonicalization Scheme) and digests.

Numbers that must stay exact are written as text by their owners; a number here is for
reading. Keys are ordered by UTF-16 code units as the RFC asks.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

_SAFE = 2**53
_LEAST = 1e-4


def canonical_bytes(value: Json) -> bytes:
    r"""Write a value the one way.

    >>> canonical_bytes({"b": [1, True, None], "a": "é"})
    b'{"a":"\xc3\xa9","b":[1,true,null]}'
    """
    return _write(value).encode()


def digest(value: Json | bytes) -> str:
    """Give the SHA-256 of the canonical bytes, in hexadecimal."""
    data = value if isinstance(value, bytes) else canonical_bytes(value)
    return hashlib.sha256(data).hexdigest()


def _write(value: Json) -> str:
    if value is None or isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        assert -_SAFE < value < _SAFE, f"{value} is outside what JSON keeps exactly"
        return str(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Mapping):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{_write(k)}:{_write(value[k])}" for k in keys) + "}"
    return "[" + ",".join(_write(item) for item in value) + "]"


def _number(value: float) -> str:
    """Write a number as ECMAScript does, in the range where Python's repr agrees.

    >>> _number(2.909), _number(3.0)
    ('2.909', '3')
    """
    if value.is_integer():
        return _write(int(value))
    assert _LEAST <= abs(value) < _SAFE, f"{value!r} is outside the plain notation"
    return repr(value)
