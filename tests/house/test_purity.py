"""What decides is a pure function: no clock, chance, network or file in the core."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "antinomy"
DOORS = {"cli"}
READERS = {"files"}  # the one room below the doors that opens files
KEEPERS = {"record"}  # the one room that speaks to a store, at an address handed in
STORES = {"alembic", "psycopg", "sqlalchemy"}

MODULES = {
    "http",
    "random",
    "secrets",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "tempfile",
    "time",
    "urllib",
    "uuid",
}
NAMES = {"environ", "getenv", "getcwd", "now", "today", "utcnow", "uuid1", "uuid4"}
FILES = {
    "open",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
}


def impurities(
    tree: ast.AST, *, may_read: bool = False, may_keep: bool = False
) -> Iterator[str]:
    """Name each thing in a syntax tree that depends on the world outside.

    >>> list(impurities(ast.parse("import random; seen = open(name)")))
    ['1: import random', '1: open']
    >>> list(impurities(ast.parse("seen = open(name)"), may_read=True))
    []
    >>> list(impurities(ast.parse("import sqlalchemy"), may_keep=True))
    []
    """
    modules = MODULES if may_keep else MODULES | STORES
    words = NAMES if may_read else NAMES | FILES
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                roots = [name.name for name in names]
            case ast.ImportFrom(module=str(module)):
                roots = [module]
            case ast.Call(func=ast.Name(id="open")) if not may_read:
                yield f"{node.lineno}: open"
                continue
            case ast.Attribute(attr=word) if word in words:
                yield f"{node.lineno}: {word}"
                continue
            case _:
                continue
        for root in roots:
            if root.partition(".")[0] in modules:
                yield f"{node.lineno}: import {root}"


def core_files() -> Iterator[Path]:
    """Give every module that stands below the doors."""
    for path in sorted(SOURCE.rglob("*.py")):
        if path.relative_to(SOURCE).parts[0] not in DOORS:
            yield path


def test_the_core_is_pure() -> None:
    """Below the doors nothing asks the clock, the dice, the network or the disk."""
    found = [
        f"{path.relative_to(SOURCE)}:{impurity}"
        for path in core_files()
        for impurity in impurities(
            ast.parse(path.read_text("utf-8")),
            may_read=path.relative_to(SOURCE).parts[0] in READERS,
            may_keep=path.relative_to(SOURCE).parts[0] in KEEPERS,
        )
    ]

    assert [] == found


@pytest.mark.parametrize(
    "line",
    [
        "datetime.now()",
        "date.today()",
        "import time",
        "from random import choice",
        "uuid.uuid4()",
        "os.environ['HOME']",
        "open('law.yaml')",
        "Path('law.yaml').read_text()",
        "import socket",
        "from sqlalchemy import create_engine",
    ],
)
def test_the_check_sees(line: str) -> None:
    """Each way to reach outside is noticed."""
    assert any(impurities(ast.parse(line)))
