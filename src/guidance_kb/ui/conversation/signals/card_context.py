"""What every part of the right column needs."""

from collections.abc import Callable
from dataclasses import dataclass

from guidance_kb.conversation.answers import State, name_of_answer
from guidance_kb.knowledge.target_links import TargetLinks
from guidance_kb.ui.conversation.agreements.agreement import AgreementDraft
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.display_mode import DisplayMode
from guidance_kb.ui.core.services import Services


@dataclass(frozen=True, slots=True)
class CardContext:
    """The surroundings of a card.

    Attributes:
        go_to: Takes the item with this id in hand.
        open: Opens the entry, barrier or drive with this id in the reading pane.
    """

    services: Services
    controller: SessionController
    calm: DisplayMode
    agreed: AgreementDraft
    material: TargetLinks
    go_to: Callable[[str], object]
    open: Callable[[str], object]

    def label(self, item: str) -> str:
        """The label of an item in the language now in force."""
        return self.controller.checklist.items[item].text(self.services.language).label

    def name_of_answer(self, item: str, state: State) -> str:
        """What an answer to an item is called outside the list: by its label only where that was named."""
        text = self.controller.checklist.items[item].text(self.services.language)
        return name_of_answer(text.label, text.topic, state)
