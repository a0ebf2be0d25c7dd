"""No question may rest on a protected ground: the words, and the real conversation."""

from pathlib import Path

from guidance_kb.knowledge.authoring import fairness
from guidance_kb.knowledge.authoring.build import read_content
from guidance_kb.knowledge.library import Library
from guidance_kb.paths import RESOURCES
from tests.rows import rows

_REFUSED = """
afkomst herkomst etnische migrant migratieachtergrond immigrant geboorteland allochtoon buitenlander moedertaal vluchtelingen asielzoeker
statushouder nieuwkomers inburgering huidskleur nationaliteit paspoort verblijfsvergunning geslacht vrouw vrouwen vrouwencursus man mannen
moeder moeders vader meisje jongens zwanger zwangerschap homoseksueel leeftijd leeftijdsgrens ouderen jongeren bejaard pensioen geloof
gelovige religie religieus christelijk kerk moskee hoofddoek moslim islamitisch diagnose handicap beperking arbeidsbeperking
arbeidsongeschikt stoornis ADHD autisme dyslexie depressie verslaving uitkering bijstandsuitkering WW WIA Wajong AOW origin ethnicity
migrant refugee asylum foreigner nationality passport citizenship gender sex woman women's men's female mother pregnant age elderly youth
pensioner religion church mosque headscarf Muslim diagnosis disability disabled disorder dyslexic depression addiction illness welfare
dole race etniciteit arbeidsmigrant emigranten geboren thuisland thuistaal culturele Turkse Marokkaans Oekraïens Syrisch werkvergunning
visum Nederlander huisvrouw buurvrouw zakenvrouwen mevrouw meneer dames getrouwd alleenstaande weduwe echtgenoot seksuele geaardheid
vrouwelijk mannelijk grootmoeder bevalling kraamverlof kinderwens borstvoeding menopauze overgangsklachten hoogzwanger gepensioneerd
prepensioen vroegpensioen tieners geboortejaar 50-plusser 55+ zestigers generatie imam bidden halal koran synagoge katholiek hijab
levensovertuiging joods hindoeïsme gehandicapt arbeidsgehandicapt angststoornis hartziekte Ziektewet chronisch medicijnen burn-out burnout
overspannen PTSS psychiater kanker rolstoel doof slechthorend beperkingen lvb Wajonger Anw huurtoeslag bijstandsmoeder born homeland
racism Turkish Moroccan Ukrainian Dutchman married wife widow housewife females girlfriend grandfather breastfeeding menopausal childbirth
maternity bisexual transgender nonbinary teenager retired retirement birthday faith priest Catholic Buddhist prayers depressed burnout
medication wheelchair deaf impaired cancer psychiatrist autistic rehabilitation handicapped
laagopgeleid laagopgeleiden laaggeschoolde hoogopgeleid hoogopgeleiden hooggeschoold kortgeschoold ongeschoolden praktijkgeschoold
opleidingsniveau laaggeletterden analfabeten low-skilled unskilled highly-skilled low-educated uneducated illiterate
"""

_ALLOWED = """
zorg werk gezondheid geld schulden kinderen familie iemand niemand manier mentor management agenda pagina stage page stages
romantisch Romania accentueren Kerka Manchester human engagement language garage average voorman boycot gelooft vertrouwen
dagelijks verhaal beperkt menu moment omgeving racefiets Christophel
overgang bevallen bevalt vertrouwde heerlijk Nederlands geborgen ziek ill illustrate oud old young jong papieren skinny
messages percentage generally visual visible disagree blindelings polish Poland afspraak dolen wijze ivoor kerkhof
belief mandarin menus sextant ramen
opleiding opleidingen scholing geschoold opgeleid laaggeletterdheid literacy skilled skills educated education niveau level diploma
"""

