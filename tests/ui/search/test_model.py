from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from guidance_kb.knowledge.authoring.build import read
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.names import KINDS
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES
from guidance_kb.search.results.answer import Hit, SearchAnswer
from guidance_kb.search.results.choice import SearchChoice, SortOrder
from guidance_kb.search.results.excerpt import Excerpt
from guidance_kb.search.searcher import Searcher
from guidance_kb.ui.core.running_conversation import RunningConversation
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.search.model import FIRST, Chapter, MoreResults, ResultGroup, ResultModel, rows
from tests.knowledge.packs.hostile import ID
from tests.knowledge.packs.small import with_example


@pytest.fixture
def answer(knowledge_db: Path) -> SearchAnswer:
    searcher = Searcher(knowledge_db)
    try:
        return searcher.search("motivatie", Language.NL, limit=200)
    finally:
        searcher.close()


def test_results_stand_in_the_order_of_the_answer(answer: SearchAnswer) -> None:
    assert rows(answer, frozenset()) == list(answer.hits)
    part = replace(answer, hits=answer.hits[:4])
    assert rows(part, frozenset()) == [*answer.hits[:4], MoreResults(4, answer.total)]


@pytest.mark.parametrize("by_kind", [False, True])
def test_what_to_say_stands_first_and_once(knowledge_db: Path, library: Library, *, by_kind: bool) -> None:
    with closing(Searcher(knowledge_db)) as searcher:
        answer = searcher.search("schulden", Language.NL, limit=200)
    assert answer.to_say is not None
    assert answer.to_say.id == "debts"
    made = rows(answer, frozenset(answer.counts), by_kind=by_kind)
    assert made[0] is answer.hits[0]
    shown = [row.id for row in made if isinstance(row, Hit)]
    assert len(shown) == len(set(shown)) == answer.total
    model = ResultModel(library, RunningConversation())
    model.show(made, Language.NL, answer.to_say)
    card = model.card(answer.to_say)
    barrier = library.barriers["debts"].nl
    assert card == (barrier.ask, barrier.also, barrier.step_counselor)
    assert barrier.ask in str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert all(model.card(row) is None for row in made[1:] if isinstance(row, Hit))


def test_in_report_order_and_without_words_nothing_is_to_say_first(knowledge_db: Path) -> None:
    with closing(Searcher(knowledge_db)) as searcher:
        in_report = SearchChoice(order=SortOrder.SECTION)
        assert searcher.search("schulden", Language.NL, choice=in_report).to_say is None
        assert searcher.search("soort:belemmering", Language.NL).to_say is None


def test_each_kind_has_one_heading_with_its_count_and_its_first_hits(answer: SearchAnswer) -> None:
    made = rows(answer, frozenset(), by_kind=True)
    headings = [row for row in made if isinstance(row, ResultGroup)]
    assert answer.to_say is None
    assert {heading.kind: heading.count for heading in headings} == dict(answer.counts)
    for heading in headings:
        shown = [row for row in made if isinstance(row, Hit) and row.kind == heading.kind]
        assert len(shown) == min(heading.count, FIRST)
        assert heading.folded == (heading.count > FIRST)


def test_the_kind_of_the_best_hit_comes_first(answer: SearchAnswer) -> None:
    assert rows(answer, frozenset(), by_kind=True)[1] == answer.hits[0]


def test_an_unfolded_kind_shows_all_its_hits(answer: SearchAnswer) -> None:
    kind = next(kind for kind, count in answer.counts.items() if count > FIRST)
    made = rows(answer, frozenset({kind}), by_kind=True)
    assert len([row for row in made if isinstance(row, Hit) and row.kind == kind]) == answer.counts[kind]


