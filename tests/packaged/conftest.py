"""The packages that `make package` made; without them these tests are skipped, but for CI, where they have to be there."""

import os
import tarfile
from pathlib import Path

import pytest

from guidance_kb import __version__

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
