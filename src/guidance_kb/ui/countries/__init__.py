"""The countries view, which compares the answers of five countries to the same questions."""
