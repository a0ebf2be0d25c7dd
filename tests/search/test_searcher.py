"""The search end to end, on the small database."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.search.evaluation.judgements import read_judged
from guidance_kb.search.language.folding import words
from guidance_kb.search.query.plan import Mode
from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.search.results.excerpt import marks
from guidance_kb.search.searcher import Searcher
from tests.rows import rows
from tests.search.samples import DOCUMENTS, Document, make_database

NL, EN = Language.NL, Language.EN
ODD = (
    "tijd, geld",
    "(drempel",
    "drempel-vrij",
    "C++",
    "NOT",
    '"',
    'kinder"opvang',
    "'",
    "''",
    "*",
    "**",
    "a*b*",
    "AND",
    "OR",
    "NEAR(a b)",
    "{title}:x",
    "title : geld",
    "^geld",
    "geld NOT",
    "- -",
    "-",
    "+",
    "()",
    "((((",
    "))))",
    "\x00",
    "geld\x00tijd",
    "\ud800",
    "\u202egeld",
    "🙂",
    "🙂*",
    "½",
    "ﬀ",
    "İ",
    "geld; DROP TABLE document",
    "%",
    "_",
    "\\",
    "land:",
    "land:*",
    'land:"',
    "-land:x",
    "soort:-",
    "\u0301",
    "a\u0301" * 50,
    "\n",
    "\t",
    "geld\ntijd",
)


class Real:
    """The real content: a searcher of it, the words of its texts and the labels of its concepts."""

    def __init__(self, database: Path) -> None:
        with closing(sqlite3.connect(database)) as connection:
            texts = connection.execute("SELECT title || ' ' || body FROM document").fetchall()
            self.labels = sorted({label for (label,) in connection.execute("SELECT label FROM concept_label")})
        self.vocabulary = sorted({word for (text,) in texts for word in words(text)})
        self.searcher = Searcher(database)


@pytest.fixture(scope="module")
def real(knowledge_db: Path) -> Iterator[Real]:
    made = Real(knowledge_db)
    with closing(made.searcher):
        yield made


def ids(answer: SearchAnswer) -> list[str]:
    return [hit.id for hit in answer.hits]


@rows(
    ("query", "expected"),
    [
        ("", []),
        ("   ", []),
        ("drempel geld", ["hoge-drempel", "vraag-geld", "geld-houdt-tegen", "money"]),
        ("DREMPELS", ["hoge-drempel", "geld-houdt-tegen"]),
        ("belemmering", ["money", "geld-houdt-tegen", "hoge-drempel"]),
        ("geen oppas", ["opvang-helpt"]),
        ("wie past er vanavond op mijn kinderen", ["opvang-helpt"]),
        ("kinderop", ["opvang-helpt"]),
        ("een-op-een", ["opvang-helpt"]),
        ("eenopeen", ["opvang-helpt"]),
        ("Foto's", ["opvang-helpt"]),
        ("carpentieri", ["schotland-online"]),
        ("2014", ["schotland-online"]),
        ('"geen geld"', ["hoge-drempel"]),
        ('"geld geen"', []),
        ("drempel -oppas -meteen", ["hoge-drempel", "geld-houdt-tegen"]),
        ("drempel -kosten", ["hoge-drempel"]),
        ("budget OF bibliotheek", ["snel-beginnen", "schotland-online"]),
        ("land:schotland", ["schotland-online"]),
        ("land:schotland geld", []),
        ("soort:praktijk", ["opvang-helpt", "schotland-online"]),
        ("soort:praktijk -land:schotland", ["opvang-helpt"]),
        ("thema:kanalen", ["schotland-online"]),
        ("belemmering:geldgebrek", ["geld-houdt-tegen", "money"]),
        ("-geld", []),
        ("xyzzy", []),
    ],
)
def test_dutch_queries(searcher: Searcher, query: str, expected: list[str]) -> None:
    assert ids(searcher.search(query, NL)) == expected


@pytest.mark.parametrize(
    ("query", "language", "expected", "lang"),
    [
        ("childcare", NL, "opvang-helpt", NL),  # by the thesaurus: the Dutch text has kinderopvang
        ("threshold", NL, "hoge-drempel", NL),
        ("kinderopvang", EN, "opvang-helpt", EN),
        ("geen oppas", EN, "opvang-helpt", EN),
        ("library", NL, "schotland-online", EN),  # in no label: the English text itself
        ("bibliotheek", EN, "schotland-online", NL),
        ("threshold", EN, "hoge-drempel", EN),
    ],
)
def test_both_languages_are_searched(
    searcher: Searcher, query: str, language: Language, expected: str, lang: Language
) -> None:
    best = searcher.search(query, language).hits[0]
    assert (best.id, best.found_in, best.lang) == (expected, lang, language)
    (document,) = [document for document in DOCUMENTS if document.id == expected]
    title, _, body = document.nl if language is NL else document.en
    assert best.title == title
    assert best.excerpt.text == body


def test_a_document_is_found_once_and_in_the_language_asked(searcher: Searcher) -> None:
    answer = searcher.search("carpentieri", EN)
    assert [(hit.id, hit.found_in, hit.title) for hit in answer.hits] == [
        ("schotland-online", EN, "Scotland goes online")
    ]
    assert answer.counts == {"practice": 1}


def test_a_hit_has_all_that_a_list_shows(searcher: Searcher) -> None:
    (hit,) = searcher.search("geen oppas", NL).hits
    assert (hit.id, hit.kind, hit.title, hit.section, hit.country) == (
        "opvang-helpt",
        "practice",
        "Kinderopvang tijdens de les",
        "3.4/5",
        "flanders",
    )
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["Kinderopvang"]
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.marks] == ["opvang"]
    assert hit.why == ("titel", "ook: kinderopvang")
    assert hit.score > 0


def test_a_document_about_no_country_has_an_empty_country(searcher: Searcher) -> None:
    assert searcher.search("budget", NL).hits[0].country == ""


def test_text_in_the_other_language_says_so_and_ranks_lower(searcher: Searcher) -> None:
    (hit,) = searcher.search("library", NL).hits
    assert "Engelse tekst" in hit.why
    assert (hit.title_marks, hit.excerpt.marks) == ((), ()), "nothing of the Dutch text was found"
    assert hit.score < searcher.search("library", EN).hits[0].score


def test_any_word_is_a_labelled_fallback(searcher: Searcher) -> None:
    answer = searcher.search("bibliotheek budget", NL)
    assert answer.fallback
    assert answer.plan.any_word
    assert set(ids(answer)) == {"schotland-online", "snel-beginnen"}
    assert answer.explanation(NL) == "één van: bibliotheek, budget"
    assert "1 van 2 woorden" in answer.hits[0].why


def test_few_documents_with_all_words_are_followed_by_those_with_some(searcher: Searcher) -> None:
    answer = searcher.search("drempel geld", NL)
    assert answer.plan.mode is Mode.FEW
    assert not answer.fallback
    shares = [hit.why[1] for hit in answer.hits]
    assert sorted(shares, reverse=True) == ["2 van 2 woorden"] * 2 + ["1 van 2 woorden"] * 2
    assert (shares[0], shares[-1]) == ("2 van 2 woorden", "1 van 2 woorden")


def test_many_documents_with_all_words_are_enough(sample_db: Path) -> None:
    with closing(Searcher(sample_db, Weights(few=2, linked=0.0))) as searcher:
        answer = searcher.search("drempel geld", NL)
    assert answer.plan.mode is Mode.ALL
    assert ids(answer) == ["hoge-drempel", "geld-houdt-tegen"]


def test_no_fallback_when_all_words_are_found_or_there_is_one_word(searcher: Searcher) -> None:
    assert not searcher.search("drempel geld", NL).fallback
    assert not searcher.search("xyzzy", NL).fallback


def test_the_explanation_comes_from_the_plan(searcher: Searcher) -> None:
    answer = searcher.search("drempel geld", NL)
    assert answer.explanation(NL) == (
        "drempel (ook: belemmering) en geld (deel van: geldgebrek); daarna wat een deel van deze woorden heeft"
    )
    assert answer.explanation(EN).startswith(
        "drempel (also: barrier, threshold, obstacle) and geld (part of: geldgebrek)"
    )


@pytest.mark.parametrize(
    ("query", "expected", "line"),
    [
        ("drempl", ["hoge-drempel", "geld-houdt-tegen"], "drempel (u typte drempl; ook: belemmering)"),
        ("geen opaps", ["opvang-helpt"], "geen oppas (u typte geen opaps; ook: kinderopvang, opvang)"),
        ("land:schotland bibliotheel", ["schotland-online"], "bibliotheek (u typte bibliotheel); land: Schotland"),
        ("belemering neit", ["geld-houdt-tegen", "hoge-drempel"], "belemmering (u typte belemering; ook: drempel)"),
    ],
)
def test_a_word_that_stands_nowhere_is_corrected_and_says_so(
    searcher: Searcher, query: str, expected: list[str], line: str
) -> None:
    answer = searcher.search(query, NL)
    assert sorted(ids(answer)) == sorted(expected)
    assert answer.explanation(NL) == line
    assert answer.plan.corrections
    assert not answer.suggestion


@pytest.mark.parametrize("query", ['"drempl"', "drempl*", "xyzzyxy", "drempl-vrij", "-drempl", "land:schotland drempl"])
def test_what_was_meant_literally_or_helps_nobody_is_not_corrected(searcher: Searcher, query: str) -> None:
    answer = searcher.search(query, NL)
    assert not answer.hits
    assert not answer.plan.corrections


@pytest.mark.parametrize(
    ("query", "language", "suggestion"),
    [
        ("budget bibliotheel", NL, "budget bibliotheek"),  # no text has both
        ("budget bblioteek", NL, "budget bibliotheek"),
        ("thresold", NL, ""),  # the other language
        ("DREMPL", NL, ""),
    ],
)
def test_beside_what_is_found_a_correction_is_only_offered(
    searcher: Searcher, query: str, language: Language, suggestion: str
) -> None:
    answer = searcher.search(query, language)
    assert not answer.plan.corrections
    assert answer.suggestion == suggestion


def test_words_that_are_known_nowhere_are_named(searcher: Searcher) -> None:
    answer = searcher.search("budget ADHD", NL)
    assert (answer.missing, answer.fallback) == (("ADHD",), True)
    assert answer.unknown_words(NL) == "De kennis noemt ADHD niet."
    assert (
        searcher.search("budget ADHD OR wvggz", NL).unknown_words(EN) == "The knowledge does not mention ADHD / wvggz."
    )
    assert not searcher.search("budget", NL).unknown_words(NL)


def test_what_was_typed_can_be_searched_exactly(searcher: Searcher) -> None:
    exact = searcher.search("drempl", NL).plan.exact_query
    assert exact == '"drempl"'
    assert not searcher.search(exact, NL).hits


def test_a_word_that_is_found_is_never_corrected(searcher: Searcher) -> None:
    for word in ("drempels", "kinderop", "belem", "Carpentieri"):
        assert not searcher.search(word, NL).plan.corrections


def test_when_little_is_found_a_query_that_finds_more_is_suggested(tmp_path: Path) -> None:
    one = Document("one", "finding", ("Cursiefjes", "", "Zij zijn er."), ("Columns", "", "They are there."))
    more = [Document(f"more-{n}", "finding", ("Cursus", "", "Een."), ("Course", "", "One.")) for n in range(3)]
    with closing(Searcher(make_database(tmp_path / "few.db", [one, *more]))) as opened:
        answer = opened.search("Cursie", NL)
        assert (ids(answer), answer.suggestion) == (["one"], "cursus")
        assert not answer.plan.corrections
        assert not opened.search("cursief", NL).suggestion, "still being typed, and no word near it"
        assert not opened.search("cursusj", NL).suggestion
        assert not opened.search("cursus", NL).suggestion


@pytest.mark.parametrize(
    ("query", "expected", "reason"),
    [
        ("gebrek", "money", "deel van geldgebrek"),
        ("bibliotheekles", "schotland-online", "deel: bibliotheek"),
        ("opvangouders", "opvang-helpt", "delen: opvang + ouders"),
    ],
)
def test_compounds_and_their_parts(searcher: Searcher, query: str, expected: str, reason: str) -> None:
    hits = {hit.id: hit for hit in searcher.search(query, NL).hits}
    assert reason in hits[expected].why


def test_a_part_marks_the_whole_compound(searcher: Searcher) -> None:
    (hit,) = searcher.search("gebrek", NL).hits
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["Geldgebrek"]


def test_counts_are_of_all_kinds_and_hits_of_the_kinds_asked(searcher: Searcher) -> None:
    answer = searcher.search("geld", NL, kinds=["barrier", "item"])
    assert answer.counts == {"finding": 2, "barrier": 1, "item": 1}
    assert set(ids(answer)) == {"money", "vraag-geld"}
    assert answer.total == 4


def test_counts_are_of_all_matches_beyond_the_limit(searcher: Searcher) -> None:
    answer = searcher.search("geld", NL, limit=1)
    assert len(answer.hits) == 1
    assert answer.total == 4


def test_a_filter_by_itself_lists_in_report_order(searcher: Searcher) -> None:
    answer = searcher.search("soort:bevinding soort:praktijk", NL, kinds=["practice"])
    assert ids(answer) == ["opvang-helpt", "schotland-online"]
    assert answer.counts == {"finding": 2, "practice": 2}
    assert answer.hits[0].why == ()


def test_an_excluded_word_excludes_the_document_in_both_languages(searcher: Searcher) -> None:
    assert "hoge-drempel" in ids(searcher.search("threshold", NL))
    assert "hoge-drempel" not in ids(searcher.search("threshold -volwassenen", NL))


@rows("query", ODD)
def test_odd_input_gives_an_answer(searcher: Searcher, query: str) -> None:
    for language in Language:
        answer = searcher.search(query, language)
        assert isinstance(answer.explanation(language), str)


@pytest.mark.parametrize("part", ["a", "geld ", "-a ", '"a ', "a OR ", "a* ", "é-", "land:x ", "🙂", "(", "x'"])
def test_five_thousand_characters(searcher: Searcher, part: str) -> None:
    query = (part * 5000)[:5000]
    answer = searcher.search(query, NL)
    assert answer.plan.query == query
    assert len(answer.hits) <= answer.total


@given(query=st.text())
def test_any_unicode_gives_an_answer(searcher: Searcher, query: str) -> None:
    answer = searcher.search(query, NL)
    assert answer.plan.query == query
    assert len(answer.hits) <= answer.total


NUMBERS = st.integers(0, 10**6)


@settings(max_examples=300, deadline=None)
@given(
    language=st.sampled_from(list(Language)),
    seeds=st.lists(NUMBERS, min_size=5, max_size=5),
    order=st.lists(NUMBERS, min_size=2, max_size=6),
)
def test_words_that_overlap_in_the_real_content_give_an_answer(
    real: Real, language: Language, seeds: list[int], order: list[int]
) -> None:
    """Names of concepts, words of them, beginnings, phrases, compounds that nobody writes, and the same ones again."""
    label, other = (real.labels[seed % len(real.labels)] for seed in seeds[:2])
    word, beside = (real.vocabulary[seed % len(real.vocabulary)] for seed in seeds[2:4])
    parts = [label, *label.split(), f'"{label}"', other, word, word[: 2 + seeds[4] % 5], f"{word[:4]}*", word + beside]
    query = " ".join(parts[number % len(parts)] for number in order)
    assert all(hit.score >= 0 and hit.why for hit in real.searcher.search(query, language, limit=60).hits)


WORDS = sorted(
    {word for document in DOCUMENTS for texts in (document.nl, document.en) for text in texts for word in text.split()}
)


@pytest.mark.parametrize("language", list(Language))
@given(word=st.sampled_from(WORDS), cut=st.integers(0, 4))
def test_every_hit_of_one_word_has_a_mark(searcher: Searcher, language: Language, word: str, cut: int) -> None:
    answer = searcher.search(word[: len(word) - cut], language)
    documents = {document.id: document for document in DOCUMENTS}
    for hit in answer.hits:
        texts = documents[hit.id].nl if hit.found_in is NL else documents[hit.id].en
        listed = hit.kind == answer.listed  # by its kind: it need not have the word
        assert listed or any(marks(text, answer.plan, hit.found_in) for text in texts)
        assert hit.why


def test_what_shows_an_answer_imports_nothing_heavy() -> None:
    script = (
        "import sys; import guidance_kb.search.results.answer, guidance_kb.search.results.choice, guidance_kb.search.results.excerpt;"
        "print([name for name in ('whoosh', 'Stemmer', 'guidance_kb.search.searcher') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert run.stdout.strip() == "[]"


def test_a_missing_database_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        Searcher(tmp_path / "none.db").search("geld", NL)


def test_a_damaged_database_is_told_and_a_good_one_works_afterwards(tmp_path: Path, sample_db: Path) -> None:
    path = tmp_path / "knowledge.db"
    path.write_bytes(b"no database at all" * 100)
    with closing(Searcher(path)) as opened:
        with pytest.raises(KnownError):
            opened.search("geld", NL)
        path.write_bytes(sample_db.read_bytes())
        assert opened.search("geld", NL).hits


def test_the_database_is_not_written(tmp_path: Path, sample_db: Path) -> None:
    path = tmp_path / "read-only é #1.db"
    path.write_bytes(sample_db.read_bytes())
    path.chmod(0o400)
    with closing(Searcher(path)) as opened:
        assert opened.search("geld", NL).hits
    assert path.read_bytes() == sample_db.read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_a_closed_searcher_opens_again(sample_db: Path) -> None:
    opened = Searcher(sample_db)
    opened.close()
    assert opened.search("geld", NL).hits
    opened.close()
    assert opened.search("geld", NL).hits
    opened.close()


def test_every_hit_of_every_judged_query_is_shown_in_the_language_asked(knowledge_db: Path) -> None:
    with closing(sqlite3.connect(knowledge_db)) as connection:
        rows = connection.execute("SELECT id, lang, title, body FROM document").fetchall()
    texts = {(name, lang): (title, body) for name, lang, title, body in rows}
    titles = {language: {title for (_, lang), (title, _) in texts.items() if lang == language} for language in Language}
    found_elsewhere = 0
    with closing(Searcher(knowledge_db)) as opened:
        for judged in read_judged(Path(__file__).with_name("queries.tsv")):
            for language in Language:
                for hit in opened.search(judged.query, language).hits:
                    title, body = texts[hit.id, language.value]
                    assert (hit.lang, hit.title) == (language, title)
                    piece = hit.excerpt.text.strip("…").strip()
                    assert piece in " ".join(body.split()), (judged.query, hit.id)
                    if hit.found_in is not language:
                        found_elsewhere += 1
                        assert (hit.title_marks, hit.excerpt.marks) == ((), ())
                    beside = [reason for reason in hit.why if reason.startswith(("hoort bij: ", "goes with: "))]
                    assert all(reason.split(": ", 1)[1] in titles[language] for reason in beside)
    assert found_elsewhere, "the judged queries find texts in the other language only, too"


def test_every_hit_in_the_real_content_has_a_mark(knowledge_db: Path) -> None:
    with closing(sqlite3.connect(knowledge_db)) as connection:
        rows = connection.execute("SELECT id, lang, title, keywords, body, phrasings FROM document").fetchall()
    texts = {(name, Language(lang)): parts for name, lang, *parts in rows}
    vocabulary = sorted({word for parts in texts.values() for text in parts for word in words(text)})
    with closing(Searcher(knowledge_db)) as opened:
        for word in vocabulary[::40]:
            answer = opened.search(word, NL)
            assert answer.hits, f"{word} stands in the content"
            for hit in answer.hits:
                marked = any(marks(text, answer.plan, hit.found_in) for text in texts[hit.id, hit.found_in])
                assert marked or hit.why[0].startswith("hoort bij: "), (word, hit.id)


def test_another_database_is_searched_from_now_on(sample_db: Path, tmp_path: Path) -> None:
    other = make_database(tmp_path / "other.db", [document for document in DOCUMENTS if document.id != "hoge-drempel"])
    searcher = Searcher(sample_db)
    assert "hoge-drempel" in ids(searcher.search("drempel", NL))
    searcher.reopen(other)
    assert "hoge-drempel" not in ids(searcher.search("drempel", NL))
    searcher.close()