PHRASES_REFUSED = [
    "wat is uw geboorteland",
    "waar komt u vandaan",
    "where are you from",
    "how long have you lived in the Netherlands",
    "hoe lang bent u in Nederland",
    "what is your first language",
    "are you Muslim",
    "sinds de bevalling",
    "als alleenstaande moeder",
    "bent u in de overgang",
    "since the hot flushes",
    "after giving birth",
    "hoe oud bent u",
    "how old are you",
    "for young people",
    "voor jonge ouders",
    "uw burgerlijke staat",
    "bent u ziek",
    "uw mentale gezondheid",
    "hard of hearing",
    "loopt u bij de sociale dienst",
    "krijgt u geld van het UWV",
    "do you get universal credit",
    "u bent te oud",
    "too old to learn",
    "what is your mother tongue",
    "date of birth",
    "social assistance",
    "is on benefits",
    "bent u praktisch geschoold",
    "voor wie laag opgeleid is",
    "lager opgeleide deelnemers",
    "for lower-educated people",
    "what is your level of education",
]
PHRASES_ALLOWED = [
    "de overgang naar ander werk",
    "hoe is de cursus bevallen",
    "een ziek kind thuis",
    "an ill-fitting course",
    "het is een oude brief",
    "wie komt er mee vandaag",
    "where are you now",
    "het kan te laat zijn",
    "an old habit",
    "what are the benefits of learning",
    "iets voor later",
    "belt samen het UWV",
    "het niveau van de opleiding",
    "een praktische opleiding",
    "a higher level of skill",
    "higher education",
]


@rows("word", _REFUSED.split())
@rows("sentence", ["{}", "Vraag naar {}.", "Is het ({})?", "vraag-{}-nu", "“{}”"])
def test_word_of_a_protected_ground_is_found(word: str, sentence: str) -> None:
    assert fairness.protected_word(sentence.format(word)) is not None
    assert fairness.protected_word(sentence.format(word.upper())) is not None


@rows("text", PHRASES_REFUSED)
def test_phrase_of_a_protected_ground_is_found(text: str) -> None:
    assert fairness.protected_word(f"Misschien: {text}?") is not None


@rows("text", [*_ALLOWED.split(), *PHRASES_ALLOWED, ""])
def test_other_words_are_left_alone(text: str) -> None:
    assert fairness.protected_word(f"Vraag naar {text}.") is None


def test_the_word_itself_is_told() -> None:
    assert fairness.protected_word("Vraag de Leeftijdsgrens na") == "Leeftijdsgrens"


def test_every_field_that_a_client_or_counselor_meets_is_read() -> None:
    content = read_content(RESOURCES)
    first = {"item": content.item[0], "barrier": content.barrier[0], "drive": content.drive[0]}
    fields = {name: {field for field, _ in fairness.texts(table)} for name, table in first.items()}
    variants = {
        name: {
            f"variants.{number}.{language}.{field}"
            for number, _ in enumerate(getattr(table, "variants", ()), 1)
            for language in ("nl", "en")
            for field in ("step", "said")
        }
        for name, table in first.items()
    }
    assert variants["barrier"]
    assert variants["drive"]
    asked = {"label", "topic", "open", "softer", "follow_up", "observe", "why"}
    shown = {"name", "signal", "also", "ask", "step_client", "step_counselor", "step_service"}
    built_on = {"name", "signal", "ask", "build_on", "step_client", "step_counselor"}
    for name, expected in (("item", asked), ("barrier", shown), ("drive", built_on)):
        assert fields[name] == (
            {"id"} | variants[name] | {f"{language}.{field}" for field in expected for language in ("nl", "en")}
        )


def test_the_real_conversation_rests_on_no_protected_ground(knowledge_db: Path) -> None:
    """Read from the database itself, whatever the build checked."""
    library = Library(knowledge_db)
    found = []
    for table in (*library.items.values(), *library.barriers.values(), *library.drives.values()):
        for text in (table.nl, table.en):
            for field in text._fields:
                words = "" if field in ("description", "keywords") else getattr(text, field)
                found.append((table.id, field, fairness.protected_word(words)))
        found.append((table.id, "id", fairness.protected_word(table.id)))
    library.close()
    assert len(found) > 1000
    assert [fault for fault in found if fault[2]] == []


def test_no_rule_rests_on_a_protected_ground(library: Library) -> None:
    for item in library.items.values():
        for evidence in item.evidence:
            assert fairness.protected_word(f"{item.id} {evidence.target} {item.theme}") is None
