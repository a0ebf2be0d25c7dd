"""A user at the desk, for the system's own Python: `python3 -m scripts`."""

import gi

gi.require_version("Atspi", "2.0")
