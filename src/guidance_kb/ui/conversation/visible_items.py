"""Which items the list holds: the ten-minute list, what an answer opened, and what was unfolded by hand (product.md, C4)."""

from collections.abc import Container, Iterable
from itertools import chain

from guidance_kb.conversation.checklist import Checklist


class VisibleItems:
    """Which items are shown, and in which order. What is shown goes away only by hand, or with the conversation.

    Attributes:
        core_only: Whether the ten-minute list is shown, and not everything.
        opened: The deeper items that an answer made worthwhile.
        unfolded: The headings whose deeper items were unfolded by hand.
        by_theme: The items under each heading in the order shown: the deeper ones below the core ones.
    """

    def __init__(self, checklist: Checklist) -> None:
        self._items = checklist.items
        self.by_theme = {
            theme: tuple(item.id for item in sorted(checklist.of_theme(theme), key=lambda item: not item.core))
            for theme in checklist.themes
        }
        self.core_only = True
        self.begin_again()

    def begin_again(self) -> None:
        """Another conversation: nothing is opened yet. How much is shown at least stays as it is."""
        self.opened: frozenset[str] = frozenset()
        self.unfolded: frozenset[str] = frozenset()

    def shows(self, item: str, answered: Container[str]) -> bool:
        """Whether an item is in the list: an item that was answered always is."""
        known = self._items[item]
        return (
            not self.core_only or known.core or item in answered or item in self.opened or known.theme in self.unfolded
        )

    def shown(self, answered: Container[str]) -> list[str]:
        """The items in the list, in its order."""
        return [item for item in chain.from_iterable(self.by_theme.values()) if self.shows(item, answered)]

    def folded(self, theme: str, answered: Container[str]) -> int:
        """How many items under a heading are not shown."""
        return sum(not self.shows(item, answered) for item in self.by_theme[theme])

    def show_core_only(self, core_only: bool) -> bool:  # noqa: FBT001 - as the slot that calls it
        """Shows the ten-minute list, with nothing unfolded by hand, or everything; returns whether that changes anything."""
        changes = core_only != self.core_only or (core_only and bool(self.unfolded))
        self.core_only, self.unfolded = core_only, frozenset()
        return changes

    def unfold(self, theme: str, *, unfolded: bool) -> bool:
        """Shows the deeper items under a heading, or no longer; returns whether that changes anything."""
        before = self.unfolded
        self.unfolded = before | {theme} if unfolded else before - {theme}
        return self.unfolded != before

    def open(self, items: Iterable[str]) -> bool:
        """Shows these deeper items too; returns whether that changes anything."""
        before = self.opened
        self.opened = before | frozenset(items)
        return self.opened != before
