"""What is plain language: the judged sentences, each rule with its friends, the lists, and the build that refuses the rest."""

import csv
from pathlib import Path

import pytest

from guidance_kb.knowledge.authoring.plain_language import LanguageFinding, Rule, all_findings, findings, texts
from guidance_kb.knowledge.authoring.plain_words import Lists, lists, read
from guidance_kb.knowledge.authoring.readability import syllables
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES
from tests.knowledge.authoring.folder import CHECKLIST, SIGNALS, ContentFolder
from tests.rows import rows

NL, EN = Language.NL, Language.EN
SENTENCES = Path(__file__).parent / "plain-sentences.tsv"


def judged(level: str) -> list[tuple[str, str]]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [(row["language"], row["sentence"]) for row in rows if row["level"] == level]


def broken(text: str, language: Language = NL) -> list[tuple[Rule, str]]:
    return [(finding.rule, finding.found) for finding in findings(text, language)]


# ── judged by hand ───────────────────────────────────────────────────────────────────────────────


@rows(("language", "sentence"), judged("hard"))
def test_a_hard_sentence_is_caught(language: str, sentence: str) -> None:
    assert findings(sentence, Language(language)) != ()


@rows(("language", "sentence"), judged("plain"))
def test_a_plain_sentence_is_left_alone(language: str, sentence: str) -> None:
    assert all_findings(sentence, Language(language)) == ()


def test_there_are_enough_of_both() -> None:
    for level in ("hard", "plain"):
        of = [language for language, _ in judged(level)]
        assert of.count("nl") >= 30
        assert of.count("en") >= 15


# ── each rule ────────────────────────────────────────────────────────────────────────────────────

BROKEN = [
    # passive
    ("U wordt door ons gebeld.", NL, Rule.PASSIVE, "wordt … gebeld"),
    ("De brief is vorige week verstuurd.", NL, Rule.PASSIVE, "is … verstuurd"),
    ("Ik zag dat het werd opgeschreven.", NL, Rule.PASSIVE, "werd … opgeschreven"),
    ("Uw vraag zal worden besproken.", NL, Rule.PASSIVE, "worden … besproken"),
    ("Wat is er over u opgeschreven?", NL, Rule.PASSIVE, "is … opgeschreven"),
    ("Wordt u niet geholpen, bel dan.", NL, Rule.PASSIVE, "wordt … geholpen"),
    ("The letter was sent last week.", EN, Rule.PASSIVE, "was … sent"),
    ("It’s never really opened.", EN, Rule.PASSIVE, "it’s … opened"),
    ("You will be called.", EN, Rule.PASSIVE, "be … called"),
    # abbreviations
    ("Neem iets mee, b.v. een brief.", NL, Rule.ABBREVIATION, "b.v."),
    ("Bel het UWV.", NL, Rule.ABBREVIATION, "UWV"),
    ("Bel Dhr. De Vries.", NL, Rule.ABBREVIATION, "Dhr"),
    ("Bring something, e.g. a letter.", EN, Rule.ABBREVIATION, "e.g."),
    # words
    ("Wilt u participeren?", NL, Rule.HARD, "participeren"),
    ("Dit is conform\nafspraak.", NL, Rule.HARD, "conform"),
    ("Wij praten met betrekking   tot geld.", NL, Rule.HARD, "met betrekking   tot"),
    ("Do you wish to participate?", EN, Rule.HARD, "participate"),
    ("Hoe gaat het met de studievoortgangsgesprekken?", NL, Rule.WORD, "studievoortgangsgesprekken"),
    ("Wat is uw individuele idee?", NL, Rule.HARD, "individuele"),
    # two denials
    ("Het is niet ongebruikelijk.", NL, Rule.NEGATION, "niet … ongebruikelijk"),
    ("Ik ken niemand die dat niet wil.", NL, Rule.NEGATION, "niemand … niet"),
    # clause in clause
    ("Weet u wat u doet als het misgaat omdat u ziek bent?", NL, Rule.CLAUSES, "wat … als … omdat"),
    ("Bel mensen die u kent als het tegenzit.", NL, Rule.CLAUSES, "die … als"),
    # nouns made of verbs
    ("Ik help bij het invullen van de vragen.", NL, Rule.NOUN, "invullen van"),
    ("De verwerving van kennis is leuk.", NL, Rule.NOUN, "verwerving van"),
]


