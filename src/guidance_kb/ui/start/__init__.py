"""The start page, which is the first view of the program."""
