"""A screen reader of ours, for the system's own Python: `python3 -m reader`."""

import gi

gi.require_version("Atspi", "2.0")
