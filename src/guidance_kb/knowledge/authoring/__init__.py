"""From the authoring files in `resources/` to the tables of the knowledge database: read, check, build."""
