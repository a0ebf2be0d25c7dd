"""Every text of the window exists in Dutch, with the same placeholders; what changed in the code is in the file."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from guidance_kb.knowledge.names import KINDS
from guidance_kb.language import Language
from guidance_kb.ui.core.translation import Translation, as_title, in_sentence
from tests.rows import rows

ROOT = Path(__file__).parents[3]
FILE = ROOT / "resources" / "translations" / "nl.ts"
MESSAGES = [
    (context.findtext("name", ""), message)
    for context in ET.parse(FILE).getroot().iter("context")  # noqa: S314 - our own file
    for message in context.iter("message")
]


def _edges(text: str) -> tuple[str, str]:
    """The spaces before and after a text: it may be a piece of another."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _end(text: str) -> str:
    """The signs that end a sentence, a question or what goes on elsewhere; quotation marks and brackets left out."""
    found = re.search(r"[.:;,?!…]*$", text.strip().rstrip("\"'”’»)"))
    return found.group() if found else ""


ALIKE: dict[str, Callable[[str], object]] = {
    "places for values": lambda text: sorted(re.findall(r"\{\w*\}|%\w+", text)),
    "figures": lambda text: sorted(re.findall(r"(?<![%\w])\d+", text)),
    "spaces at the edges": _edges,
    "the end": _end,
    "a mnemonic": lambda text: len(re.findall(r"(?<!&)&(?=\w)", text)),
    "lines": lambda text: text.count("\n"),
}
"""What a text has in common with its Dutch, whatever the words are."""


def test_no_text_stands_where_the_tool_that_finds_them_does_not_look() -> None:
    """In an f-string: `lupdate` passes it by, and the text stays English for ever."""
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for node in ast.walk(string)
        if isinstance(node, ast.Attribute) and node.attr == "tr"
    ]
    assert hidden == []


@rows(("context", "message"), MESSAGES, ids=[f"{c}-{n}" for n, (c, _) in enumerate(MESSAGES)])
def test_a_text_has_its_dutch(context: str, message: ET.Element) -> None:
    source, made = message.findtext("source", ""), message.find("translation")
    assert made is not None
    assert made.get("type") is None, f"{context}: unfinished or gone: {source}"
    counted = message.get("numerus") == "yes"
    assert counted is ("%n" in source), (
        f"{context}: forms for one and for several, and no number, or the reverse: {source}"
    )
    assert len(list(made.iter("numerusform"))) == (2 if counted else 0), f"{context}: {source}"
    forms = [form.text or "" for form in made.iter("numerusform")] or [made.text or ""]
    for form in forms:
        assert form.strip(), f"{context}: {source}"
        for what, read in ALIKE.items():
            assert read(form) == read(source), f"{what}, {context}: {source}"


@pytest.mark.parametrize(
    ("what", "source", "dutch"),
    [
        ("places for values", "{count} found", "{aantal} gevonden"),
        ("figures", "within 5 minutes", "binnen 50 minuten"),
        ("spaces at the edges", " and ", " en"),
        ("the end", "Saved.", "Bewaard"),
        ("the end", "Ask “{name}”?", "Vraag “{name}”"),
        ("a mnemonic", "&Open", "Openen"),
        ("lines", "one\ntwo", "een twee"),
    ],
)
def test_a_slip_is_seen(what: str, source: str, dutch: str) -> None:
    assert ALIKE[what](source) != ALIKE[what](dutch)


def test_names_of_the_domain_follow_the_language(qapp: QApplication) -> None:
    translation, said = Translation(qapp), []
    for language in (Language.NL, Language.EN):
        translation.use(language)
        said.append((as_title(KINDS["need"]), in_sentence(KINDS["need"])))
    assert said == [("Basisbehoefte", "basisbehoefte"), ("Basic need", "basic need")]


def test_the_menus_of_qt_itself_speak_dutch_too(qapp: QApplication) -> None:
    Translation(qapp).use(Language.NL)
    assert QCoreApplication.translate("QLineEdit", "Select All") == "Alles selecteren"


_REWRITTEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from guidance_kb.knowledge.names import KINDS
from guidance_kb.language import Language
from guidance_kb.ui.core import translation

translation.RESOURCES = Path(sys.argv[1])
application = QCoreApplication([])
translation.Translation(application).use(Language.NL)
Path(sys.argv[1], "translations", "nl.qm").write_bytes(b"")
print(QCoreApplication.translate("Rail", "Countries"))
"""


def test_a_file_that_is_written_anew_ends_no_running_program(tmp_path: Path) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "nl.qm").write_bytes(FILE.with_suffix(".qm").read_bytes())
    told = subprocess.run(
        [sys.executable, "-c", _REWRITTEN, tmp_path], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert told.stdout.strip() == "Landen"


def test_the_file_holds_every_text_of_the_code(tmp_path: Path) -> None:
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    fresh = tmp_path / "nl.ts"
    fresh.write_bytes(FILE.read_bytes())
    sources = [str(path) for path in sorted((ROOT / "src" / "guidance_kb" / "ui").rglob("*.py"))]
    subprocess.run(
        [tool, "-no-obsolete", "-locations", "none", *sources, "-ts", fresh], check=True, capture_output=True, cwd=ROOT
    )

    def texts(path: Path) -> set[tuple[str, str]]:
        root = ET.parse(path).getroot()  # noqa: S314
        return {
            (c.findtext("name", ""), m.findtext("source", "")) for c in root.iter("context") for m in c.iter("message")
        }

    assert texts(fresh) == texts(FILE), "run `make translations`"
