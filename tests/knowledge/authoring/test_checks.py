"""One mistake a row: what is changed in the smallest valid content, and where and how the build reports it."""

import re
from contextlib import closing
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from guidance_kb.knowledge.authoring.checks import count_words
from guidance_kb.knowledge.library import Library
from tests.knowledge.authoring.folder import BASE, CHECKLIST, ENTRIES, MINIMAL, SIGNALS, THESAURUS, ContentFolder

FINDING, PRACTICE, ADVICE = "entry tijd-kost-moeite", "entry slovenie-zoekt-mee", "entry aanbeveling-een"
BARRIER, DRIVE, ITEM, CONCEPT = "barrier care-duties", "drive social-nearness", "item vraag-zorg", "concept c-opvang"


class Mistake(NamedTuple):
    """`old` in `file` becomes `new`; the build reports `where` and `field` of that file, and says `says`."""

    file: str
    old: str
    new: str
    where: str
    field: str
    says: str


def row(*cells: str) -> ParameterSet:
    mistake = Mistake(*cells)
    return pytest.param(mistake, id=f"{mistake.where} {mistake.field}: {mistake.new.strip()[:40]}")


WORKS, BODY = 'works = ["kerka-2005"]', "Wie zorgt, heeft *weinig* tijd."
EN_SIGNAL = "Caring may stand in the way of learning."
ANSWERS = 'answers = { slovenia = "3.1/1" }'
TOPIC = 'topic = "Tijd voor anderen"'
AGE = 'label = "Cares for others"'

LINKS = [
    row(ENTRIES, 'section = "1.1"\nworks', 'section = "9.9"\nworks', FINDING, "section", "no section is called “9.9”"),
    row(SIGNALS, 'sections = ["1.1"]\ndrives_', 'sections = ["1.1", "7"]\ndrives_', BARRIER, "sections", "no section is called “7”"),
    row(SIGNALS, 'kind = "drive"\nsections = ["1.1"]', 'kind = "drive"\nsections = ["x"]', DRIVE, "sections", "no section is called “x”"),
    row(CHECKLIST, 'sections = ["1.1"]', 'sections = ["1.2"]', ITEM, "sections", "no section is called “1.2”"),
    row(ENTRIES, WORKS, 'works = ["kerka-2006"]', FINDING, "works", "no work is called “kerka-2006”"),
    row(ENTRIES, WORKS, 'works = ["kerka-2005", "kerka-2005"]', FINDING, "works", "“kerka-2005” stands here twice"),
    row(BASE, '["carpentieri-2014"]', '["carpentieri"]', "work kerka-2005", "cited_through", "no work is called “carpentieri”"),
    row(BASE, '["carpentieri-2014"]', '["kerka-2005"]', "work kerka-2005", "cited_through", "cannot name itself"),
    row(ENTRIES, 'barriers = ["care-duties"]', 'barriers = ["care"]', FINDING, "barriers", "no barrier is called “care”"),
    row(ENTRIES, 'barriers = ["care-duties"]', 'barriers_ours = ["care"]', FINDING, "barriers_ours", "no barrier is called"),
    row(ENTRIES, 'drives_ours = ["social-nearness"]', 'drives = ["social"]', FINDING, "drives", "no drive is called “social”"),
    row(ENTRIES, 'drives_ours = ["social-nearness"]', 'drives_ours = ["competence"]', FINDING, "drives_ours", "no drive is called"),
    row(ENTRIES, 'needs = ["competence"]', 'needs = ["social-nearness"]', FINDING, "needs", "no need is called “social-nearness”"),
    row(ENTRIES, 'needs = ["competence"]', 'needs_ours = ["skill"]', FINDING, "needs_ours", "no need is called “skill”"),
    row(ENTRIES, '["slovenie-zoekt-mee"]', '["care-duties"]', FINDING, "related", "no entry is called “care-duties”"),
    row(ENTRIES, '["slovenie-zoekt-mee"]', '["tijd-kost-moeite"]', FINDING, "related", "cannot name itself"),
    row(ENTRIES, "number = 1", 'number = 1\nrelated_ours = ["nergens"]', ADVICE, "related_ours", "no entry is called"),
    row(ENTRIES, "needs = [", 'needs_ours = ["competence"]\nneeds = [', FINDING, "needs_ours", "the report's link already"),
    row(ENTRIES, WORKS, 'works = ["kerka-2005"]\ncountry = "france"', FINDING, "country", "no country is called “france”"),
    row(ENTRIES, WORKS, 'works = ["kerka-2005"]\nthemes = ["tips"]', FINDING, "themes", "no theme is called “tips”"),
    row(BASE, ANSWERS, 'answers = { slovenia = "3.1/9" }', "theme challenges", "answers", "no section is called “3.1/9”"),
    row(BASE, ANSWERS, f'{ANSWERS}\nunknown = ["finland"]', "theme challenges", "unknown", "no interviewed country is called “finland”"),
    row(SIGNALS, 'carry = ["social-nearness"]', 'carry = ["care-duties"]', BARRIER, "drives_that_may_carry", "no drive or need is called"),
    row(CHECKLIST, 'theme = "t-home"', 'theme = "challenges"', ITEM, "theme", "no item theme is called “challenges”"),
    row(CHECKLIST, 'barrier = "care-duties"', 'barrier = "competence"', ITEM, "evidence.barrier", "no barrier is called"),
    row(CHECKLIST, 'drive = "competence"', 'drive = "care-duties"', ITEM, "evidence.drive", "no drive or need is called"),
    row(THESAURUS, 'related = ["c-tijd"]', 'related = ["c-geld"]', CONCEPT, "related", "no concept is called “c-geld”"),
    row(THESAURUS, 'related = ["c-tijd"]', 'broader = ["c-opvang"]', CONCEPT, "broader", "cannot name itself"),
    row(THESAURUS, 'barriers = ["care-duties"]', 'barriers = ["money"]', CONCEPT, "barriers", "no barrier is called “money”"),
    row(THESAURUS, 'drives = ["social-nearness"]', 'drives = ["money"]', CONCEPT, "drives", "no drive or need is called"),
    row(THESAURUS, 'themes = ["challenges"]', 'themes = ["t-home"]', CONCEPT, "themes", "no theme is called “t-home”"),
]  # fmt: skip

