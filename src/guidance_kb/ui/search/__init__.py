"""Search: the results at the left, grouped by kind, and what was found at the right."""
