import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.documents.plain import plain_text
from guidance_kb.knowledge.library import Library
from guidance_kb.markdown import MarkdownError, render_body


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Een zin\nover twee regels.", "Een zin over twee regels."),
        ("Een.\n\nTwee.", "Een.\n\nTwee."),
        ("Dit:\n\n- een\n- *twee*\n- drie\n\nEn dan.", "Dit:\n\n- een\n- twee\n- drie\n\nEn dan."),
        ("1. een\n2. twee", "1. een\n2. twee"),
        ("3. een\n4. twee", "3. een\n4. twee"),
        ("- een\n  - half\n- twee", "- een\n  - half\n- twee"),
        ("- een\n\n- twee", "- een\n- twee"),
        ("a < b & c > d", "a < b & c > d"),
        ("een\\\ntwee", "een\ntwee"),
        ("een *twee* **drie** vier", "een twee drie vier"),
        ("", ""),
    ],
)
def test_markdown_as_plain_text(markdown: str, expected: str) -> None:
    assert plain_text(render_body(markdown)) == expected


@given(st.text())
def test_never_leaves_a_tag_of_ours(body: str) -> None:
    try:
        html = render_body(body)
    except MarkdownError:
        return
    assert re.sub(r"\s", "", plain_text(html)) == re.sub(r"\s", "", plain_text(html).strip())


def test_every_body_keeps_its_words(library: Library) -> None:
    for entry in library.entries():
        words = re.findall(r"\w+", re.sub(r"^(\s*)\d+\. ", "", entry.nl.body.replace("*", ""), flags=re.MULTILINE))
        found = re.findall(r"\w+", re.sub(r"^(\s*)\d+\. ", "", plain_text(entry.nl.html), flags=re.MULTILINE))
        assert found == words, entry.id
