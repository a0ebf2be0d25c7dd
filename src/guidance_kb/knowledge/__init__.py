"""The knowledge: the report's entries, works, barriers and drives, from authoring files to a database that is read."""
