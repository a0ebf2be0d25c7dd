"""The self-check: is everything there, and if not, what to do. For the command line and the window; no Qt, and nothing of a client."""