@rows(("text", "language", "rule", "found"), BROKEN)
def test_a_rule_finds(text: str, language: Language, rule: Rule, found: str) -> None:
    assert (rule, found) in broken(text, language)


FRIENDS = [
    ("Waar wilt u beter in worden?", NL),
    ("Onze gesprekken worden langer.", NL),
    ("Bent u met de bus gekomen?", NL),
    ("Is het gelukt?", NL),
    ("Ik ben in die tijd gestopt.", NL),
    ("U bent gezond en wordt weer sterk.", NL),
    ("Wat is uw gevoel?", NL),
    ("Dat gebeurt als u moe bent.", NL),
    ("Ik heb dat geleerd en het is leuk.", NL),
    ("Ik wil niet, en ik heb ook geen tijd.", NL),
    ("U heeft niet gebeld, maar er is niets mis.", NL),
    ("Hoe is dat voor u, en wat vindt u van die cursus?", NL),
    ("U kiest een brief of een formulier.", NL),
    ("De kosten van de opleiding zijn laag.", NL),
    ("Hoe was het eten van gisteren?", NL),
    ("Bel op werkdagen: 06 of 020.", NL),
    ("Ik zoek uw telefoonnummer en geboortedatum.", NL),
    ("Heeft u thuis internet?", NL),
    ("Welk instrument speelt u?", NL),
    ("Are you interested, or tired?", EN),
    ("Is it what you need?", EN),
    ("What is possible after a missed class?", EN),
    ("I was an assistant at a primary school.", EN),
]


@rows(("text", "language"), FRIENDS)
def test_what_only_looks_like_it_is_left_alone(text: str, language: Language) -> None:
    assert broken(text, language) == []


def test_the_limit_of_a_sentence() -> None:
    for language, limit in ((NL, 15), (EN, 18)):
        assert broken(" ".join(["ja"] * limit) + ".", language) == []
        assert [rule for rule, _ in broken(" ".join(["ja"] * (limit + 1)) + ".", language)] == [Rule.SENTENCE]


def test_the_mean_of_a_text() -> None:
    def text(*lengths: int) -> str:
        return " ".join(f"{' '.join(['ja'] * length)}." for length in lengths)

    assert broken(text(15)) == []
    assert broken(text(12, 12)) == []
    assert broken(text(10, 14)) == []
    assert broken(text(12, 13)) == [(Rule.MEAN, "12.5 > 12")]
    assert broken(text(14, 14), EN) == []
    assert broken(text(14, 15), EN) == [(Rule.MEAN, "14.5 > 14")]


def test_each_member_of_a_list_is_a_sentence_and_a_slot_is_a_word() -> None:
    assert broken("Dit mag u:\n\n" + "- zien wat wij over u schrijven\n" * 5) == []
    assert broken("Bel [naam van de functionaris, UWV, e.g. de begeleider] op {day}.") == []


def test_a_finding_says_what_to_say_instead() -> None:
    (finding,) = findings("Dient u dat te doen?", NL)
    assert finding == LanguageFinding(Rule.HARD, "Dient u", "moet u")
    assert finding.say().nl == "moeilijk woord “Dient u”, gewoon gezegd: moet u"
    assert finding.say().en == "hard word “Dient u”, plainly: moet u"
    assert findings("Ik spreek de AVG.", NL)[0].say().nl == "afkorting “AVG”: de wet over privacy"
    assert findings("Ik spreek de XYZ.", NL)[0].say().nl == "afkorting “XYZ”"


def test_a_compound_of_two_known_words_is_plain_and_of_three_is_not() -> None:
    assert broken("inschrijfformulier kinderopvang vakantie-boodschap boekenlijst zorgverzekering") == []
    assert [found for _, found in broken("zorgverzekeringsformulier")] == ["zorgverzekeringsformulier"]


def test_what_is_excepted_stands() -> None:
    for language in Language:
        for each in lists(language).excepted:
            rules = [finding.rule.value for finding in all_findings(each.found, language)]
            assert each.rule in rules, each
            assert each.rule not in [finding.rule.value for finding in findings(each.found, language)]


