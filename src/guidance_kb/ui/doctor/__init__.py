"""The self-check in the window."""
