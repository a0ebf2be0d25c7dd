"""Every paper of the program as a PDF, in both languages: what the tests of paper look at, and what one looks at by eye.

`python -m tests.ui.papers FOLDER` writes them there, and with poppler a picture of each sheet.
"""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from html import unescape
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication

from guidance_kb.casebook.backup.backups import Backup
from guidance_kb.casebook.privacy.erasure import BackupWithClient, Proof
from guidance_kb.casebook.privacy.traces import TraceSearch
from guidance_kb.casebook.records.followups import FIRST_WEEKS, Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.vault.access import everything_of
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import GOAL_ITEM, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.access_page import access_page
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.documents.client_page import LAYOUTS, Contact, client_page
from guidance_kb.documents.counselor_page import counselor_page
from guidance_kb.documents.countries import comparison, countries_page
from guidance_kb.documents.erasure import erasure_page
from guidance_kb.documents.form import core_form, empty_form, filled_form
from guidance_kb.documents.page import page
from guidance_kb.documents.passages import passages_page
from guidance_kb.documents.privacy_texts import body_as_html, privacy_texts, processing_page
from guidance_kb.documents.recovery_sheet import recovery_sheet
from guidance_kb.documents.reply import reply_page
from guidance_kb.documents.rules import rules_page
from guidance_kb.documents.summary import ReplyPart, Summary, Talk, appointment_on
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text
from guidance_kb.paths import RESOURCES, ROOT
from guidance_kb.ui.core.paper import Paper
from guidance_kb.ui.core.printing import CORE_MARGIN_MM, pdf_of
from tests.casebook.conftest import CHEAP, PASSPHRASE, Clock
from tests.casebook.keeping import filled

DAY = date(2026, 11, 25)
CODE = "2026-007"
CLIENT_MARGIN_MM = 16
_KEY = "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789"


PAPERS = frozenset({
    "access_page._Page.html", "client_page.client_page", "counselor_page.counselor_page", "countries.countries_page",
    "erasure.erasure_page", "form.core_form", "form.empty_form", "form.filled_form", "privacy_texts.processing_page",
    "passages.passages_page", "recovery_sheet.recovery_sheet", "reply.reply_page", "rules.rules_page",
})  # fmt: skip
"""What makes a page in `documents`, and is among `papers`."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A paper: its name, what it is made of, and the margin that it has."""

    name: str
    html: str
    margin_mm: float = 20

    @property
    def head(self) -> str:
        """What its sheets say of it, as its HTML has it."""
        said = dict(re.findall(r'<meta name="(paper|about)" content="([^"]*)">', self.html))
        return " · ".join(unescape(part) for part in (said["paper"], said["about"]) if part)

    def paper(self) -> Paper:
        """It laid out."""
        return Paper(self.html, self.margin_mm)


def conversation(checklist: Checklist, every: int) -> Session:
    """A conversation in which every so many-th item was named, with notes; some were observed, denied or declined."""
    session = Session(checklist)
    states = (State.NAMED, State.NAMED, State.NOT_AN_ISSUE, State.NAMED, State.DECLINED)
    for number, item in enumerate(list(checklist.items)[::every]):
        session.set_state(item, states[number % len(states)])
        if number % 4 == 1:
            session.set_by(item, By.OBSERVED)
        if number % 3 == 0 and item != GOAL_ITEM:
            session.set_note(item, "Vertelt dat de buurvrouw op dinsdag en donderdag kan oppassen, als zij niet werkt.")
    session.set_state(GOAL_ITEM, State.NAMED)
    session.set_by(GOAL_ITEM, By.CLIENT)
    session.set_note(GOAL_ITEM, "De opleiding voor zorghulp doen, en dan werken in de buurt")
    return session


def _summary(library: Library, language: Language) -> Summary:
    care, services = (
        library.barriers["care-duties"].text(language),
        library.barriers["fragmented-services"].text(language),
    )
    return (
        Summary(
            weeks=FIRST_WEEKS, begins=DAY, language=language, words={"remarks": "Rustig gesprek, belt liever niet."}
        )
        .agreeing(Terms(care.step_client, Who.CLIENT, date(2026, 12, 9), "care-duties"))
        .agreeing(
            Terms(services.step_counselor, Who.COUNSELOR, date(2026, 12, 2), "fragmented-services", handover=True)
        )
        .agreeing(Terms(services.step_service, Who.SERVICE, None, "fragmented-services"))
        .appointing(appointment_on(date(2026, 12, 10), Meeting(time(14, 30), Means.HERE, "Kanaalstraat 12, kamer 2")))
    )


def _proof() -> Proof:
    made = datetime(2026, 11, 24, 14, 2, 31, tzinfo=UTC)
    backup = Backup(Path("20261124-140231Z"), made, replaced=False, size=1)
    return Proof(
        CODE, "2026-11-24T12:00:00Z", {"client": 1, "note": 3, "step": 2}, 2, 5, 40,
        (TraceSearch(Text("Instellingen", "Settings"), 12, ()), TraceSearch(Text("Bladwijzers", "Bookmarks"), 3, ())),
        True, (BackupWithClient(backup, datetime(2027, 2, 23, 12, 0, tzinfo=UTC), readable=True),), (),
    )  # fmt: skip


