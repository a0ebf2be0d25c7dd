"""The knowledge: the report's entries, works, barriers and drives, from the authoring files to the database that the program reads."""
