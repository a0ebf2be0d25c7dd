"""What has to be there of the program's own files. Light: looked at by every start."""

from typing import Final

from guidance_kb.paths import RESOURCES

WANTED: Final = ("fonts/Inter-Regular.otf", "fonts/Inter-Bold.otf", "translations/nl.qm")
"""Without these the program works, in other letters or without Dutch on its buttons."""

NEEDED: Final = ("icons", "styles/window.qss", "language/dutch.toml", "language/english.toml")
"""Without these it does not."""


def missing(names: tuple[str, ...] = (*WANTED, *NEEDED)) -> list[str]:
    """Those of the files and folders of `resources/` that are not there."""
    return [name for name in names if not (RESOURCES / name).exists()]
