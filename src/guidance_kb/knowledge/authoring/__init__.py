"""Reads and checks the authoring files in `resources/` and builds the tables of the knowledge database."""
