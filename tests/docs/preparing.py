"""What the examples of a page need: files that they name, a pack of one's own, content with a mistake, client records with a backup."""

import shutil
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.library import Library
from guidance_kb.paths import knowledge_database
from tests.casebook.conftest import CHEAP
from tests.docs.pages import ROOT, Command
from tools.tour import sample_records

PASSPHRASE: Final = "paard nietje lantaarn 7 wolken"  # noqa: S105 - of a casebook that lives as long as a page is tried

_FILES: Final = {
    "queries.tsv": "geen oppas\teveryday\tnl\tcare-duties=2\n",
    "passphrase.txt": f"{PASSPHRASE}\n",
    "answers.json": '{"checklist": "2026.3", "answers": {"vraag-zorg": {"state": "named"}}}',
}

_MISTAKE: Final = ("knowledge/entries/2-1-belemmeringen.toml", '"care-duties"', '"care-dutis"')


def prepare(folder: Path, commands: Iterable[Command]) -> str:
    """Puts into `folder` what `commands` name, and says what the backup that was made is called; empty if there is none."""
    asked = "\n".join(command.text for command in commands)
    for name in ("docs", "resources"):
        (folder / name).symlink_to(ROOT / name)
    for name, text in _FILES.items():
        (folder / name).write_text(text, "utf-8")
    if "my-pack" in asked:
        _pack(folder / "my-pack")
    if "broken" in asked:
        _content_with_a_mistake(folder / "broken")
    return _casebook(folder / "data" / "casebook") if "guidance-kb casebook" in asked else ""


def _pack(folder: Path) -> None:
    shutil.copytree(ROOT / "docs" / "example-pack", folder)
    for file in folder.glob("*.toml"):
        file.write_text(file.read_text("utf-8").replace("pack-voorbeeldstad", "pack-mytown"), "utf-8")


def _content_with_a_mistake(folder: Path) -> None:
    for name in ("knowledge", "conversation", "thesaurus", "language", "documents", "phrasings"):
        shutil.copytree(ROOT / "resources" / name, folder / name)
    name, right, wrong = _MISTAKE
    file = folder / name
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), "utf-8")


def _casebook(folder: Path) -> str:
    """Records of clients who do not exist, with a backup of yesterday; one of them is new since."""
    vault = Vault(folder, cost=CHEAP)
    vault.create(PASSPHRASE)
    store = vault.open(PASSPHRASE)
    library = Library(knowledge_database())
    sample_records.fill(store, Checklist.of(library), dutch=True)
    library.close()
    yesterday = datetime.now(UTC) - timedelta(days=1)
    made = Backups(vault, lambda: yesterday).make(store.database)
    store.clients.add("K-004")
    vault.close()
    return made.name
