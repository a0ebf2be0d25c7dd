from guidance_kb.knowledge.authoring.problems import ContentError, Problem
from guidance_kb.language import Language


def test_a_problem_reads_as_one_line() -> None:
    assert str(Problem("a.toml", "entry x", "nl.title", "this field is required")) == (
        "a.toml: entry x: nl.title: this field is required"
    )
    assert str(Problem("a.toml", "", "", "expected TOML")) == "a.toml: expected TOML"


def test_problems_are_sorted_and_said_once() -> None:
    first, second = Problem("a.toml", "entry x", "id", "no"), Problem("b.toml", "entry a", "id", "no")
    assert ContentError([second, first, second]).problems == (first, second)


def test_many_problems_are_counted_in_both_languages() -> None:
    error = ContentError(Problem(f"{n:02}.toml", "", "", "no") for n in range(23))
    assert error.say(Language.NL).startswith("De inhoud kan niet worden gebouwd (23):\n00.toml: no\n")
    assert error.say(Language.NL).endswith("19.toml: no\n… en nog 3")
    assert error.say(Language.EN).endswith("19.toml: no\n… and 3 more")
    assert "more" not in ContentError([Problem("a.toml", "", "", "no")]).say(Language.EN)
