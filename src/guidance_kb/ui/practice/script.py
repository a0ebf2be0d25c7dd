"""The script of the practice conversation: the client's words, what to do, and when that is done. All of it is fictitious."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.language import Text


@dataclass(frozen=True, slots=True)
class Seen:
    """The state of the conversation that the script needs.

    Attributes:
        current: The current item.
        answers: The answers by item.
        cards: The targets with a visible signal card.
        unfolded: The targets whose card is unfolded.
        set_aside: The targets that were dismissed.
    """

    current: str | None
    answers: Mapping[str, Answer]
    cards: frozenset[str]
    unfolded: frozenset[str]
    set_aside: frozenset[str]


_NOTHING: Final = Text("", "")


@dataclass(frozen=True, slots=True)
class LessonStep:
    """A step of the script.

    Attributes:
        says: The client's words, or an observation; empty for a step about the program.
        do: The instruction for the counselor.
        learnt: The explanation, shown once the step is done.
        seen: Whether `says` is an observation.
        item: The item of the step; None for a step about a card.
        answer: The answer that completes the step; skipping sets it too, as later steps need it.
        card_done: Returns whether a step about a card is done.
        can_do: Returns whether the step can be done, as its card exists.
        do_first: The instruction while the card does not exist.
    """

    says: Text
    do: Text
    learnt: Text
    seen: bool = False
    item: str | None = None
    answer: Answer = GAP
    card_done: Callable[[Seen], bool] = lambda _: False
    can_do: Callable[[Seen], bool] = lambda _: True
    do_first: Text = _NOTHING

    def is_done(self, now: Seen) -> bool:
        """Return whether the step is done: the item has the answer, with any note, or the card is in the wanted state."""
        if self.item is None:
            return self.card_done(now)
        found = now.answers.get(self.item, GAP)
        return (found.state, found.by) == (self.answer.state, self.answer.by)


SCRIPT: Final = (
    LessonStep(
        Text(
            "Ik wil mijn kinderen kunnen helpen met hun huiswerk.",
            "I want to be able to help my children with homework.",
        ),
        Text(
            "Zoek bij “Wat iemand wil” de regel over mensen dichtbij, en druk op 1 of klik op Genoemd.",
            "Under “What someone wants”, find the line about people close by, and press 1 or click Named.",
        ),
        Text(
            "Rechts staat wat deze cliënt beweegt. Daar begint het gesprek, niet bij wat in de weg zit.",
            "On the right is what motivates this client. The conversation starts there, not with what is in the way.",
        ),
        item="vraag-dichtbij",
        answer=Answer(State.NAMED),
    ),
    LessonStep(
        Text("Koken kan ik goed. Daar vragen ze me vaak voor.", "I am a good cook. People often ask me to do it."),
        Text(
            "Tik aan dat iemand kan noemen wat goed lukt. Met ↓ en ↑ gaat u van regel naar regel.",
            "Tick that someone can name what goes well. With ↓ and ↑ you go from line to line.",
        ),
        Text(
            "Wat goed lukt komt straks op het blad voor de cliënt.",
            "What goes well will be on the page for the client.",
        ),
        item="vraag-lukt",
        answer=Answer(State.NAMED),
    ),
    LessonStep(
        Text(
            "In de avond kan ik niet weg. Dan ben ik alleen met de kinderen.",
            "I can't leave in the evenings. I am alone with them then.",
        ),
        Text(
            "Ga naar “Thuis en omstandigheden” en tik de zorg voor anderen aan.",
            "Go to “Home and circumstances” and tick caring for others.",
        ),
        Text(
            "Er kwam een signaal bij. Uw plek in de lijst bleef waar die was.",
            "A signal was added. Your place in the list stayed where it was.",
        ),
        item="vraag-zorg",
        answer=Answer(State.NAMED),
    ),
    LessonStep(
        _NOTHING,
        Text(
            "Open rechts de kaart over zorg voor kinderen of familie: klik erop, of druk op C.",
            "Open the card about caring for children or family on the right: click it, or press C.",
        ),
        Text(
            "De kaart zegt waarom die er staat, wat het ook kan zijn, wat u kunt vragen en wat helpt.",
            "The card says why it is there, what else it may be, what you can ask and what helps.",
        ),
        card_done=lambda now: "care-duties" in now.unfolded,
        can_do=lambda now: "care-duties" in now.cards,
        do_first=Text(
            "De kaart over zorg voor kinderen of familie staat er nu niet. Tik die zorg eerst aan, bij “Thuis en omstandigheden”.",
            "The card about caring for children or family is not there now. First tick that, under “Home and circumstances”.",
        ),
    ),
    LessonStep(
        Text("De cliënt vraagt: “Kunt u dit even voorlezen?”", "The client asks: “Could you read this out?”"),
        Text(
            "Dat zag u zelf. Tik bij “Taal, computer, reizen” lezen aan, en druk op O: zelf gezien.",
            "You saw that yourself. Under “Language, computer, travel”, tick reading, and press O: observed.",
        ),
        Text(
            "Wat alleen gezien is blijft een reden om te vragen, en wordt nooit een vaststelling.",
            "What was only observed stays a reason to ask, and never becomes a finding.",
        ),
        seen=True,
        item="vraag-lezen",
        answer=Answer(State.NAMED, By.OBSERVED),
    ),
    LessonStep(
        Text("Over geld praat ik liever niet.", "I would rather not talk about money."),
        Text(
            "Zet bij de kosten van een cursus: zegt liever niets. Dat is toets 3.",
            "At the costs of a course, put: would rather not say. That is key 3.",
        ),
        Text(
            "Dat geeft geen signaal. Ook wat niet besproken is, zegt niets.",
            "That raises no signal. What was not discussed says nothing either.",
        ),
        item="vraag-geld",
        answer=Answer(State.DECLINED),
    ),
    LessonStep(
        _NOTHING,
        Text(
            "Past een signaal niet bij deze cliënt? Open de kaart en zet het opzij, met een reden of zonder.",
            "Does a signal not fit this client? Open a card and set it aside, with a reason or without.",
        ),
        Text(
            "Het blijft weg tot er iets nieuws bijkomt. Met Ctrl+Z haalt u elke stap terug.",
            "It stays away until something new comes up. Ctrl+Z takes any step back.",
        ),
        card_done=lambda now: bool(now.set_aside),
        can_do=lambda now: bool(now.cards - now.set_aside),
        do_first=Text(
            "Er staat nu geen kaart. Tik eerst iets aan wat de cliënt noemt; zet daarna de kaart opzij die erbij komt.",
            "There is no card now. First tick something that the client names; then set aside the card that comes with it.",
        ),
    ),
)
"""The steps in order. Items answered in advance count, so that the user need not wait for the script."""
