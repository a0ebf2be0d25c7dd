"""The first contact: themes and items on the left, what the answers point to on the right."""
