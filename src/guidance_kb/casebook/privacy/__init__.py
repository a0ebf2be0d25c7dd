"""Privacy: retention, erasure with a search for traces, ownership of rows, and personal data in free text."""
