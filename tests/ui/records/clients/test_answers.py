"""Answers that were found in a record: how each stands is said before its note, and what was not named is no claim."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.documents.names import SPEAKERS, STATES
from guidance_kb.language import Language
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.finder import FoundModel
from tests.casebook.people import RULES
from tests.documents.test_answers import KINDS, notes_of, said
from tests.ui.records.clients.conftest import Bench


def rows(model: FoundModel) -> dict[str, str]:
    """The heading of every text that was found, by what stands below it."""
    indexes = [model.index(row) for row in range(model.rowCount())]
    return {str(model.data(index)): model.heading(model.found(index)) for index in indexes}


@pytest.mark.parametrize("turn", range(0, len(KINDS), 3))
def test_a_note_that_is_found_says_how_its_answer_stands(
    qtbot: QtBot, bench: Bench, client: int, services: Services, turn: int
) -> None:
    session = said(Checklist.of(services.library), turn)
    notes = notes_of(session)
    bench.store(lambda store: store.sessions.begin(client, RULES, session))
    bench.show(client)
    model = bench.view.finder.model
    bench.view.finder.box.setText("eigen woorden ")
    qtbot.waitUntil(lambda: model.rowCount() == len(notes))
    for language in Language:
        services.translation.use(language)
        found = rows(model)
        assert set(found) == {f"“{words}”" for words in notes}
        for words, (item, answer) in notes.items():
            heading, text = found[f"“{words}”"], services.library.items[item].text(language)
            assert STATES[answer.state].say(language) in heading
            assert (text.label in heading) is (answer.state is State.NAMED)
            assert (text.topic in heading) is (answer.state is not State.NAMED)
            if answer.state is not State.NOT_DISCUSSED:
                assert (SPEAKERS[By.OBSERVED].say(language) in heading) is (answer.by is By.OBSERVED)


def test_the_marks_of_a_quotation_are_where_its_words_are(
    qtbot: QtBot, bench: Bench, client: int, checklist: Checklist
) -> None:
    session = said(checklist, 0)
    bench.store(lambda store: store.sessions.begin(client, RULES, session))
    bench.show(client)
    model = bench.view.finder.model
    bench.view.finder.box.setText("woorden ")
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    excerpt = model.excerpt(model.index(0))
    assert {excerpt.text[start:end] for start, end in excerpt.marks} == {"woorden"}
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken is not None
    assert spoken.endswith(f". {excerpt.text}")
