"""`docs/architecture.md` names every room, and only files that are there."""

import re

from guidance_kb.paths import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
SOURCE = ROOT / "src" / "guidance_kb"


def test_every_room_is_named() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    table = " ".join(line.split("|")[1] for line in PAGE.splitlines() if line.startswith("|"))
    assert rooms <= set(re.findall(r"`(\w+)`", table))
    drawing = (ROOT / "docs" / "architecture.svg").read_text("utf-8")
    assert [room for room in rooms if room not in re.findall(r"\w+", drawing)] == []


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"`([\w./-]+\.(?:py|toml|md|qss|ts)|[\w./-]+/)`", PAGE))
    assert len(named) > 50
    folders = (ROOT / name for name in ("src", "docs", "resources", "packaging", "tests", "tools", "db"))
    ends = {f"/{path.relative_to(ROOT).as_posix()}" for folder in folders for path in (folder, *folder.rglob("*"))}
    ends |= {f"/{path.name}" for path in ROOT.glob("*.md")}
    gone = [name for name in sorted(named) if not any(path.endswith(f"/{name.rstrip('/')}") for path in ends)]
    assert gone == []
