"""The full-text index, built with the knowledge database and read by the search."""
