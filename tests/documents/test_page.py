from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.documents.page import bullets, heading, labelled, lines, page, paragraph, table
from guidance_kb.language import Language


@given(st.text())
def test_any_text_is_only_text(text: str) -> None:
    for made in (lines(text), heading(text)[4:-5], paragraph(text)[3:-4]):
        assert "<" not in made.replace("<br>", "")
    assert lines(text).encode("utf-8").count(b"\x00") == 0


def test_nothing_to_say_is_nothing() -> None:
    assert labelled("Waarom", "") == ""
    assert bullets([]) == ""


def test_an_empty_cell_keeps_its_place() -> None:
    assert '<td valign="top">&nbsp;</td>' in table((50, 50), ("a", "<b>"), [("x", "")])
    assert '<th scope="col" width="50%">&lt;b&gt;</th>' in table((50, 50), ("a", "<b>"), [])


def test_a_title_is_escaped() -> None:
    assert "<title>&lt;x&gt;</title>" in page("<x>", [], Language.NL)
