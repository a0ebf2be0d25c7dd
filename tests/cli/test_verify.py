import hashlib
from pathlib import Path

from tests.cli.conftest import Run


def test_a_package_is_checked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "guidance-kb_99.0.0_amd64.deb"
    file.write_bytes(b"x")
    done = run("verify", str(file), "--lang", "en")
    assert done.code == 1
    assert "no SHA256SUMS" in done.out
    (tmp_path / "SHA256SUMS").write_text(f"{hashlib.sha256(b'x').hexdigest()}  {file.name}\n", "utf-8")
    done = run("verify", str(file), "--lang", "en")
    assert done.code == 0
    assert "matches SHA256SUMS" in done.out
    assert "apt install ./guidance-kb_99.0.0_amd64.deb" in done.out
    data = run("verify", str(file), "--json").json
    assert data["good"] is True
    assert (data["checksum"], data["age"], data["version"]) == ("matches", "newer", "99.0.0")
    assert all(isinstance(line, str) for line in data["says"])


def test_what_is_no_file_is_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("verify", str(tmp_path / "gone.deb"))
    assert done.code == 1
    assert "bestaat niet" in done.err
    assert "Traceback" not in done.err
