"""Starts that go wrong: a small window of plain Qt that says what is the case and offers a way on."""
