"""The full-text index: built with the knowledge database, read when searching."""
