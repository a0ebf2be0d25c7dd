"""A first and a second conversation with one client, by mouse and keys, with pictures of what the counselor sees."""

from gi.repository import Atspi
from scripts.contact_by_mouse import NAMED, NOT, mark
from scripts.counselor import Counselor
from scripts.records import add_client, begin_records

CLIENT = "K-12"
GOAL = "een diploma in de zorg"
TYPED = "geen oppas"
WORDS = "vroeger op school ging het mis"
APPOINTMENT = "kamer 4"


def walk(counselor: Counselor) -> None:
    """Walks."""
    begin_records(counselor)
    add_client(counselor, CLIENT)
    _begin(counselor)
    _first(counselor)
    _begin(counselor)
    _second(counselor)


def _begin(counselor: Counselor) -> None:
    listed = counselor.find("Cliënten", Atspi.Role.LIST)
    counselor.press(counselor.find(f"{CLIENT}. ", Atspi.Role.LIST_ITEM, listed))
    counselor.press(counselor.button("Gesprek beginnen"))
    counselor.find("Onderwerpen van het gesprek")


def _first(counselor: Counselor) -> None:
    """Consent, the goal, what the client says typed and ticked, a step agreed, an appointment, and the end."""
    counselor.picture("first-consent")
    counselor.press(counselor.button("Ja"))
    counselor.key("Shift+W")
    counselor.write(GOAL)
    counselor.key("Enter")
    items = counselor.find("Onderwerpen van het gesprek")
    counselor.key("slash")
    counselor.write(TYPED)
    counselor.picture("first-typed")
    counselor.key("Enter")
    counselor.read_at(lambda name: name.startswith("Zorg voor anderen"), "the question")
    counselor.key("Enter")
    counselor.recorded(_row(counselor, "Zorg voor anderen"), NAMED)
    counselor.key("slash")
    counselor.write(WORDS)
    counselor.key("Ctrl+Enter")
    counselor.recorded(_row(counselor, "Heeft nare ervaringen met school"), NAMED)
    for row in counselor.rows(items)[2:4]:
        mark(counselor, items, row, NAMED)
    counselor.picture("first-signals")
    _agree(counselor)
    counselor.press(counselor.button("Afronden"))
    summary = counselor.find("Samenvatting")
    _appoint(counselor, summary)
    counselor.picture("first-summary")
    _finish(counselor)


def _agree(counselor: Counselor) -> None:
    """Agrees on the first step of the first card, for this week."""
    counselor.press(counselor.button("Deze stap afspreken: Cliënt, Gaat een keer kijken"))
    counselor.key("Down")
    counselor.key("Enter")
    counselor.picture("first-agreed")


def _appoint(counselor: Counselor, summary: Atspi.Accessible) -> None:
    counselor.press(counselor.button("Afspraak maken", summary))
    counselor.picture("first-appointment")
    place = counselor.find("Kamer of adres", Atspi.Role.TEXT)
    counselor.bring(place, _page_of(counselor, place))
    counselor.press(place)
    counselor.write(APPOINTMENT)
    counselor.key("Enter")
    counselor.read(
        "the appointment is made", lambda: counselor.shown(f"({APPOINTMENT})") or counselor.shown(APPOINTMENT)
    )


def _finish(counselor: Counselor) -> None:
    summary = counselor.find("Samenvatting")
    counselor.press(counselor.button("Afronden", summary))
    counselor.press(counselor.button("Naar het dossier"))
    counselor.read("the record is shown", lambda: counselor.shown(GOAL))


def _page_of(counselor: Counselor, of: Atspi.Accessible) -> Atspi.Accessible:
    """The part that scrolls with a thing in it: the lowest that is less high than its contents."""
    above = of.get_parent()
    while counselor.box(above.get_parent()).height >= counselor.box(above).height:
        above = above.get_parent()
    return above.get_parent()


def _row(counselor: Counselor, label: str) -> Atspi.Accessible:
    items = counselor.find("Onderwerpen van het gesprek")
    return counselor.find(f"{label}", Atspi.Role.LIST_ITEM, items)


def _second(counselor: Counselor) -> None:
    """What was last time, a step that worked out, what is still so, and what is no longer an issue."""
    counselor.picture("second-last-time")
    counselor.press(counselor.find("Gelukt"))
    counselor.press(counselor.button("Nog zo"))
    counselor.read("the goal is taken over", lambda: counselor.shown(GOAL))
    counselor.key("Escape")
    care = _row(counselor, "Zorg voor anderen")
    items = counselor.find("Onderwerpen van het gesprek")
    counselor.bring(care, items)
    counselor.press(care)
    counselor.picture("second-earlier-answer")
    counselor.press(counselor.button("Niet meer"))
    counselor.recorded(care, NOT)
    school = _row(counselor, "Heeft nare ervaringen met school")
    counselor.bring(school, items)
    counselor.press(school)
    counselor.press(counselor.button("Nog zo"))
    counselor.recorded(school, NAMED)
    counselor.picture("second-signals")
    counselor.press(counselor.button("Afronden"))
    _finish(counselor)
    counselor.picture("second-record")
