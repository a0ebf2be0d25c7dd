"""The casebook's own fixtures: a vault in a folder of the test."""

from tests.casebook.conftest import clock, folder, open_casebook, vault

__all__ = ["clock", "folder", "open_casebook", "vault"]
