"""The encrypted store: connection, schema and its migrations, rows, full text and integrity."""
