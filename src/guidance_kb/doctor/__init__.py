"""The self-check: whether everything works, and advice if not. For the command line and the window; without Qt or client data."""