def test_a_screen_reader_gets_title_excerpt_and_source(answer: SearchAnswer, library: Library) -> None:
    model = ResultModel(library, RunningConversation())
    model.show(rows(answer, frozenset()), Language.NL)
    hit = model.row(model.index(model.first_hit()))
    assert isinstance(hit, Hit)
    spoken = model.data(model.index(model.first_hit()), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken is not None
    assert all(part in spoken for part in (hit.title, hit.excerpt.text, model.source(hit)))


def test_a_screen_reader_gets_what_kind_of_thing_a_hit_is_and_what_a_heading_does(
    answer: SearchAnswer, library: Library
) -> None:
    model = ResultModel(library, RunningConversation())
    model.show(rows(answer, frozenset(), by_kind=True), Language.NL)
    for number in range(model.rowCount()):
        index = model.index(number)
        row, spoken = model.row(index), str(model.data(index, Qt.ItemDataRole.AccessibleTextRole))
        if isinstance(row, Hit):
            assert spoken.startswith(f"{row.title}. ")
            assert f". {as_title(KINDS[row.kind])}" in spoken
        elif isinstance(row, ResultGroup):
            assert spoken.endswith(", Show all") == row.folded
            assert "Show all" not in str(model.data(index))  # that stands on the screen by itself


def test_the_keys_step_over_an_open_heading(answer: SearchAnswer, library: Library) -> None:
    model = ResultModel(library, RunningConversation())
    model.show(rows(answer, frozenset(answer.counts), by_kind=True), Language.NL)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_a_hit_found_in_the_other_language_says_so_and_is_shown_in_the_asked_one(
    knowledge_db: Path, library: Library
) -> None:
    searcher = Searcher(knowledge_db)
    try:
        hits = searcher.search("barriers", Language.NL, limit=200).hits
    finally:
        searcher.close()
    model = ResultModel(library, RunningConversation())
    model.show(hits, Language.NL)
    assert {hit.found_in for hit in hits} == set(Language)
    for hit in hits:
        assert ("found in the English text" in model.source(hit)) == (hit.found_in is Language.EN)
        assert hit.title == library.title(hit.id).say(Language.NL)


@pytest.fixture
def in_order(knowledge_db: Path) -> SearchAnswer:
    searcher = Searcher(knowledge_db)
    try:
        return searcher.search("motivatie", Language.NL, choice=SearchChoice(order=SortOrder.SECTION), limit=40)
    finally:
        searcher.close()


def test_in_the_order_of_the_report_each_section_heads_its_hits_and_the_rest_is_counted(
    in_order: SearchAnswer, library: Library
) -> None:
    made = rows(in_order, frozenset())
    assert [row for row in made if isinstance(row, Hit)] == list(in_order.hits)
    section = ""
    for row in made:
        if isinstance(row, Chapter):
            assert row.section != section
            section = row.section
        elif isinstance(row, Hit):
            assert row.section == section
    assert made[-1] == MoreResults(len(in_order.hits), in_order.total)
    model = ResultModel(library, RunningConversation())
    model.show(made, Language.NL)
    first = library.sections[in_order.hits[0].section]
    assert model.heading(Chapter(first.name)) == first.named(Language.NL)
    assert model.flags(model.index(len(made) - 1)) & Qt.ItemFlag.ItemIsSelectable
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_what_a_pack_brings_names_the_pack_and_no_section_of_the_report(tmp_path: Path) -> None:
    library = with_example(tmp_path / "knowledge.db", read(RESOURCES))
    section = f"{ID}-gids/loketten"
    hit = Hit(
        f"{ID}-leerplein", "address", "Leerplein", section, "", Language.EN, Language.EN, 1.0, (), Excerpt("", ()), ()
    )
    model = ResultModel(library, RunningConversation())
    model.show([hit], Language.EN)
    origin = "from the pack Voorbeeldstad (made-up example)"
    assert model.source(hit) == f"Address · {origin}"
    assert origin in str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    title = "Learning Guide Voorbeeldstad 2026, part 1: Where to go"
    assert model.heading(Chapter(section)) == f"{title} · {origin}"
    library.close()


def test_a_hit_without_a_mark_says_why_it_is_there(library: Library, knowledge_db: Path) -> None:
    with closing(Searcher(knowledge_db)) as searcher:
        answer = searcher.search("ken daar niemand", Language.NL)
    model = ResultModel(library, RunningConversation())
    model.show(rows(answer, frozenset()), Language.NL)
    unmarked = [hit for hit in answer.hits if hit.why and not (hit.title_marks or model.excerpt(hit).marks)]
    assert unmarked
    assert all(model.source(hit).endswith(hit.why[0]) for hit in unmarked)
