"""`docs/editing.tsv`: what an editor said of the texts, and what was done about each remark."""

import pytest

from guidance_kb.documents.privacy_texts import privacy_texts
from guidance_kb.help.articles import articles
from guidance_kb.knowledge.authoring import house_style
from guidance_kb.knowledge.authoring.build import read_content
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES, ROOT

LIST = ROOT / "docs" / "editing.tsv"
HEADER = ["where", "said", "done", "what"]


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    """The ids of the knowledge, the privacy texts and the help."""
    tables = {table.id for _, table in read_content(RESOURCES).identified()}
    return frozenset(tables | {text.id for text in privacy_texts()} | {one.id for one in articles()})


def test_every_remark_names_a_text_and_says_what_was_done(known: frozenset[str]) -> None:
    head, *lines = LIST.read_text("utf-8").splitlines()
    assert head.split("\t") == HEADER
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        assert len(cells) == len(HEADER), f"line {number}"
        where, said, done, what = cells
        assert done in {"done", "not done"}, f"line {number}: {done}"
        assert said.strip(), f"line {number}"
        assert what.strip(), f"line {number}"
        unknown = [name for name in where.split() if name not in known and not (ROOT / name).exists()]
        assert not unknown, f"line {number}: {unknown}"


def test_an_exception_of_the_house_style_names_a_text(known: frozenset[str]) -> None:
    assert house_style.excepted_ids() - known == frozenset()


def _texts() -> list[tuple[str, Language, str]]:
    help_texts = [(one.id, one.title, one.body) for one in articles()]
    given = [(one.id, one.title, one.body) for one in privacy_texts()]
    return [
        (identifier, language, f"{title.say(language)}\n{body.say(language)}")
        for identifier, title, body in (*help_texts, *given)
        for language in Language
    ]


@pytest.mark.parametrize(("identifier", "language", "text"), _texts(), ids=lambda value: str(value)[:20])
def test_the_help_and_the_privacy_texts_keep_to_the_house_style(identifier: str, language: Language, text: str) -> None:
    assert list(house_style.words_to_avoid(text, language, identifier)) == []
