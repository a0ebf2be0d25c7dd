"""The version of the knowledge database, which building and reading must share."""

SCHEMA = "1"
"""The version of db/knowledge.sql; a database with another one is not opened."""
