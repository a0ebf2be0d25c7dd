"""Output of the program: citations, printable forms, and the knowledge as JSON for other tools."""
