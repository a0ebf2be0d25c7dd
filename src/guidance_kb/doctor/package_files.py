"""Check of the resource files. Light: every start imports it."""

from typing import Final

from guidance_kb.paths import RESOURCES

WANTED: Final = ("fonts/Inter-Regular.otf", "fonts/Inter-Bold.otf", "translations/nl.qm")
"""Resources without which the program works, but with other fonts or without Dutch texts on Qt's buttons."""

NEEDED: Final = ("icons", "styles/window.qss", "language/dutch.toml", "language/english.toml")
"""Resources without which the program does not work."""


def missing(names: tuple[str, ...] = (*WANTED, *NEEDED)) -> list[str]:
    """Return the missing files and folders of `resources/`."""
    return [name for name in names if not (RESOURCES / name).exists()]