ENTRY_RULES = [
    row(ENTRIES, BODY, "woord " * 121, FINDING, "nl.body", "at most 120 words, found 121"),
    row(ENTRIES, "People who care have *little* time.", "word " * 121, FINDING, "en.body", "at most 120 words, found 121"),
    row(ENTRIES, "\nnumber = 1", "", ADVICE, "number", "a number on a recommendation, and only there"),
    row(ENTRIES, WORKS, f"{WORKS}\nnumber = 2", FINDING, "number", "a number on a recommendation, and only there"),
    row(ENTRIES, 'themes = ["challenges"]', "", PRACTICE, "themes", "expected “challenges”, the question that section 3.1/1 answers"),
    row(ENTRIES, 'country = "slovenia"', "", PRACTICE, "country", "expected “slovenia”"),
    row(ENTRIES, 'as_of = "2022"', "", FINDING, "as_of", "`as_of` and `dated` together"),
    row(ENTRIES, "number = 1", 'number = 1\nas_of = "2022-03"', ADVICE, "as_of", "`as_of` and `dated` together"),
    row(ENTRIES, 'ours = "Vraag naar de week."', "", FINDING, "ours", "in both languages or in neither"),
    row(ENTRIES, 'ours = "Ask about the week."', "", FINDING, "ours", "in both languages or in neither"),
    row(ENTRIES, 'dated = "This was so in 2022."', "", FINDING, "dated", "in both languages or in neither"),
    row(ENTRIES, 'body = "Do not wait."', 'body = "Do not wait."\nnote = "Odd."', ADVICE, "note", "in both languages or in neither"),
    row(BASE, 'note_en = "The main source."', "", "work carpentieri-2014", "note", "in both languages or in neither"),
    row(BASE, 'note = "Niet geïnterviewd."', "", "country finland", "note", "in both languages or in neither"),
]  # fmt: skip

