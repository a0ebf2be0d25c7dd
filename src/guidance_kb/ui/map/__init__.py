"""Barriers, drives, practices and recommendations and the links between them: a picture, and beside it the same as a list."""
