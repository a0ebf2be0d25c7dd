"""The release workflow cannot run here; what can be read off it is."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")


def test_every_action_is_pinned_by_its_commit_and_one_action_has_one_pin() -> None:
    used = re.findall(r"uses: (\S+)@(\S+)( # v[\d.]+)?", TEXT)
    assert len(used) > 10
    assert all(re.fullmatch(r"[0-9a-f]{40}", pin) and told for _, pin, told in used)
    assert len({(action, pin) for action, pin, _ in used}) == len({action for action, _, _ in used})


def test_every_script_that_it_calls_exists() -> None:
    called = set(re.findall(r"(packaging/[\w/-]+\.(?:sh|py))\b", TEXT))
    assert called
    assert not [script for script in called if not (ROOT / script).exists()]
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"^ +(?:- )?(?:run: )?(?:env -u CI )?make ([\w-]+)", TEXT, re.MULTILINE)) <= targets


def test_the_tests_run_where_the_linux_package_is_made_and_so_by_its_python() -> None:
    jobs = dict(re.findall(r"^  ([\w-]+):\n((?:    .*\n|\n)+)", TEXT, re.MULTILINE))
    checked, made = jobs["check-linux"], jobs["linux"]
    assert "- run: make test\n" in checked
    assert "setup-python" not in checked + made  # that of the system
    assert re.findall(r"container: (\S+)", checked) == re.findall(r"container: (\S+)", made) == ["debian:12"]


def test_only_the_last_job_may_write() -> None:
    before, _, last = TEXT.partition("\n  release:\n")
    assert "write" not in re.sub(r"#.*", "", before)
    assert last.count("contents: write") == 1