MARKDOWN = [
    row(ENTRIES, BODY, body, FINDING, "nl.body", says)
    for body, says in (
        ("Wie zorgt, heeft *weinig tijd.", "opened and not closed"),
        ("Wie zorgt, heeft weinig* tijd.", "opened and not closed"),
        ("Wie zorgt, heeft **weinig* tijd.", "opened and not closed"),
        ("**weinig*", "opened and not closed"),
        ("*weinig**", "opened and not closed"),
        ("Wie ***zorgt** heeft weinig tijd.", "opened and not closed"),
        ("Wie **zorgt, heeft weinig tijd.", "opened and not closed"),
        ("Wie _zorgt, heeft weinig tijd.", "opened and not closed"),
        ("Wie zorgt_, heeft weinig tijd.", "opened and not closed"),
        ("Wie `zorgt, heeft weinig tijd.", "opened and not closed"),
        ("Zie [het rapport](http://example.org", "opened and not closed"),
        ("Zie [het rapport](http://example.org)", "found link"),
        ("Zie ![een plaatje](plaatje.png)", "found image"),
        ("Zie [het rapport][1]", "opened and not closed"),
        ("Wie <b>zorgt</b>, heeft weinig tijd.", "HTML"),
        ("Wie zorgt<!-- hm -->, heeft weinig tijd.", "HTML"),
        ("Zie <https://example.org>", "HTML"),
        ("Wie `zorgt`, heeft weinig tijd.", "found code"),
        ("# Wie zorgt", "found heading"),
        ("> Wie zorgt", "found blockquote"),
        ("~~~\\nWie zorgt\\n~~~", "found fence"),
        ("Eerst\\n\\n***\\n\\ndan", "found hr"),
        ("Wie zorgt\\n---", "found heading"),
    )
]

FAIRNESS = [
    row(CHECKLIST, AGE, 'label = "What age someone is"', ITEM, "en.label", "“age” names a protected ground"),
    row(
        CHECKLIST, "Hoe ziet uw week eruit?", "Wat is uw geloof?", ITEM, "nl.open", "“geloof” names a protected ground"
    ),
    row(CHECKLIST, "Veel mensen zorgen", "Veel vrouwen zorgen", ITEM, "nl.softer", "“vrouwen” names"),
    row(CHECKLIST, "Wie kan er helpen?", "Heeft u een uitkering?", ITEM, "nl.follow_up", "“uitkering” names"),
    row(CHECKLIST, "Looks at the clock.", "Wears a headscarf.", ITEM, "en.observe", "“headscarf” names"),
    row(CHECKLIST, 'why = "Caring takes time."', 'why = "Refugees care."', ITEM, "en.why", "“Refugees” names"),
    row(CHECKLIST, 'id = "vraag-zorg"', 'id = "vraag-herkomst"', "item vraag-herkomst", "id", "“herkomst” names"),
    row(CHECKLIST, 'nl.name = "Thuis"', 'nl.name = "Leeftijd"', "theme t-home", "nl.name", "“Leeftijd” names"),
    row(SIGNALS, 'name = "Zorg voor anderen"', 'name = "Zorg als moeder"', BARRIER, "nl.name", "“moeder” names"),
    row(SIGNALS, EN_SIGNAL, "Pregnancy may stand in the way.", BARRIER, "en.signal", "“Pregnancy” names"),
    row(SIGNALS, "Misschien past", "Door de diagnose past", BARRIER, "nl.also", "“diagnose” names"),
    row(
        SIGNALS,
        'ask = "What would help you?"',
        'ask = "Where is your passport?"',
        BARRIER,
        "en.ask",
        "“passport” names",
    ),
    row(SIGNALS, "Vraagt iemand om", "Vraagt de bijstand om", BARRIER, "nl.step_client", "“bijstand” names"),
    row(
        SIGNALS, "Looks for a course in", "Looks for a women’s course in", BARRIER, "en.step_counselor", "“women” names"
    ),
    row(SIGNALS, "Gaat na of er opvang is.", "Gaat na of er een kerk is.", BARRIER, "nl.step_service", "“kerk” names"),
    row(SIGNALS, "Mensen dichtbij geven", "Jongeren geven", DRIVE, "nl.signal", "“Jongeren” names"),
    row(SIGNALS, "Look for a group.", "Look for other migrants.", DRIVE, "en.build_on", "“migrants” names"),
]

