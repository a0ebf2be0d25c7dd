"""The map of barriers, drives, practices, recommendations and their links: a picture, with the same content as lists beside it."""
