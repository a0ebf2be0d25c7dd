from guidance_kb.errors import shown
from guidance_kb.knowledge.authoring.problems import ContentError, PackError, Problem
from guidance_kb.language import Language, Text

NO = Text("nee", "no")


def test_a_problem_reads_as_one_line_in_either_language() -> None:
    problem = Problem("a.toml", "entry x", "nl.title", Text("dit veld is verplicht", "this field is required"))
    assert problem.say(Language.EN) == "a.toml: entry x: nl.title: this field is required"
    assert problem.say(Language.NL) == "a.toml: entry x: nl.title: dit veld is verplicht"
    assert Problem("a.toml", "", "", NO).say(Language.EN) == "a.toml: no"


def test_problems_are_sorted_and_said_once() -> None:
    first, second = Problem("a.toml", "entry x", "id", NO), Problem("b.toml", "entry a", "id", NO)
    assert ContentError([second, first, second]).problems == (first, second)


def test_many_problems_are_counted_in_both_languages() -> None:
    error = ContentError(Problem(f"{n:02}.toml", "", "", NO) for n in range(23))
    assert error.say(Language.NL).startswith("De inhoud kan niet worden gebouwd (23):\n00.toml: nee\n")
    assert error.say(Language.NL).endswith("19.toml: nee\n… en nog 3")
    assert error.say(Language.EN).endswith("19.toml: no\n… and 3 more")
    assert "more" not in ContentError([Problem("a.toml", "", "", NO)]).say(Language.EN)


def test_a_pack_is_refused_in_words_of_its_own() -> None:
    error = PackError([Problem("a.toml", "", "", NO)])
    assert error.say(Language.NL) == "Het kennispakket wordt niet toegelaten en er is niets gewijzigd (1):\na.toml: nee"
    assert error.say(Language.EN) == "The knowledge pack is refused and nothing was changed (1):\na.toml: no"


def test_what_a_file_says_is_repeated_short_and_without_odd_characters() -> None:
    assert shown("a\u202eb\n") == "a\\u202eb\\u000a"
    assert shown("é" * 80) == "é" * 80
    assert shown("x" * 1000) == "x" * 80 + "…"
    assert shown(["x"]) == "['x']"
