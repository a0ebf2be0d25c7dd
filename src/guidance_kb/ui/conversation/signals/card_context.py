"""The objects that every part of the right column needs."""

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
    """The dependencies of a card.

    Attributes:
        go_to: Selects the item with this id.
        open: Opens the entry, barrier or drive with this id in the reading pane.
    """

    services: Services
    controller: SessionController
    display_mode: DisplayMode
    agreed: AgreementDraft
    material: TargetLinks
    go_to: Callable[[str], object]
    open: Callable[[str], object]

    def label(self, item: str) -> str:
        """Return the label of an item in the current language."""
        return self.controller.checklist.items[item].text(self.services.language).label

    def name_of_answer(self, item: str, state: State) -> str:
        """Return the name of an answer outside the list: the label of the item if it was named, its topic otherwise."""
        text = self.controller.checklist.items[item].text(self.services.language)
        return name_of_answer(text.label, text.topic, state)