def _clients(name: str, library: Library, talk: Talk, summary: Summary, contact: Contact) -> Sheets:
    """The client's page in the first look in which it fits."""
    every = (Sheets(name, client_page(library, talk, summary, contact, look), CLIENT_MARGIN_MM) for look in LAYOUTS)
    return next((sheets for sheets in every if sheets.paper().pages == 1), None) or Sheets(
        name, client_page(library, talk, summary, contact, LAYOUTS[-1]), CLIENT_MARGIN_MM
    )


def papers(library: Library, language: Language) -> Iterator[Sheets]:
    """Every paper in a language, with much and with little on it."""
    checklist = Checklist.of(library)
    yield Sheets("empty-form", empty_form(library, checklist, language))
    yield Sheets("core-form", core_form(library, checklist, language), CORE_MARGIN_MM)
    contact = Contact("Anna de Vries", "Leerwerkloket Utrecht", "030 - 123 45 67")
    for name, every in (("full", 1), ("middle", 3), ("short", 12)):
        session = conversation(checklist, every)
        talk = Talk(checklist, session.answers, session.signals, frozenset(), DAY, CODE)
        summary = _summary(library, language)
        if name != "full":  # as the others, and longer
            yield Sheets(f"filled-form-{name}", filled_form(library, session, language, DAY))
        html = counselor_page(library, talk, summary, contact, language)
        yield Sheets(f"counselor-page-{name}", html, CLIENT_MARGIN_MM)
        yield _clients(f"client-page-{name}", library, talk, summary, contact)
        everything = replace(summary, reply=tuple(ReplyPart))
        yield Sheets(f"reply-{name}", reply_page(talk, everything, contact, language), CLIENT_MARGIN_MM)
    nothing = Session(checklist)
    talk = Talk(checklist, nothing.answers, nothing.signals, frozenset(), DAY)
    yield _clients("client-page-nothing", library, talk, Summary(language=language), Contact())
    html = counselor_page(library, talk, Summary(), Contact(), language)
    yield Sheets("counselor-page-nothing", html, CLIENT_MARGIN_MM)
    yield Sheets("reply-nothing", reply_page(talk, Summary(), Contact(), language), CLIENT_MARGIN_MM)
    yield Sheets("countries", countries_page(library, comparison(library), language))
    for pair in (("slovenia", "scotland"), ("germany", "flanders")):
        beside = comparison(library, pair)
        yield Sheets(f"countries-{'-'.join(pair)}", countries_page(library, beside, language))
    several = ("debts", "social-nearness", "vraag-zorg", "vlaanderen-no-show-80-procent", "aanbeveling-taboe-wegnemen")
    yield Sheets("passages", passages_page(library, several, language))
    yield Sheets("rules", rules_page(library, checklist_as_data(checklist), language))
    yield Sheets("recovery-sheet", recovery_sheet(_KEY, DAY, language))
    yield Sheets("erasure", erasure_page(_proof(), language))
    yield Sheets("processing", processing_page(24, 10, DAY, language))
    for text in privacy_texts():
        html = page(text.title.say(language), body_as_html(text.body.say(language)), language)
        yield Sheets(f"privacy-{text.id}", html)
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        vault = Vault(Path(folder) / "casebook", clock=clock, cost=CHEAP)
        vault.create(PASSPHRASE)
        store = vault.open(PASSPHRASE)
        yield Sheets("access", access_page(library, everything_of(store, filled(store), clock), language))
        vault.close()


def makers() -> set[str]:
    """The functions of `documents` that make a whole page."""
    found = set()
    for file in (ROOT / "src" / "guidance_kb" / "documents").glob("*.py"):
        for node in ast.parse(file.read_text("utf-8")).body:
            inside = [(f"{node.name}.", each) for each in node.body] if isinstance(node, ast.ClassDef) else [("", node)]
            found.update(
                f"{file.stem}.{prefix}{each.name}"
                for prefix, each in inside
                if isinstance(each, ast.FunctionDef) and _makes_a_page(each)
            )
    return found


def _makes_a_page(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "page"
        for node in ast.walk(function)
    )


def load_letters() -> None:
    """Gives Qt the letters of the program, as its window does."""
    for font in sorted((RESOURCES / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(font))


def main(folder: Path) -> None:
    """Writes every paper as PDF, and a picture of each sheet."""
    application = QGuiApplication(sys.argv)
    load_letters()
    folder.mkdir(parents=True, exist_ok=True)
    library = Library(ROOT / "build" / "knowledge.db")
    for language in Language:
        for sheets in papers(library, language):
            file = folder / f"{sheets.name}-{language}.pdf"
            file.write_bytes(pdf_of(sheets.paper()))
            subprocess.run(["pdftoppm", "-png", "-r", "50", file, file.with_suffix("")], check=True)
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
