"""The choice of PyInstaller's files for the Linux package."""

import re
import subprocess
from pathlib import Path
from typing import Final

Entry = tuple[str, str, str]
"""Name in the package, file on this machine, kind: as in PyInstaller's lists."""

PLUGINS: Final = (
    "iconengines/libqsvgicon", "imageformats/libqsvg", "platforms/libqxcb", "platforms/libqoffscreen", "platforms/libqwayland",
    "platforminputcontexts/", "platformthemes/libqxdgdesktopportal", "printsupport/", "wayland-shell-integration/libxdg-shell",
    "wayland-decoration-client/", "accessible",
)  # fmt: skip
"""The plugins of Qt to keep: X11, Wayland, offscreen, typing accents, the file dialogs of a desktop, printing."""

OF_THE_SYSTEM: Final = (
    "libcups.so",
    "libwayland-",
    "libEGL.so",
    "libGL.so",
    "libGLX.so",
    "libOpenGL.so",
    "libGLdispatch.so",
)
"""Libraries that are never included, because a system with a printer, Wayland or a graphics card has them. libcups would bring
TLS, Kerberos and mDNS into a program without a network.
"""

NEVER: Final = (
    "libQt6Network",
    "libQt6Qml",
    "libQt6Quick",
    "libQt6Pdf",
    "libQt6VirtualKeyboard",
    "libQt6EglFS",
    "libqgtk3",
)

EXTENSIONS: Final = ("_ssl.", "_hashlib.", "readline.", "_codecs_cn.", "_codecs_hk.", "_codecs_jp.", "_codecs_kr.", "_codecs_tw.",
    "_codecs_iso2022.", "_multibytecodec.", "xxsubtype.", "_crypt.", "nis.", "ossaudiodev.", "_testcapi.")  # fmt: skip
"""Unused parts of Python. `_hashlib` is a second way to digests that Python has itself, and needs 6 MB of OpenSSL."""

_LIBRARY: Final = re.compile(r"(^|/)lib[^/]*\.so[.0-9]*$")
_NEEDS: Final = re.compile(r"\(NEEDED\).*\[(.+)\]")


def wanted(entry: Entry) -> bool:
    """Return whether the program uses this file itself, apart from files that need it."""
    name = entry[0].replace("\\", "/")
    file = name.rpartition("/")[2]
    if "PySide6/Qt/translations/" in name:
        return file in ("qtbase_nl.qm", "qtbase_en.qm")
    if "PySide6/Qt/plugins/" in name:
        return any(part in name.partition("plugins/")[2] for part in PLUGINS)
    if name.startswith(("pytz/", "dateutil/")):  # their copies of the time zones; the system has its own
        return False
    return not file.startswith((*OF_THE_SYSTEM, *NEVER)) and not file.startswith(EXTENSIONS)


def reached(entries: list[Entry]) -> list[Entry]:
    """Return the entries that are no library, libpython, and the libraries that these need, directly or through others."""
    libraries: dict[str, list[Entry]] = {}
    roots = []
    for entry in entries:
        if _is_library(entry[0]):
            libraries.setdefault(Path(entry[0]).name, []).append(entry)
        else:
            roots.append(entry)
    found: dict[str, None] = {name: None for name in libraries if name.startswith("libpython")}
    waiting = [*roots, *(entry for name in found for entry in libraries[name])]
    while waiting:
        for name in needs(waiting.pop()):
            if name in libraries and name not in found:
                found[name] = None
                waiting.extend(libraries[name])
    return roots + [entry for name, group in libraries.items() if name in found for entry in group]


def needs(entry: Entry) -> list[str]:
    """Return the libraries that a program file requires."""
    name, source, kind = entry
    if kind == "SYMLINK" or ".so" not in name:
        return []
    said = subprocess.run(["readelf", "-d", source], capture_output=True, text=True, check=True).stdout
    return _NEEDS.findall(said)


def _is_library(name: str) -> bool:
    """Return whether this is a library that is loaded only because another file needs it; plugins are loaded by themselves."""
    return bool(_LIBRARY.search(name)) and "/plugins/" not in name
