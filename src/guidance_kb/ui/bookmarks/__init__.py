"""Bookmarks of the reader's own: the star and the note beside a page, and the list of all of them."""
