"""`make gallery`: shows the gallery."""

import sys

from guidance_kb.app import make_application
from guidance_kb.ui.look.theme import Theme
from tools.gallery.view import Gallery

_SIZE = (1240, 900)
"""The size in pixels: the width is that of the sheet at a text size of 100 %."""


def main() -> int:
    """Show the gallery until it is closed. Return the exit code."""
    application = make_application()
    gallery = Gallery(Theme(application, waits=True))
    gallery.resize(*_SIZE)
    gallery.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
