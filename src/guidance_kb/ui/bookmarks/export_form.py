"""Saves all bookmarks as a file, in the language of the window."""

import json
from enum import StrEnum
from pathlib import Path

from guidance_kb.documents.bookmarks import as_data, as_markdown
from guidance_kb.documents.file_output import save as save_file
from guidance_kb.knowledge.bookmarks import standing
from guidance_kb.ui.core.services import Services


class Form(StrEnum):
    """How they are written; the value is how the name of the file ends."""

    MARKDOWN = ".md"
    JSON = ".json"


def save(services: Services, form: Form, path: Path) -> None:
    """Writes them to `path`.

    Raises:
        KnownError: It cannot be written there; what was there is as it was.
    """
    library = services.library
    found = standing(library.place, services.bookmarks.kept.values())
    if form is Form.MARKDOWN:
        text = as_markdown(library, found, services.language)
    else:
        text = json.dumps(as_data(library, found), ensure_ascii=False, indent=2) + "\n"
    save_file(path, text.encode())
