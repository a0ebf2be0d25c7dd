"""The pair tables: what must be found by each other's forms, and what must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.search.folding import words
from guidance_kb.search.stemming import Stemming, stemming

MEET_NL = """
drempel drempels · belemmering belemmeringen · kind kinderen · schoolkind schoolkinderen · stad steden · huis huizen · reis reizen
brief brieven · motief motieven · bedrijf bedrijven · drijfveer drijfveren · cursus cursussen · gevangenis gevangenissen · bus bussen
les lessen · les lesje · stap stappen · gezin gezinnen · kans kansen · mens mensen · plaats plaatsen · werkplaats werkplaatsen
grens grenzen · advies adviezen · proces processen · adres adressen · ouder ouders · oudere ouderen · volwassene volwassenen
volwassen volwassene · begeleiden begeleiding · begeleider begeleiders · begeleider begeleiding · schaamte schamen · schaamt schamen
mantelzorg mantelzorger · mantelzorger mantelzorgers · laaggeletterd laaggeletterde · laaggeletterde laaggeletterden
laaggeletterd laaggeletterdheid · werkloos werkloze · werkloze werklozen · werkloos werkloosheid · werkzoekende werkzoekenden
opleiding opleidingen · school scholen · basisschool basisscholen · schuld schulden · vrouw vrouwen · baan banen · loopbaan loopbanen
vaardigheid vaardigheden · mogelijkheid mogelijkheden · competentie competenties · organisatie organisaties
organisatie organiseren · informatie informeren · motivatie motiveren · motiveren gemotiveerd · motiveren motiveert
gemotiveerd gemotiveerde · campagne campagnes · bibliotheek bibliotheken · gemeente gemeenten · gemeente gemeentes · website websites
vacature vacatures · relatie relaties · locatie locaties · actie acties · studie studies · leraar leraren · leren leert · leren geleerd
lezen leest · lezen lees · schrijven schrijft · geven geeft · durven durft · durven durf · vertrouwen vertrouw · bereiken bereikt
bereiken bereik · betalen betaalt · betalen betaald · werken werkt · wachten wacht · kiezen keuze · zoeken gezocht
deelnemen deelname · deelname deelnemers · erkennen erkend · erkennen erkenning · scheiden gescheiden · scheiden scheiding
verslaving verslaafd · geld gelden · soort soorten · markt markten · kaart kaarten · student studenten · client clienten · cliënt cliënten
foto foto's · foto fotos · diploma diploma's · diploma diplomas · baby baby's · thema thema's · programma programma's
idee ideeën · categorie categorieën · kopie kopieën · boek boekje · huis huisje · trein treintje · lid leden · ei eieren
eenzaam eenzame · eenzaam eenzaamheid · ziekte ziektes · ziekte ziekten · gezond gezondheid · nieuwsgierig nieuwsgierigheid
financieel financiën · vrijwilliger vrijwilligers · taal talen · weg wegen · dag dagen
"""

APART_NL = """
begeleiding beleid · gezin zin · ouder ouderen · ouders oudere · gemeente mening · gezondheid zon · loop loopbaan · werk werkgever
wet weten · bezig bezit · druk drukker · geld geldig · bestaan bestand · stage staan · schuld schuilen · kunst kunnen · scholen scholing
lezen les · vrij vrijwilliger · macht mogen · deel deelnemen · mens menselijk · besluit sluiten · ontmoeten moeten
maand man · baan band · land landelijk · moed moeder · sport spoor · plan plant · dienst dienen · bod bode · klas klacht
arbeid arbeider · leer leraar · kans kan · bericht bereik · cursus curse
"""

MEET_EN = """
barrier barriers · child children · woman women · person people · counsellor counselor · counselling counseling · counsellor counselling
programme program · programmes programs · enrol enrolment · enroll enrollment · behaviour behavior · organise organize
organisation organizations · recognise recognition · centre centers · motivate motivation · motivated motivating · learn learner
learning learned · teach taught · pay paid · choose chosen · choice choose · skill skilled · train training · advise advisers
shame ashamed · policy policies · life lives · country countries · study studied · city cities · client client's · debt debts
"""

APART_EN = """
policy police · university universal · organ organise · general generation · trainee training · news new · work workshop
learn lean · skill skip · pay play · threshold hold · care career · adult adultery
"""


def pairs(text: str) -> list[tuple[str, str]]:
    found = [pair.split() for line in text.strip().splitlines() for pair in line.split(" · ")]
    return [(first, second) for first, second in found]


def stem(word: str, language: Language) -> list[str]:
    return [stemming(language).stem(part) for part in words(word)]


@pytest.mark.parametrize(("first", "second"), pairs(MEET_NL))
def test_dutch_forms_that_must_meet(first: str, second: str) -> None:
    assert stem(first, Language.NL) == stem(second, Language.NL)


@pytest.mark.parametrize(("first", "second"), pairs(APART_NL))
def test_dutch_words_that_must_stay_apart(first: str, second: str) -> None:
    assert stem(first, Language.NL) != stem(second, Language.NL)


@pytest.mark.parametrize(("first", "second"), pairs(MEET_EN))
def test_english_forms_that_must_meet(first: str, second: str) -> None:
    assert stem(first, Language.EN) == stem(second, Language.EN)


@pytest.mark.parametrize(("first", "second"), pairs(APART_EN))
def test_english_words_that_must_stay_apart(first: str, second: str) -> None:
    assert stem(first, Language.EN) != stem(second, Language.EN)


@pytest.mark.parametrize("language", list(Language))
@given(text=st.text())
def test_a_stem_is_one_word_and_never_empty(language: Language, text: str) -> None:
    for one in stemming(language).stems(words(text)):
        assert one
        assert " " not in one


@pytest.mark.parametrize("language", list(Language))
def test_the_data_is_folded(language: Language) -> None:
    data = stemming(language)
    for word in data.stop | data.negation:
        assert words(word) == [word]


def test_stop_words_and_negations_do_not_overlap() -> None:
    for language in Language:
        assert not stemming(language).stop & stemming(language).negation


def test_a_full_memory_starts_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidance_kb.search.stemming._REMEMBERED", 2)
    stemmer = Stemming(Language.EN, {})
    assert [stemmer.stem(word) for word in ("barriers", "skills", "debts", "barriers")] == [
        "barrier",
        "skill",
        "debt",
        "barrier",
    ]


def test_data_of_another_shape_is_no_data() -> None:
    assert Stemming(Language.EN, {"stop": "the", "stems": ["a"]}).stop == frozenset()
