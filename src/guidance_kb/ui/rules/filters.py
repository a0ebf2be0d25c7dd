"""The filters of the rules view: words, kind, and signals of the current conversation."""

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

# --- Filter values


class Sort(StrEnum):
    """The kinds of targets: drives, needs, and the categories of barriers."""

    DRIVE = "drive"
    NEED = "need"
    DISPOSITIONAL = "dispositional"
    SITUATIONAL = "situational"
    INSTITUTIONAL = "institutional"


def sort_of(rule: RuleInWords, library: Library) -> Sort | None:
    """Return the kind of a rule's target; None for a barrier that was removed from the knowledge."""
    barrier = library.barriers.get(rule.target)
    if barrier is not None:
        return Sort(barrier.category)
    return Sort(rule.kind) if rule.kind in (Sort.DRIVE, Sort.NEED) else None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The current filters.

    Attributes:
        sort: The kind; None for all.
        words: Words that a rule must contain, possibly as parts of words, in any order.
        only: The targets to show; None for all.
    """

    sort: Sort | None = None
    words: str = ""
    only: Collection[str] | None = None

    def of(self, rules: Iterable[RuleInWords], library: Library, language: Language) -> list[RuleInWords]:
        """Return the rules that match, in order."""
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
    """A search box, a button for each kind, and the number of matching rules.

    Signals:
        chosen: The user changed a filter.
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
        """Return the current filters; `showing` are the targets with a signal in the current conversation."""
        sort = next(sort for sort, made in self.sorts.items() if made.isChecked())
        return Chosen(sort, self.box.text(), showing if self.only.isChecked() else None)

    def show_showing(self, count: int) -> None:
        """Show the number of signals in the current conversation; disable the button if there are none."""
        self.only.setEnabled(count > 0)
        if not count:
            self.only.setChecked(False)
        self.only.setText(self.tr("Shows now: {count}").format(count=count))

    def show_count(self, shown: int, every: int) -> None:
        """Show the number of matching rules."""
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