BARRIER_EVIDENCE = '{ barrier = "care-duties", strength = "firm" },'
NO_ENTRY = '[[section]]\nname = "4.2/1"\nnl = "Een"\nen = "One"\n\n'
OTHER = [
    row(CHECKLIST, BARRIER_EVIDENCE, '{ strength = "firm" },', ITEM, "evidence", "one of the two"),
    row(CHECKLIST, "core = true", 'opens_after = ["vraag-geld"]', ITEM, "opens_after", "no item is called “vraag-geld”"),
    row(CHECKLIST, "core = true", 'opens_after = ["vraag-zorg"]', ITEM, "opens_after", "cannot name itself"),
    row(CHECKLIST, "core = true", "", ITEM, "opens_after", "after which this one is worthwhile"),
    row(CHECKLIST, "core = true", "core = false\nopens_after = []", ITEM, "opens_after", "after which this one is worthwhile"),
    row(CHECKLIST, 'open = "Hoe ziet uw week eruit?"', 'open = "Werkt u? Hoe gaat dat?"', ITEM, "nl.open", "one question"),
    row(CHECKLIST, 'look after others. Do you?"', 'look after others."', ITEM, "en.softer", "one question"),
    row(CHECKLIST, 'follow_up = "Who could help?"', 'follow_up = "Who helps? Please tell."', ITEM, "en.follow_up", "one question"),
    row(CHECKLIST, 'label = "Zorgt voor anderen"', f'label = "Zorgt {"x" * 41}"', ITEM, "nl.label", "at most 46"),
    row(CHECKLIST, TOPIC, "", ITEM, "nl.topic", "this field is required"),
    row(CHECKLIST, TOPIC, 'topic = ""', ITEM, "nl.topic", "at least 1 character"),
    row(CHECKLIST, TOPIC, f'topic = "{"tijd " * 9}"', ITEM, "nl.topic", "40"),
    row(CHECKLIST, TOPIC, 'topic = "zorgt voor anderen"', ITEM, "nl.topic", "the label, which claims something"),
    row(CHECKLIST, 'topic = "Time for others"', 'topic = "cares, for others"', ITEM, "en.topic", "the label, which claims"),
    row(CHECKLIST, TOPIC, 'topic = "Zorg voor anderen"', ITEM, "nl.topic", "a barrier or drive is called that"),
    row(CHECKLIST, TOPIC, 'topic = "Niet veel tijd"', ITEM, "nl.topic", "a name that denies nothing"),
    row(CHECKLIST, 'topic = "Time for others"', 'topic = "Having no time"', ITEM, "en.topic", "a name that denies nothing"),
    row(CHECKLIST, TOPIC, 'topic = "Tijd: veel of weinig"', ITEM, "nl.topic", "without the punctuation of a sentence"),
    row(CHECKLIST, TOPIC, 'topic = "Tijd van vrouwen"', ITEM, "nl.topic", "protected ground"),
    row(CHECKLIST, TOPIC, 'topic = "Participatie"', ITEM, "nl.topic", "hard word “Participatie”"),
    row(CHECKLIST, "{ barrier", '{ drive = "social-nearness", barrier', ITEM, "evidence", "one of the two"),
    row(BASE, '[[country]]\nid = "slovenia"', f'{NO_ENTRY}[[country]]\nid = "slovenia"', "section 4.2/1", "name", "at least one entry"),
]  # fmt: skip


