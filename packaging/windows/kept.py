"""The choice of files of Python, Qt and the libraries for the Windows package; all others are left out."""

from pathlib import PurePosixPath
from typing import Final

ABSENT: Final = (
    "asyncio", "_asyncio", "_overlapped",
    "socket", "_socket", "socketserver", "select", "selectors",
    "ssl", "_ssl", "_hashlib",  # hashlib has its own SHA-2 and BLAKE2; the libraries that encrypt records bring their own
    "http", "ftplib", "imaplib", "poplib", "smtplib", "xmlrpc", "wsgiref", "webbrowser", "urllib.request", "urllib.robotparser",
    "multiprocessing", "_multiprocessing", "concurrent.futures.process", "ensurepip", "pip",
)  # fmt: skip
"""Modules of Python that are left out because they use a network; see `offline.py` for the three that libraries import."""

PYTHON: Final = (
    "LICENSE.txt", "python3.dll", "python313.dll", "python313.zip", "vcruntime140.dll", "vcruntime140_1.dll",
    "libffi-8.dll", "sqlite3.dll", "unicodedata.pyd", "pyexpat.pyd",
    "_bz2.pyd", "_ctypes.pyd", "_decimal.pyd", "_elementtree.pyd", "_lzma.pyd", "_queue.pyd", "_sqlite3.pyd", "_uuid.pyd",
    "_zoneinfo.pyd",
)  # fmt: skip
"""Files of the embeddable Python, without its OpenSSL and without `_wmi`, by which `platform` asks a Windows service that may be slow."""

QT: Final = ("Core", "Gui", "PrintSupport", "Svg", "Test", "Widgets")
"""Modules of Qt: those that the program imports, and Test for its tour."""

QT_FILES: Final = {
    *(f"Qt{name}.pyd" for name in QT),
    *(f"Qt6{name}.dll" for name in QT),
    "pyside6.abi3.dll", "msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll",
    "plugins/iconengines/qsvgicon.dll", "plugins/imageformats/qsvg.dll",
    "plugins/platforms/qwindows.dll", "plugins/platforms/qoffscreen.dll",
    "translations/qtbase_nl.qm", "translations/qtbase_en.qm",
}  # fmt: skip
"""Files of PySide6 besides its Python: no network, no QML, no software OpenGL (20 MB; widgets do not need it)."""

UNUSED: Final = ("cffi", "pycparser")
"""Packages that only compile; `_cffi_backend` is the part needed to run."""

_SOURCES: Final = (".pyi", ".h", ".hpp", ".c", ".pxd", ".pyx", ".exe", ".lib", ".exp", ".pdb", ".typed", ".xml")


def standard_kept(name: str) -> bool:
    """Return whether to keep a module of Python's standard library; `name` is its file in the zip: `asyncio/events.pyc`."""
    dotted = PurePosixPath(name).with_suffix("").as_posix().replace("/", ".")
    return not any(dotted == absent or dotted.startswith(f"{absent}.") for absent in ABSENT)


def wheel_kept(name: str) -> bool:
    """Return whether to keep a file of a wheel; `name` is its path in the wheel."""
    path = PurePosixPath(name)
    top, rest = path.parts[0], path.relative_to(path.parts[0]).as_posix()
    if top.endswith(".dist-info"):
        return rest == "METADATA"  # METADATA has the version; the licences are collected elsewhere
    if top in UNUSED or top.endswith(".data") or path.suffix in _SOURCES or {"tests", "test"} & set(path.parts[:-1]):
        return False
    if top == "PySide6":
        return rest in QT_FILES or (
            path.suffix == ".py" and (path.parent.name == "PySide6" or rest.startswith("support/"))
        )
    return True
