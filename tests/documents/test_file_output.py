"""Files that the user saves are there whole or not at all; what was there before stays when there is no room, or no right."""

import json
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidance_kb.documents.page import save
from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.paths import ROOT
from tests.casebook.conftest import forbidden_to_write, python

OLD = b"what was there before"


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that nobody may reach too; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


def test_a_file_is_replaced_and_for_this_user_only(tmp_path: Path) -> None:
    path = tmp_path / "K-1.pdf"
    path.write_bytes(OLD)
    save(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_where_nobody_may_write_it_says_so_and_the_old_file_stays(public_folder: Path) -> None:
    path = public_folder / "K-1.pdf"
    path.write_bytes(OLD)
    path.chmod(0o644)
    with forbidden_to_write(public_folder):
        with pytest.raises(KnownError) as refused:
            save(path, b"new")
        assert path.read_bytes() == OLD
    assert list(public_folder.iterdir()) == [path]
    assert "u mag in die map niet schrijven" in refused.value.say(Language.NL)
    assert "you may not write in that folder" in refused.value.say(Language.EN)
    assert str(public_folder) not in str(refused.value.text)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="that folder is not there"):
        save(tmp_path / "nowhere" / "K-1.pdf", b"new")


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    """A device, which whoever may do everything could replace."""
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    for place in (pipe, folder):
        with pytest.raises(KnownError, match="cannot be saved there"):
            save(place, b"new")
    assert pipe.is_fifo()
    assert folder.is_dir()


def test_on_a_full_disk_each_way_of_saving_says_so_and_the_old_file_stays(tmp_path: Path) -> None:
    """A real small file system: what `save`, a PDF and a calendar file leave when it is full, and when there is room again."""
    if sys.platform != "linux":
        pytest.skip("it takes mounts of Linux")
    mounts = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    if subprocess.run([*mounts, "true"], capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    done = subprocess.run(
        [*mounts, *python("-m", "tests.ui.fulldisk", str(tmp_path))],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    if "skipped" in found:
        pytest.skip(found["skipped"])
    names = {"K-1.json", "K-1.pdf", "K-1.ics"}
    assert set(found["said"]) == names
    for nl, en in found["said"].values():
        assert "de schijf is vol" in nl
        assert "the disk is full" in en
    assert found["left"] == dict.fromkeys(names, True)
    assert set(found["written"]) == names
    assert all(size > len(OLD) for size in found["written"].values())
