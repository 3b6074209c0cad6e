"""Tests of the room that weighs."""
