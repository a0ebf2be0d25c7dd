"""A content folder to break: a copy of the smallest valid content (`minimal/`), real TOML files, changed one text at a time."""

import shutil
from pathlib import Path

from guidance_kb.knowledge.authoring.build import build
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.problems import ContentError
from guidance_kb.paths import SQL

MINIMAL = Path(__file__).parent / "minimal"

BASE = "knowledge/base.toml"
ENTRIES = "knowledge/entries.toml"
SIGNALS = "knowledge/signals.toml"
CHECKLIST = "conversation/checklist.toml"
THESAURUS = "thesaurus/concepts.toml"


class ContentFolder:
    """Content in `root`, beside the database `target` that is built from it."""

    def __init__(self, parent: Path) -> None:
        self.root = Path(shutil.copytree(MINIMAL, parent / "content"))
        self.target = parent / "knowledge.db"

    def change(self, file: str, old: str, new: str) -> None:
        """Replaces `old`, which must stand in `file` just once."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")

    def add(self, file: str, text: str) -> None:
        """Adds `text` at the end of a file, which may be new."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_text(before + text, "utf-8")

    def build(self) -> Content:
        """Builds without a search index: this room does not know search."""
        return build(self.root, SQL / "knowledge.sql", self.target, lambda _: None)

    def problems(self) -> list[tuple[str, str, str, str]]:
        """What building says is wrong, as (file, where, field, expected); nothing when it builds."""
        try:
            self.build()
        except ContentError as error:
            return [(problem.file, problem.where, problem.field, problem.expected.en) for problem in error.problems]
        return []
