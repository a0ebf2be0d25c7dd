"""Tour of the end of a conversation: agreements, both pages, finishing; the pages as PDF and as pictures."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import cast

from PySide6.QtGui import QImage, QPainter

from guidance_kb.casebook.records.followups import Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import By, State
from guidance_kb.documents.client_page import Contact
from guidance_kb.documents.form import FormKind
from guidance_kb.documents.summary import appointment_on
from guidance_kb.language import Language
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.paper import SIZE, Paper
from guidance_kb.ui.core.printing import form_paper, pdf_of
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.page import SummaryPage
from guidance_kb.ui.summary.pages import Which
from guidance_kb.ui.summary.view import SummaryView
from tools.tour.pictures import write_small

Picture = Callable[[str, str], tuple[str, Path]]
"""Takes a picture with a name and a caption."""

Wait = Callable[[Callable[[], bool]], None]
"""Runs the event loop until a condition is true."""

_CODE = "2026-090"
_SAID = ("vraag-dichtbij", "vraag-lukt", "vraag-steun", "vraag-zorg", "vraag-regels", "vraag-lezen")
_OBSERVED = "vraag-lezen"
_TWICE = 2
"""Pixels for each point of the page, so that its text is readable."""


class SummaryGuide:
    """Leads the window through the end of a conversation with a fictitious client.

    Args:
        window: The window, with a locked casebook.
        picture: Takes a picture.
        wait: Runs the event loop until a condition is true.
    """

    def __init__(self, window: MainWindow, picture: Picture, wait: Wait) -> None:
        self._window, self._picture, self._wait = window, picture, wait

    def steps(self, passphrase: str, *, dutch: bool) -> Iterator[tuple[str, Path]]:
        """Unlock the records, take each step, and yield its caption and picture or page."""
        service = self._window.services.casebook
        service.unlock(passphrase)
        self._wait(lambda: service.state is Casebook.OPEN)
        self._talk()
        self._conversation.agreed.set_language(Language.NL if dutch else Language.EN)
        self._agree(dutch=dutch)
        self._conversation.save_status.finish.click()
        page = self._page
        page.pages.use_contact(Contact("Anna de Vries", "Leerwerkloket", "030 - 123 45 67"))
        yield self._tab(0, "summary", "agreed steps, and the next appointment")
        yield self._tab(1, "summary-client", "read the client's page, and changed a word")
        yield self._tab(2, "summary-counselor", "chose what goes on the counselor's page")
        page.header.finish.click()
        self._wait(lambda: self._conversation.persistence.status is SaveStatus.FINISHED)
        done, picture = self._tab(0, "finished", "finished it: steps and moments are in the record")
        yield done, picture
        beside = picture.with_name(picture.name.split("-finished")[0].rsplit("-", 1)[0])
        for which in Which:
            yield f"made the {which}'s page as PDF", _written(page.pages.paper(which), Path(f"{beside}-{which}-page"))
        empty = form_paper(self._window.services, FormKind.CORE, self._conversation.controller.session)
        yield "made the empty form as PDF", _written(empty, Path(f"{beside}-empty-form"))

    @property
    def _conversation(self) -> ConversationView:
        return cast("ConversationView", self._window.view(ViewId.CONVERSATION))

    @property
    def _page(self) -> SummaryPage:
        return cast("SummaryView", self._window.view(ViewId.SUMMARY)).page

    def _talk(self) -> None:
        clients: list[int] = []
        self._window.services.casebook.execute(
            self._window.services.casebook, lambda store: store.clients.add(_CODE).id, clients.append
        )
        self._wait(lambda: bool(clients))
        self._window.start_conversation(clients[0])
        self._wait(lambda: self._conversation.persistence.status is SaveStatus.NOTHING_SAID)
        for item in _SAID:
            self._conversation.controller.set_state(item, State.NAMED)
        self._conversation.controller.set_by(_OBSERVED, By.OBSERVED)
        self._wait(self._conversation.save_status.finish.isEnabled)

    def _agree(self, *, dutch: bool) -> None:
        barriers, agreed = self._window.services.library.barriers, self._conversation.agreed
        care, services = barriers["care-duties"], barriers["fragmented-services"]
        care_text, services_text = (care.nl, services.nl) if dutch else (care.en, services.en)
        today = date.today()  # noqa: DTZ011 - the day on the wall
        agreed.agree(Terms(care_text.step_client, Who.CLIENT, today + timedelta(weeks=2), care.id))
        agreed.agree(
            Terms(services_text.step_counselor, Who.COUNSELOR, today + timedelta(weeks=1), services.id, handover=True)
        )
        own = (
            "U wilt uw dochter helpen met haar huiswerk."
            if dutch
            else "You want to help your daughter with her homework."
        )
        agreed.write("social-nearness", own)
        agreed.appoint(appointment_on(today + timedelta(weeks=2), Meeting(time(14, 30), Means.HERE)))

    def _tab(self, number: int, name: str, done: str) -> tuple[str, Path]:
        self._page.show_tab(number)
        return self._picture(name, done)


def _written(paper: Paper, stem: Path) -> Path:
    """Write a page as PDF, and a picture of each sheet beside it; return the path of the PDF."""
    for sheet in range(paper.pages):
        image = QImage(round(SIZE.width() * _TWICE), round(SIZE.height() * _TWICE), QImage.Format.Format_RGB32)
        image.fill("#ffffff")
        painter = QPainter(image)
        painter.scale(_TWICE, _TWICE)
        paper.draw(painter, sheet)
        painter.end()
        write_small(image, stem.with_name(f"{stem.name}-{sheet + 1}.png"))
    pdf = stem.with_name(f"{stem.name}.pdf")
    pdf.write_bytes(pdf_of(paper))
    return pdf
