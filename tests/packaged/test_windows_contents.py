"""What is in the Windows package, and what is not; told from its zip, without a Windows."""

import email
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

import pytest

from guidance_kb import __version__
from guidance_kb.doctor.installation import REQUIRED

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
NETWORK = (
    "*/_ssl*", "*libssl*", "*_socket*", "*libcrypto*", "*qt6network*", "*qtnetwork*", "*plugins/tls/*", "*networkinformation*",
    "*qt6websockets*",
    "*webengine*", "*/lib/pip/*", "*/urllib3/*", "*/requests/*", "*/certifi/*",
)  # fmt: skip
SPEAKS = (
    "ssl.",
    "socket.",
    "http/",
    "asyncio/",
    "ftplib.",
    "smtplib.",
    "imaplib.",
    "poplib.",
    "xmlrpc/",
    "urllib/request.",
    "socketserver.",
)

pytestmark = pytest.mark.packaged


@pytest.fixture(scope="module")
def package() -> Iterator[zipfile.ZipFile]:
    """The portable zip, which has the same files as the setup."""
    path = DIST / f"guidance-kb-{__version__}-windows-portable.zip"
    if not path.exists():
        pytest.skip("no Windows package here: `make package-windows` makes it")
    with zipfile.ZipFile(path) as found:
        yield found


def test_it_has_no_library_that_speaks_to_a_network(package: zipfile.ZipFile) -> None:
    assert [name for name in package.namelist() if any(fnmatch(name.lower(), each) for each in NETWORK)] == []


def test_its_python_has_no_module_that_speaks_to_a_network(package: zipfile.ZipFile) -> None:
    with package.open("Guidance KB/program/python313.zip") as inner, zipfile.ZipFile(inner) as library:
        assert [name for name in library.namelist() if name.startswith(SPEAKS)] == []
        assert "sqlite3/dbapi2.pyc" in library.namelist()


def test_everything_is_in_one_folder_with_the_mark_of_a_portable_one(package: zipfile.ZipFile) -> None:
    names = [PurePosixPath(name) for name in package.namelist()]
    assert {name.parts[0] for name in names} == {"Guidance KB"}
    beside = {name.parts[1] for name in names}
    assert beside == {"LICENSE.txt", "guidance-kb.com", "guidance-kb.exe", "portable.txt", "program"}


def test_it_has_no_sources_tests_or_caches(package: zipfile.ZipFile) -> None:
    assert [name for name in package.namelist() if name.endswith((".py", ".pyi", ".ts")) or "__pycache__" in name] == []
    assert [name for name in package.namelist() if "/tests/" in name] == []


def test_it_names_no_folder_of_the_machine_that_made_it(package: zipfile.ZipFile) -> None:
    here = str(ROOT).encode()
    assert [name for name in package.namelist() if here in package.read(name)] == []


def test_it_brings_the_licences_of_what_is_in_it(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    assert "Guidance KB/program/LICENSE-python.txt" in names
    assert len([name for name in names if "/guidance_kb/licences/" in name]) > 20


def test_every_library_of_the_self_check_tells_its_version(package: zipfile.ZipFile) -> None:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    locked = dict(line.split()[0].split("==") for line in lines if "==" in line and line[0].isalpha())
    told = dict(_told(package.read(name)) for name in package.namelist() if name.endswith(".dist-info/METADATA"))
    for library in REQUIRED.values():
        assert told[library.lower()] == locked[library.lower()]


def _told(metadata: bytes) -> tuple[str, str]:
    found = email.message_from_bytes(metadata)
    return found["Name"].lower().replace("_", "-"), found["Version"]


def test_the_setup_is_small_enough_to_send() -> None:
    setup = DIST / f"guidance-kb-{__version__}-windows-setup.exe"
    if not setup.exists():
        pytest.skip("no Windows package here: `make package-windows` makes it")
    assert setup.stat().st_size < 40_000_000