# ── the lists ────────────────────────────────────────────────────────────────────────────────────


def test_there_are_enough_hard_words() -> None:
    assert len(lists(NL).hard.instead) >= 500
    assert len(lists(EN).hard.instead) >= 200


@pytest.mark.parametrize("language", Language)
def test_what_to_say_instead_is_plain_itself(language: Language) -> None:
    listed = lists(language)
    for said in (listed.hard.instead, listed.abbreviations):
        for hard, plain in said.items():
            assert plain.strip(), hard
            assert all_findings(plain, language) == (), f"{hard} = {plain}"


@pytest.mark.parametrize("language", Language)
def test_every_hard_word_is_found(language: Language) -> None:
    for hard in lists(language).hard.instead:
        found = [finding.found for finding in all_findings(hard.replace("*", ""), language)]
        assert found, hard


@pytest.mark.parametrize("language", Language)
def test_no_list_says_what_another_says(language: Language) -> None:
    listed = lists(language)
    limits = listed.limits
    assert not [word for word in listed.long | listed.parts if listed.hard.pattern.fullmatch(word)]
    assert all(len(word) > limits.word or syllables(word, language) > limits.syllables for word in listed.long)
    assert not listed.friends & (listed.irregular | listed.no_passive)


@pytest.mark.parametrize("language", Language)
def test_an_exception_has_a_reason(language: Language) -> None:
    assert all(len(each.reason) > 40 and Rule(each.rule) for each in lists(language).excepted)


def test_lists_that_miss_a_table_are_refused() -> None:
    text = (RESOURCES / "language" / "plain-dutch.toml").read_text("utf-8")
    assert isinstance(read(text), Lists)
    with pytest.raises(KeyError, match="limits"):
        read(text.replace("[limits]", "[limit]"))


# ── the tables ───────────────────────────────────────────────────────────────────────────────────


def test_what_a_client_hears_is_read_from_every_kind_of_table(knowledge_db: Path) -> None:
    library = Library(knowledge_db)
    found = {
        name: {f"{language}.{field}" for language, field, _ in texts(next(iter(tables.values())))}
        for name, tables in (("item", library.items), ("barrier", library.barriers), ("drive", library.drives))
    }
    library.close()
    heard = {
        "item": ["topic", "open", "softer", "follow_up"],
        "barrier": ["ask", "step_client", "step_counselor", "variants.step", "variants.said"],
        "drive": ["ask", "step_client", "step_counselor", "variants.step", "variants.said"],
    }
    assert found == {
        name: {f"{language}.{field}" for field in fields for language in ("nl", "en")} for name, fields in heard.items()
    }


# ── the build ────────────────────────────────────────────────────────────────────────────────────

REFUSED = [
    (
        (CHECKLIST, "Hoe ziet uw week eruit?", "Wilt u participeren?"),
        ("item vraag-zorg", "nl.open", "hard word “participeren”, plainly: meedoen"),
    ),
    (
        (CHECKLIST, "Many people also look after others. Do you?", "Do you know the GDPR?"),
        ("item vraag-zorg", "en.softer", "abbreviation “GDPR”"),
    ),
    (
        (SIGNALS, "Vraagt iemand om op te passen.", "Wordt morgen gebeld."),
        ("barrier care-duties", "nl.step_client", "passive “wordt … gebeld”: say who does it"),
    ),
    (
        (SIGNALS, "Who would you like to learn with?", "What came prior to this?"),
        ("drive social-nearness", "en.ask", "hard word “prior to”, plainly: before"),
    ),
]


@pytest.mark.parametrize(("change", "problem"), REFUSED)
def test_the_build_refuses_what_is_not_plain(
    folder: ContentFolder, change: tuple[str, str, str], problem: tuple[str, str, str]
) -> None:
    folder.change(*change)
    assert folder.problems() == [(change[0], *problem)]


def test_what_a_client_does_not_hear_may_be_hard(folder: ContentFolder) -> None:
    folder.change(SIGNALS, "Gaat na of er opvang is.", "Participeert conform een UWV-voorziening.")
    assert folder.problems() == []
