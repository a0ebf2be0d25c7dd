from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from guidance_kb.documents.privacy_texts import OURS, privacy_texts
from guidance_kb.language import Language
from guidance_kb.preferences.options import KEEP_MONTHS
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.texts import TextsPanel
from tests.hand import hand
from tests.ui.records.admin.conftest import done, texts

Show = Callable[[Callable[[Services], TextsPanel]], TextsPanel]


@pytest.fixture
def panel(qtbot: QtBot, opened: CasebookService, show: Show) -> TextsPanel:
    made = show(TextsPanel)
    done(qtbot, opened, lambda store: store.settings.keep_months)  # the worker was there
    return made


def test_every_text_stands_in_both_languages_side_by_side_marked_as_ours(qtbot: QtBot, panel: TextsPanel) -> None:
    assert OURS.en in texts(panel)
    for place, text in enumerate(privacy_texts()):
        panel.which.setCurrentIndex(place)
        for language, sample in panel.samples.items():
            assert sample.text.toPlainText() == text.body.say(language)
    nl, en = panel.samples[Language.NL], panel.samples[Language.EN]
    assert en.mapToGlobal(en.rect().topLeft()).x() < nl.mapToGlobal(nl.rect().topLeft()).x()
    panel.services.translation.use(Language.NL)
    qtbot.waitUntil(lambda: OURS.nl in texts(panel))


def test_the_language_of_the_program_comes_first(qtbot: QtBot, panel: TextsPanel) -> None:
    panel.services.translation.use(Language.NL)
    nl, en = panel.samples[Language.NL], panel.samples[Language.EN]
    qtbot.waitUntil(lambda: nl.x() < en.x())


def test_where_there_is_little_room_they_stand_below_each_other(qtbot: QtBot, panel: TextsPanel) -> None:
    panel.resize(500, 600)
    qtbot.waitUntil(lambda: panel.samples[Language.NL].x() == panel.samples[Language.EN].x())


def test_what_is_adapted_goes_to_the_clipboard_and_is_kept_over_a_change_of_language(panel: TextsPanel) -> None:
    sample = panel.samples[Language.NL]
    assert not sample.fresh.isVisible()
    sample.text.setPlainText("Aangepast voor [organisatie].")
    panel.services.translation.use(Language.NL)
    hand.click(sample.copy)
    title = privacy_texts()[0].title.nl
    assert QGuiApplication.clipboard().text() == f"{title}\n\nAangepast voor [organisatie]."
    assert "<p>Aangepast voor [organisatie].</p>" in sample.html()
    hand.click(sample.fresh)
    assert sample.text.toPlainText() == privacy_texts()[0].body.nl
    QGuiApplication.clipboard().clear()


def test_the_record_of_processing_names_the_terms_of_this_casebook(
    qtbot: QtBot, opened: CasebookService, show: Show
) -> None:
    done(qtbot, opened, lambda store: store.settings.write_number(KEEP_MONTHS, 37))
    panel = show(TextsPanel)
    panel.which.setCurrentIndex(panel.which.count() - 1)
    qtbot.waitUntil(lambda: "37" in panel.paper.toPlainText())
    assert panel.paper.toPlainText().startswith("Record of processing")
    assert not panel.samples[Language.NL].isVisible()
    panel.services.translation.use(Language.NL)
    qtbot.waitUntil(lambda: panel.paper.toPlainText().startswith("Register van verwerkingen"))