@pytest.mark.parametrize("mistake", [*LINKS, *ENTRY_RULES, *MARKDOWN, *FAIRNESS, *OTHER])
def test_mistake_is_reported_where_it_stands(folder: ContentFolder, mistake: Mistake) -> None:
    folder.change(mistake.file, mistake.old, mistake.new)
    problems = folder.problems()
    assert [problem[:3] for problem in problems] == [(mistake.file, mistake.where, mistake.field)]
    assert mistake.says in problems[0][3]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("woord " * 120, id="120 words"),
        "5*3 is 15, en a * b ook",
        "een_naam met_streepjes",
        "**heel** *belangrijk* en _schuin_ en **a *b* c**",
        "- een\\n- twee\\n\\n1. drie\\n2. vier",
        "minder dan <5 en meer dan >3 & meer",
        "‘zo’ — of “zo” (Kerka 2005) [noot]",
        "een regel\\\\\\neen nieuwe regel",
    ],
)
def test_markdown_that_is_allowed(folder: ContentFolder, body: str) -> None:
    folder.change(ENTRIES, BODY, body)
    assert folder.problems() == []


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("een twee", 2), ("- een\n- twee", 2), ("24/7 open – nee", 3), ("zo’n *(2014)*", 2)]
)
def test_words_are_counted_as_a_reader_would(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize("country", ["spain", "finland"])
def test_theme_answered_by_a_country_that_was_not_interviewed(folder: ContentFolder, country: str) -> None:
    folder.change(BASE, ANSWERS, f'answers = {{ slovenia = "3.1/1", {country} = "1.1" }}')
    expected = (BASE, "theme challenges", "answers", f"no interviewed country is called “{country}”")
    assert expected in folder.problems()


def test_same_id_in_two_kinds(folder: ContentFolder) -> None:
    folder.change(THESAURUS, 'id = "c-tijd"', 'id = "care-duties"')
    folder.change(THESAURUS, 'related = ["c-tijd"]', "")
    found = {problem[:3] for problem in folder.problems()}
    assert found == {(SIGNALS, BARRIER, "id"), (THESAURUS, "concept care-duties", "id")}


def test_same_id_in_two_files(folder: ContentFolder) -> None:
    folder.add("knowledge/more/again.toml", '[[work]]\nid = "kerka-2005"\nauthors = "Kerka"\n')
    found = {problem[:3] for problem in folder.problems()}
    assert found == {(BASE, "work kerka-2005", "id"), ("knowledge/more/again.toml", "work kerka-2005", "id")}


def test_same_section_twice(folder: ContentFolder) -> None:
    folder.add("knowledge/zz.toml", '[[section]]\nname = "1.1"\nnl = "Weer"\nen = "Again"\n')
    assert {problem[:3] for problem in folder.problems()} == {
        (BASE, "section 1.1", "name"),
        ("knowledge/zz.toml", "section 1.1", "name"),
    }


def test_two_checklists(folder: ContentFolder) -> None:
    folder.add("conversation/second.toml", 'version = "2026.3"\ntheme = []\nitem = []\n')
    assert folder.problems() == [("conversation", "", "version", "expected one checklist, found 2")]


def _deeper(name: str, after: str) -> str:
    """A deeper item `name` that opens after `after`."""
    text = (MINIMAL / CHECKLIST).read_text("utf-8")
    item = text[text.index("[[item]]") :].replace('id = "vraag-zorg"', f'id = "{name}"')
    item = re.sub(r'topic = "(.*)"', rf'topic = "\1, {name}"', item)
    return "\n" + item.replace("core = true", f'sensitive = true\nopens_after = ["{after}"]')


def test_deeper_item_opens_after_another(folder: ContentFolder) -> None:
    folder.add(CHECKLIST, _deeper("vraag-een", "vraag-zorg"))
    folder.add(CHECKLIST, _deeper("vraag-twee", "vraag-een"))
    assert folder.problems() == []
    with closing(Library(folder.target)) as library:
        found = {name: (item.core, item.opens_after, item.sensitive) for name, item in library.items.items()}
    assert found == {
        "vraag-zorg": (True, (), False),
        "vraag-een": (False, ("vraag-zorg",), True),
        "vraag-twee": (False, ("vraag-een",), True),
    }


def test_items_that_open_each_other(folder: ContentFolder) -> None:
    for name, after in (("vraag-een", "vraag-drie"), ("vraag-twee", "vraag-een"), ("vraag-drie", "vraag-twee")):
        folder.add(CHECKLIST, _deeper(name, after))
    ((file, where, field, says),) = folder.problems()
    assert (file, where, field) == (CHECKLIST, "item vraag-drie", "opens_after")
    assert says.startswith("these questions open each other in a circle: ")
    assert set(says.partition(": ")[2].split(" → ")) == {"vraag-een", "vraag-twee", "vraag-drie"}


def test_two_items_of_one_topic(folder: ContentFolder) -> None:
    folder.add(CHECKLIST, _deeper("vraag-een", "vraag-zorg").replace(", vraag-een", ""))
    assert [problem[1:] for problem in folder.problems()] == [
        ("item vraag-een", f"{language}.topic", "another item has this topic already") for language in ("en", "nl")
    ]


def test_item_of_the_ten_minute_list_opens_after_nothing(folder: ContentFolder) -> None:
    folder.add(CHECKLIST, _deeper("vraag-een", "vraag-zorg").replace("sensitive = true", "core = true"))
    ((_, where, field, says),) = folder.problems()
    assert (where, field) == ("item vraag-een", "opens_after")
    assert "always there" in says


def test_every_problem_is_reported_not_only_the_first(folder: ContentFolder) -> None:
    mistakes = [row.values[0] for row in (LINKS[0], LINKS[12], ENTRY_RULES[1], MARKDOWN[0], FAIRNESS[0], FAIRNESS[9])]
    for mistake in mistakes:
        folder.change(mistake.file, mistake.old, mistake.new)
    assert {problem[:3] for problem in folder.problems()} == {(m.file, m.where, m.field) for m in mistakes}


def test_text_about_the_report_may_speak_of_groups(folder: ContentFolder) -> None:
    folder.change(
        SIGNALS, 'description = "Zorg kost tijd."', 'description = "Vooral vrouwen zorgen."\nkeywords = ["moeder"]'
    )
    folder.change(ENTRIES, BODY, "Vrouwen met een uitkering hebben weinig tijd.")
    assert folder.problems() == []


def test_answer_of_another_country(folder: ContentFolder) -> None:
    folder.change(ENTRIES, 'country = "slovenia"', 'country = "finland"')
    folder.change(ENTRIES, "Slovenië zoekt mee", "Finland zoekt mee")
    folder.change(ENTRIES, "Slovenia helps to look", "Finland helps to look")
    ((_, where, field, says),) = folder.problems()
    assert (where, field) == (PRACTICE, "country")
    assert "expected “slovenia”" in says


TITLE = 'title = "Slovenië zoekt mee"'


@pytest.mark.parametrize(
    ("title", "says"),
    [
        (
            "Slovenië zoekt mee, en vertelt uitvoerig waar het dat doet en ook waarom",
            "expected at most 70 characters, found 72",
        ),
        ("Slovenië zoekt mee; Slovenië vindt", "without a semicolon"),
        ("Meezoeken is wat Slovenië doet", "expected the country within the first 3 words"),
    ],
)
def test_title_that_cannot_be_read_in_a_list(folder: ContentFolder, title: str, says: str) -> None:
    folder.change(ENTRIES, TITLE, f'title = "{title}"')
    ((file, where, field, found),) = folder.problems()
    assert (file, where, field) == (ENTRIES, PRACTICE, "nl.title")
    assert says in found


@pytest.mark.parametrize("title", ["Sloveense dienst zoekt mee", "Ook in Slovenië zoekt de dienst mee"])
def test_title_that_names_its_country_in_time(folder: ContentFolder, title: str) -> None:
    folder.change(ENTRIES, TITLE, f'title = "{title}"')
    assert folder.problems() == []


def test_titles_that_are_too_long_on_average(folder: ContentFolder) -> None:
    for title in ("Tijd maken kost moeite", "Slovenië zoekt mee", "Begin vandaag"):
        folder.change(ENTRIES, f'title = "{title}"', f'title = "{title} {"a" * (69 - len(title))}"')
    assert folder.problems() == [("knowledge", "", "nl.title", "expected 60 characters at most on average, found 70")]


HOUSE_STYLE = [
    row(ENTRIES, BODY, "Zo wil men het.", FINDING, "nl.body", "“men”: write wie het doet, of je"),
    row(ENTRIES, "The country helps to look.", "It needs perseverance.", PRACTICE, "en.body", "write persistence"),
    row(SIGNALS, EN_SIGNAL, "A Handover may be missing.", BARRIER, "en.signal", "“Handover”: write hand-over"),
]


@pytest.mark.parametrize("mistake", HOUSE_STYLE)
def test_word_that_the_house_style_does_not_use(folder: ContentFolder, mistake: Mistake) -> None:
    folder.change(mistake.file, mistake.old, mistake.new)
    ((_, where, field, says),) = folder.problems()
    assert (where, field) == (mistake.where, mistake.field)
    assert mistake.says in says


def test_keywords_may_hold_what_people_type(folder: ContentFolder) -> None:
    folder.change(
        SIGNALS, 'description = "Zorg kost tijd."', 'description = "Zorg kost tijd."\nkeywords = ["volharding", "hij"]'
    )
    assert folder.problems() == []
