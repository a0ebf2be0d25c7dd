"""SHA256SUMS as GNU writes it, and a signature that is there or is said to be missing."""

import importlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    (tmp_path / "guidance-kb_1.0_amd64.deb").write_bytes(b"a package")
    (tmp_path / "a file with é.zip").write_bytes(b"another")
    (tmp_path / "SHA256SUMS").write_text(importlib.import_module("checksums").checksums(tmp_path), "utf-8")
    return tmp_path


def sign(scripts: Path, dist: Path, how: str | None) -> subprocess.CompletedProcess[str]:
    told = {name: value for name, value in os.environ.items() if name != "GUIDANCE_KB_SIGN"} | (
        {"GUIDANCE_KB_SIGN": how} if how else {}
    )
    return subprocess.run(
        ["sh", scripts / "sign.sh", dist / "SHA256SUMS"], env=told, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum of GNU here")
def test_gnu_reads_the_sums_and_sees_a_changed_byte(dist: Path) -> None:
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=dist, capture_output=True, check=False).returncode == 0
    (dist / "guidance-kb_1.0_amd64.deb").write_bytes(b"b package")
    assert subprocess.run(check, cwd=dist, capture_output=True, check=False).returncode == 1


def test_the_sums_name_everything_but_themselves_and_their_signature(dist: Path) -> None:
    (dist / "SHA256SUMS.minisig").write_text("signature", "utf-8")
    assert importlib.import_module("checksums").checksums(dist).count("\n") == 2


def test_without_a_signer_it_says_unsigned_and_leaves_that_beside_the_sums(scripts: Path, dist: Path) -> None:
    (dist / "SHA256SUMS.asc").write_text("of an older release", "utf-8")
    done = sign(scripts, dist, None)
    assert done.returncode == 0
    assert "UNSIGNED" in done.stdout
    assert "UNSIGNED" in (dist / "SHA256SUMS.UNSIGNED").read_text("utf-8")
    assert not (dist / "SHA256SUMS.asc").exists()


def test_the_signer_gets_the_file_and_the_old_mark_goes(scripts: Path, dist: Path, tmp_path: Path) -> None:
    (dist / "SHA256SUMS.UNSIGNED").write_text("", "utf-8")
    signer = tmp_path / "signer.sh"
    signer.write_text('#!/bin/sh\n[ "$1" = --key ] && cp "$2" "$2.sig"\n', "utf-8")
    done = sign(scripts, dist, f"sh {signer} --key")
    assert done.returncode == 0
    assert (dist / "SHA256SUMS.sig").exists()
    assert not (dist / "SHA256SUMS.UNSIGNED").exists()


@pytest.mark.parametrize("signer", ["true", "false"])
def test_a_signer_that_signs_nothing_is_a_fault(scripts: Path, dist: Path, signer: str) -> None:
    assert sign(scripts, dist, signer).returncode != 0
