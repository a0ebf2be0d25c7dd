"""What building and reading the knowledge database must share."""

import sqlite3
from collections.abc import Callable

SCHEMA = "3"
"""The version of db/knowledge.sql; a database with another one is not opened."""

AddIndex = Callable[[sqlite3.Connection], object]
"""Adds the search index, in the transaction of the build (the `search` room's, which this room does not know)."""
