"""Syllables against words that were counted by hand, and the formulas against their own definitions."""

import pytest

from guidance_kb.knowledge.authoring.readability import Figures, measure, sentences, syllables, words
from guidance_kb.language import Language
from tests.rows import rows

NL, EN = Language.NL, Language.EN

_DUTCH = """
u 1 is 1 het 1 een 1 één 1 eens 1 uw 1 nieuw 1 nieuwe 2 leeuw 1 sneeuwen 2 moeite 2 groei 1 groeien 2 mooi 1 mooie 2
draaien 2 saai 1 ei 1 huis 1 buiten 2 tuin 1 zijn 1 blij 1 altijd 2 bijzonder 3 moeilijk 2 eigenlijk 3 makkelijk 3
eerlijk 2 persoonlijke 4 avond 2 over 2 oppas 2 open 2 idee 2 ideeën 3 agenda 3 actie 2 relatie 3 familie 3 vakantie 3
informatie 4 situatie 4 organisatie 5 sollicitatie 5 motivatie 4 januari 4 radio 3 studio 3 video 3 theater 3 ideaal 3
reageren 4 geïnteresseerd 5 beïnvloeden 4 beëindigen 4 coördinatie 5 reünie 3 poëzie 3 officieel 4 financieel 4
sociaal 3 sociale 4 individueel 5 actueel 3 speciaal 3 materiaal 4 begeleiding 4 begeleider 4 mogelijkheden 5
mogelijkheid 4 gezondheid 3 zekerheid 3 vertrouwen 3 zelfvertrouwen 4 bijeenkomst 3 boodschappen 3 kinderopvang 4
kinderen 3 school 1 schrijven 2 opschrijven 3 computer 3 telefoon 3 telefoonnummer 5 internet 3 bibliotheek 4
formulier 3 formulieren 4 cursus 2 diploma 3 opleiding 3 gemeente 3 afspraak 2 afspraken 3 misschien 2 iemand 2
iedereen 3 niemand 2 weleens 2 zo'n 1 foto's 2 e-mail 2 auto 2 bureau 2 niveau 2 cadeau 2 café 2 koffie 2 yoga 2
hobby 2 baby 2 ruzie 2 oefenen 3 meedoen 2 doen 1 gaan 1 gaat 1 zaterdag 3 belangrijk 3 verantwoordelijk 5
participatie 5 arbeidsmarkt 3 onderwijs 3 gesprek 2 gesprekken 3 rekening 3 schulden 2 eerste 2 laatst 1 volgende 3
ervaring 3 Nederlands 3 Europa 3 toestemming 3 leeftijd 2 geboortedatum 5 gegevens 3 beslissen 3 uitleggen 3
uiteindelijk 4 meteen 2 opnieuw 2 helaas 2 thuis 1 koeien 2 zoiets 2 egoïst 3 ruïne 3 smeuïg 2 naïef 2 duo 2 jeugd 1
deur 1 gebeuren 3 fouten 2 oud 1 ouders 2 vrouw 1 blauw 1 lawaai 2 militair 3 2026 1
"""

_ENGLISH = """
a 1 the 1 you 1 your 1 people 2 time 1 make 1 makes 1 made 1 like 1 liked 1 wanted 2 called 1 started 2 changes 2
courses 2 wishes 2 goes 1 going 2 doing 2 saying 2 radio 3 idea 3 area 3 science 2 client 2 quiet 2 education 4
situation 4 question 2 million 2 serious 3 delicious 3 family 3 table 2 little 2 able 2 useful 2 hopeful 2 something 2
somewhere 2 everything 3 every 2 very 2 business 2 created 3 real 1 react 2 don't 1 didn't 2 couldn't 2 you're 1
it's 1 I'll 1 e-mail 2 letter 2 computer 3 library 3 guidance 2 counselor 3 conversation 4 appointment 3 understand 3
difficult 3 easy 2 studies 2 countries 2 again 2 money 2 travel 2 practise 2 opportunity 5 organisation 5 agreement 3
learn 1 learnt 1 learned 1
"""


def pairs(table: str) -> list[tuple[str, int]]:
    cells = table.split()
    return [(word, int(count)) for word, count in zip(cells[::2], cells[1::2], strict=True)]


@rows(("word", "count"), pairs(_DUTCH))
def test_dutch_syllables(word: str, count: int) -> None:
    assert syllables(word, NL) == count
    assert syllables(word.upper(), NL) == count


@rows(("word", "count"), pairs(_ENGLISH))
def test_english_syllables(word: str, count: int) -> None:
    assert syllables(word, EN) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("…", []),
        ("Een. Twee! Drie?", ["Een.", "Twee!", "Drie?"]),
        ("“Wat wilt u?” vraagt hij. Ja.", ["“Wat wilt u?”", "vraagt hij.", "Ja."]),
        ("Dit:\n\n- een ding\n- nog een", ["Dit:", "een ding", "nog een"]),
        ("Bel [naam. Of: wie?] nu.", ["Bel Xx nu."]),
        ("Op {day}: {what}.", ["Op Xx: Xx."]),
        ("Het kost 1.500 euro.", ["Het kost 1.500 euro."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_words() -> None:
    assert words("“Zo’n e-mail”, 1.500 foto's (of meer)?") == ["Zo’n", "e-mail", "1.500", "foto's", "of", "meer"]


def test_figures_are_added_up() -> None:
    text = "Wat wilt u? Ik leer graag."
    assert measure(text, NL) == Figures(2, 6, 6)
    assert measure(text, NL) + Figures(1, 2, 4) == Figures(3, 8, 10)
    assert Figures().words_a_sentence == Figures().syllables_a_word == 0


def test_the_formulas() -> None:
    figures = Figures(10, 100, 150)
    assert figures.reading_ease(NL) == pytest.approx(206.84 - 9.3 - 115.5)
    assert figures.reading_ease(EN) == pytest.approx(206.835 - 10.15 - 126.9)
    assert figures.reading_index == pytest.approx(195 - 20 - 100)
