"""An offline program that cannot speak: no library and no module of the package can reach a network."""

import re
import zipfile
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

pytestmark = pytest.mark.packaged

LIBRARIES = re.compile(
    r"(Qt\w*Network|QtWebSockets|QtWebEngine|QtWebChannel|QtNfc|QtBluetooth|libssl|libcurl|libgnutls|libsoup|libproxy|libnghttp|libssh|libcups\.so"
    r"|libkrb5|libgssapi|libavahi|libldap|libresolv|libgio-|plugins/tls|networkinformation|_ssl\.)",
    re.IGNORECASE,
)
"""Of the C library itself no test can tell: every program may ask it for a socket."""

MODULES = re.compile(
    r"^(ssl|_ssl|asyncio|http|urllib\.(request|response|robotparser|error)|ftplib|smtplib|imaplib|poplib|nntplib|telnetlib|xmlrpc|wsgiref"
    r"|socketserver|webbrowser|requests|urllib3|httpx|httpcore|h11|aiohttp|websockets?|certifi|pip|multiprocessing|pydoc)(\.|$)"
)

STAYS = {
    "socket": "email.utils names it when it is imported; importlib.metadata and so pydantic need email",
    "_socket": "part of Debian's Python itself, not a file",
    "select": "subprocess waits for the pipes of its own child with it",
    "selectors": "the same",
    "urllib.parse": "takes apart and quotes addresses, as text",
    "ipaddress": "urllib.parse and pydantic check addresses with it, as text",
}
"""What sounds like a network and stays, with the reason."""


def modules(program: Path) -> set[str]:
    """Every Python module of the package."""
    inside = CArchiveReader(str(program))
    found = {name for name in inside.toc if not name.endswith(".pyz")}
    for name in inside.toc:
        if name.lower().endswith(".pyz"):
            found |= set(inside.open_embedded_archive(name).toc)
    with zipfile.ZipFile(program.parent / "_internal" / "base_library.zip") as library:
        found |= {name.rpartition(".")[0].replace("/", ".") for name in library.namelist()}
    files = (path.relative_to(program.parent / "_internal") for path in program.parent.rglob("*.so*"))
    return found | {path.name.partition(".")[0] for path in files}


def test_no_library_can_reach_a_network(program: Path) -> None:
    inside = program.parent
    names = [path.relative_to(inside).as_posix() for path in inside.rglob("*")]
    assert len([name for name in names if ".so" in name]) > 50
    assert [name for name in names if LIBRARIES.search(name)] == []


def test_no_module_can_reach_a_network(program: Path) -> None:
    names = modules(program)
    assert "guidance_kb.app" in names
    assert sorted(name for name in names if MODULES.search(name)) == []


def test_what_sounds_like_it_is_named_with_its_reason(program: Path) -> None:
    sounds = re.compile(r"(^|\.)_?(socket|select|selectors|ipaddress|urllib)(\.|$)")
    found = {name for name in modules(program) if sounds.search(name) and name.startswith(tuple("_siu"))}
    assert found - {"urllib"} <= set(STAYS)
