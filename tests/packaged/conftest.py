"""The packages that `make package` made; without them these tests are skipped, but for CI, where they have to be there."""

import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidance_kb import __version__
from tests.packaged import wine
from tests.packaged.wine import Wine

ROOT = Path(__file__).parents[2]


def made(pattern: str) -> Path:
    """The file in dist/ that fits `pattern`."""
    found = sorted((ROOT / "dist").glob(pattern))
    if not found and "CI" not in os.environ:
        pytest.skip("no package here: `make package` makes it")
    assert found, "`make package` has to come before the tests"
    return found[-1]


@pytest.fixture(scope="session")
def archive() -> Path:
    """The program to unpack anywhere."""
    return made(f"guidance-kb-{__version__}-linux-*.tar.xz")


@pytest.fixture(scope="session")
def deb() -> Path:
    """The Debian package."""
    return made(f"guidance-kb_{__version__}_*.deb")


@pytest.fixture(scope="session")
def program(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked program, in a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("een map")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return next(folder.iterdir()) / "guidance-kb"


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Wine]:
    """A Windows with nothing in it."""
    _need_windows()
    found = Wine(tmp_path)
    yield found
    found.close()


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    """A Windows with the program installed; the tests that share it do not change the program."""
    _need_windows()
    found = Wine(tmp_path_factory.mktemp("windows"))
    assert found.run(wine.SETUP, "/S").returncode == 0
    yield found
    found.close()


def _need_windows() -> None:
    if not wine.SETUP.exists():
        pytest.skip("no Windows package here: `make package-windows` makes it")
    if lacking := wine.missing():
        pytest.skip(lacking)
