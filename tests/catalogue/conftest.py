"""The shipped catalogue and lists, loaded once."""

from pathlib import Path

import pytest

import antinomy
from antinomy.catalogue import (
    Catalogue,
    EntityList,
    NoticeLists,
    load_catalogue,
    load_entity_list,
    load_notice_lists,
)

PACKS = Path(antinomy.__file__).parent / "packs"


@pytest.fixture(scope="session")
def packs() -> Path:
    """Give the folder of the shipped packs."""
    return PACKS


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Give the shipped catalogue."""
    return load_catalogue(PACKS / "catalogue")


@pytest.fixture(scope="session")
def entities(catalogue: Catalogue) -> EntityList:
    """Give the shipped rows of the Entity List."""
    return load_entity_list(PACKS / "lists" / "us-entity-list.csv", catalogue.firms)


@pytest.fixture(scope="session")
def notices(catalogue: Catalogue) -> NoticeLists:
    """Give the shipped lists that notices make."""
    path = PACKS / "lists" / "cn-lists.csv"
    return load_notice_lists(path, catalogue.places.names)
