"""What narrows the page of rules: words, a kind, and only what shows in the conversation in hand."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from guidance_kb.documents.rules import RuleInWords
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.names import CATEGORIES, PLURALS
from guidance_kb.language import Language
from guidance_kb.search.language.folding import fold
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.field_icons import FieldHint
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# Which of the rules are shown: by kind, by words, and only what shows in the conversation in hand.


class Sort(StrEnum):
    """Kinds of barriers, drives and needs."""

    DRIVE = "drive"
    NEED = "need"
    DISPOSITIONAL = "dispositional"
    SITUATIONAL = "situational"
    INSTITUTIONAL = "institutional"


def sort_of(rule: RuleInWords, library: Library) -> Sort | None:
    """The kind of what a rule is about; None of a barrier that is not there any more."""
    barrier = library.barriers.get(rule.target)
    if barrier is not None:
        return Sort(barrier.category)
    return Sort(rule.kind) if rule.kind in (Sort.DRIVE, Sort.NEED) else None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the reader wants to see.

    Attributes:
        sort: Of this kind only.
        words: With all of these words, or their beginnings or ends, in any order.
        only: About these targets only.
    """

    sort: Sort | None = None
    words: str = ""
    only: Collection[str] | None = None

    def of(self, rules: Iterable[RuleInWords], library: Library, language: Language) -> list[RuleInWords]:
        """The rules that are shown, in their order."""
        wanted = fold(self.words).split()
        return [
            rule
            for rule in rules
            if (self.sort is None or sort_of(rule, library) is self.sort)
            and (self.only is None or rule.target in self.only)
            and (not wanted or _has_all(fold(rule.words(language)), wanted))
        ]


def _has_all(text: str, wanted: Iterable[str]) -> bool:
    return all(word in text for word in wanted)


class Filters(TranslatedWidget, QWidget):
    """A box for words, a button a kind, and how much is left.

    Signals:
        chosen: Something else is to be shown.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = QLineEdit(maxLength=100)
        self._hint = FieldHint(self.box)
        self.only = button("", "chip", self.chosen.emit, checkable=True)
        self.sorts: dict[Sort | None, QPushButton] = {
            sort: button("", "tab", self.chosen.emit, checkable=True) for sort in (None, *Sort)
        }
        self._group, self._count = OneOf(self), label(role="caption", wrap=False)
        looking = row(spacing=10)
        looking.addWidget(self.box, 3)
        looking.addWidget(self._count, 2)
        kinds = QWidget()
        across = FlowLayout(kinds, spacing=4)
        for sort in self.sorts.values():
            self._group.addButton(sort)
            across.addWidget(sort)
        across.addWidget(self.only)
        self.sorts[None].setChecked(True)
        content = column(self, spacing=8)
        add_layout(content, looking)
        content.addWidget(kinds)
        self.box.textChanged.connect(lambda _: self.chosen.emit())
        self.setFocusProxy(self.box)
        self.retranslate()

    def choice(self, showing: Collection[str]) -> Chosen:
        """Which rules are shown; `showing` are the targets that show in the conversation in hand."""
        sort = next(sort for sort, made in self.sorts.items() if made.isChecked())
        return Chosen(sort, self.box.text(), showing if self.only.isChecked() else None)

    def show_showing(self, count: int) -> None:
        """Says how many rules show in the conversation in hand; with none of them there is nothing to choose."""
        self.only.setEnabled(count > 0)
        if not count:
            self.only.setChecked(False)
        self.only.setText(self.tr("Shows now: {count}").format(count=count))

    def show_count(self, shown: int, every: int) -> None:
        """Says how many rules are left."""
        self._count.setText(self.tr("{shown} of {all} rules").format(shown=shown, all=every))

    def retranslate(self) -> None:
        self._hint.say(self.tr("Look for a word: debts, shame, travel"), self.tr("Look for a word"))
        self.box.setAccessibleName(self.tr("Look for a word in the rules"))
        words: dict[Sort | None, str] = {
            None: self.tr("All"),
            Sort.DRIVE: as_title(PLURALS["drive"]),
            Sort.NEED: as_title(PLURALS["need"]),
            Sort.DISPOSITIONAL: as_title(CATEGORIES["dispositional"]),
            Sort.SITUATIONAL: as_title(CATEGORIES["situational"]),
            Sort.INSTITUTIONAL: as_title(CATEGORIES["institutional"]),
        }
        for sort, made in self.sorts.items():
            made.setText(words[sort])
        self.only.setToolTip(self.tr("Only what shows in this conversation"))
