"""What is known: the report's entries, works, barriers and drives, from authoring files to a readable database."""
