import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.markdown import ALLOWED, MarkdownError, plain_body, render_body


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Een *twee* **drie**.", "<p>Een <em>twee</em> <strong>drie</strong>.</p>"),
        ("Een\ntwee\n\ndrie", "<p>Een\ntwee</p>\n<p>drie</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("a\\\nb", "<p>a<br />\nb</p>"),
        ("1 < 2 & '3' &amp;", "<p>1 &lt; 2 &amp; '3' &amp;amp;</p>"),
        ("[naam]: hier", "<p>[naam]: hier</p>"),
        ("    niet als code", "<p>niet als code</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_render(body: str, html: str) -> None:
    assert render_body(body) == html


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Een *twee* **drie**.", "Een twee drie."),
        ("Een\ntwee\n\ndrie", "Een twee\ndrie"),
        ("a\\\nb", "a b"),
        ("- a\n- **b** c.\n\nd", "a;\nb c.\nd"),
        ("", ""),
    ],
)
def test_plain(body: str, text: str) -> None:
    assert plain_body(body) == text


def test_what_is_left_open_is_shown_without_what_is_closed() -> None:
    with pytest.raises(MarkdownError, match=re.escape("“*vet en meer”")):
        render_body("a **vet* en meer")


_TEXT = st.text(alphabet=st.sampled_from("ab *_`<>[]()!#-1.\n\\&~"), max_size=40) | st.text(max_size=40)


@given(_TEXT)
def test_whatever_is_rendered_holds_allowed_tags_only(body: str) -> None:
    try:
        html = render_body(body)
    except MarkdownError:
        return
    assert set(re.findall(r"</?([a-z0-9]+)", html)) <= ALLOWED
    assert re.sub(r"</?[a-z0-9]+( /| start=\"\d+\")?>", "", html).count("<") == 0


@given(_TEXT)
def test_whatever_is_rendered_keeps_its_letters(body: str) -> None:
    """No text vanishes on the way to the page: neither in HTML nor as plain words for search."""
    try:
        html = render_body(body)
    except MarkdownError:
        return
    letters = sorted(re.findall(r"[ab]", body))
    assert sorted(re.findall(r"[ab]", plain_body(body))) == letters
    assert sorted(re.findall(r"[ab]", re.sub(r"<[^>]*>|&\w+;", "", html))) == letters
