"""The part of the self-check that needs Qt: its version, the screen, the fonts and the accessibility bridge."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QAccessible, QFontDatabase, QGuiApplication

from guidance_kb.doctor.check import INSTALL_AGAIN, Check, same, state
from guidance_kb.language import Text
from guidance_kb.paths import RESOURCES

_OF_SYSTEM: Final = {"win32": "UI Automation", "darwin": "NSAccessibility"}
"""The accessibility bridges that are part of the operating system."""

_BUS: Final = (
    Path("/usr/share/dbus-1/services/org.a11y.Bus.service"),
    Path("/usr/local/share/dbus-1/services/org.a11y.Bus.service"),
)
"""The D-Bus service files of AT-SPI, which exist if it is installed."""

_NO_BRIDGE: Final = Text(
    "Gebruikt u een schermlezer, installeer dan at-spi2-core en start het programma binnen uw bureaubladsessie.",
    "If you use a screen reader, install at-spi2-core and start the program within your desktop session.",
)
_NO_PLUGIN: Final = "qt.qpa.plugin"
"""Qt's logging category for platform plugins that are missing or do not load."""

_SMALLEST: Final = (1024, 600)
_SMALL_ADVICE: Final = Text(
    "Het scherm is klein; kies bij Instellingen een kleinere tekst als niet alles past.",
    "The screen is small; choose a smaller text in the settings if not all of it fits.",
)


def without_a_box() -> None:
    """End the process at once if Qt has no platform plugin; on Windows, Qt would first show a box that waits for a click."""

    def heard(_: QtMsgType, context: QMessageLogContext, __: str) -> None:
        if context.category == _NO_PLUGIN:
            os._exit(1)

    qInstallMessageHandler(heard)


def of_this_screen() -> list[Check]:
    """Start Qt and return its checks; the process ends if Qt cannot open a window."""
    application = QGuiApplication([])
    found = list(checks())
    del application
    return found


def checks() -> Iterator[Check]:
    """Yield the checks; this needs a Qt application."""
    yield Check("qt", Text("Qt", "Qt"), "ok", same(qVersion()))
    yield _display()
    yield _fonts()
    yield _bridge()


def _display() -> Check:
    screens = QGuiApplication.screens()
    sizes = [f"{each.geometry().width()}×{each.geometry().height()} ({each.devicePixelRatio():g}×)" for each in screens]
    told = " · ".join([QGuiApplication.platformName(), *sizes])
    fits = any(each.geometry().width() >= _SMALLEST[0] and each.geometry().height() >= _SMALLEST[1] for each in screens)
    is_seen = QGuiApplication.platformName() not in ("offscreen", "minimal")
    return Check(
        "display",
        Text("Beeldscherm", "Display"),
        state(well=fits or not is_seen, otherwise="note"),
        same(told),
        _SMALL_ADVICE,
    )


def _fonts() -> Check:
    """Check whether the fonts of the program can be loaded."""
    families: list[str] = []
    for file in sorted((RESOURCES / "fonts").glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    name = Text("Lettertype van het programma", "Font of the program")
    return Check(
        "fonts", name, state(well=bool(families)), same(", ".join(dict.fromkeys(families)) or "–"), INSTALL_AGAIN
    )


def _bridge() -> Check:
    """Check whether a screen reader can reach the program, and whether one is active."""
    name = Text("Brug naar schermlezers", "Bridge to screen readers")
    bridge = _OF_SYSTEM.get(sys.platform) or ("AT-SPI" if _has_bus() else "")
    if not bridge:
        return Check("screen-reader", name, "note", Text("niet gevonden", "not found"), _NO_BRIDGE)
    reads = QAccessible.isActive()
    nl, en = (
        ("er leest er nu een mee", "one is reading now")
        if reads
        else ("er leest er nu geen mee", "none is reading now")
    )
    return Check("screen-reader", name, "ok", Text(f"{bridge}, {nl}", f"{bridge}, {en}"))


def _has_bus() -> bool:
    """Return whether there is a D-Bus session bus and AT-SPI is installed."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    session = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (runtime and (Path(runtime) / "bus").exists())
    return bool(session) and any(file.exists() for file in _BUS)
