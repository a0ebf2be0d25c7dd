"""Plans for the tests, made with a thesaurus of two concepts and no database."""

from guidance_kb.language import Language, Text
from guidance_kb.search.filters import KINDS, Names
from guidance_kb.search.plan import Field, Plan, Value
from guidance_kb.search.planner import Planner
from guidance_kb.search.stemming import stemming
from guidance_kb.search.thesaurus import Concept, Label, Thesaurus, label


def labels(language: Language, *texts: str) -> tuple[Label, ...]:
    made = [label(text, stemming(language)) for text in texts]
    return tuple(one for one in made if one is not None)


CONCEPTS = (
    Concept(
        "c-barrier",
        labels(Language.NL, "belemmering", "drempel", "barrière", "hoge drempel"),
        labels(Language.EN, "barrier", "threshold"),
    ),
    Concept(
        "c-fear",
        labels(Language.NL, "zelfvertrouwen", "hij durft niet", "bang om te falen"),
        labels(Language.EN, "confidence", "fear of failure"),
    ),
)

NAMES = Names(
    {
        Field.KIND: tuple(Value(kind, name) for kind, name in KINDS.items()),
        Field.COUNTRY: (
            Value("ireland", Text("Ierland", "Ireland")),
            Value("united-kingdom", Text("Verenigd Koninkrijk", "United Kingdom")),
        ),
    }
)

PLANNER = Planner(Thesaurus(CONCEPTS), NAMES)


def plan(query: str, language: Language = Language.NL) -> Plan:
    return PLANNER.plan(query, language)
