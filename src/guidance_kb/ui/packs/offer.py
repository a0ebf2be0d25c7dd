"""The panel of an inspected pack: its content and the version it replaces, or the reasons for its refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

from PySide6.QtCore import QDate, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.knowledge.model import Kind, Pack
from guidance_kb.knowledge.names import KINDS, PACK_TABLES, PLURALS
from guidance_kb.language import Text
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title, in_sentence
from guidance_kb.ui.widgets.basics import button, card, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout, clear
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.knowledge.packs.summary import PackSummary


# --- Texts


class PackWords(QObject):
    """Texts about packs; a QObject for the sake of `tr`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def several(self, kind: str) -> str:
        """Return the plural of a kind that a pack can contain, for headings."""
        others = {
            "section": as_title(PACK_TABLES["section"]),
            "work": self.tr("Publications"),
            "concept": self.tr("Search words"),
        }
        return others[kind] if kind in others else as_title(PLURALS[_known(kind)])

    def counted(self, counts: Mapping[str, int]) -> str:
        """Return the content of a pack in one line: `2 addresses, 1 finding`."""
        return ", ".join(f"{QLocale().toString(count)} {self._counted(kind, count)}" for kind, count in counts.items())

    def _counted(self, kind: str, count: int) -> str:
        one = {
            "section": self.tr("part of its own sources"),
            "work": self.tr("publication"),
            "concept": self.tr("search word"),
        }
        if count > 1:
            return self.several(kind).lower()
        return one[kind] if kind in one else in_sentence(KINDS[_known(kind)])

    def made(self, pack: Pack) -> str:
        """Return the publisher and the date of a pack in one line."""
        day = QDate.fromString(pack.date, Qt.DateFormat.ISODate)
        return f"{pack.publisher} · {QLocale().toString(day, 'd MMMM yyyy')}"

    def contact(self, pack: Pack) -> str:
        """Return the licence and the contact for mistakes of a pack in one line."""
        text = self.tr("Licence: %1 · Report mistakes: %2")
        return text.replace("%1", pack.licence).replace("%2", pack.contact)


def _known(kind: str) -> Kind:
    return next(known for known in get_args(Kind) if known == kind)


# --- Titles of the content


FIRST: Final = 5
"""Number of titles of a kind shown at first."""

MOST: Final = 300
"""Maximum number of titles of a kind shown after unfolding; the others are counted."""


class Titles(TranslatedWidget, QWidget):
    """The titles of one kind."""

    def __init__(self, kind: str, titles: Sequence[Text], services: Services) -> None:
        super().__init__()
        self._kind, self._titles, self._services = kind, titles, services
        self._words = PackWords(self)
        self._all = False
        self._heading, self._list, self._rest = label(role="strong"), label(), label(role="soft")
        self.unfold = button("", "link", self._unfold)
        whole = column(self, spacing=2)
        for widget in (self._heading, self._list, self._rest, self.unfold):
            whole.addWidget(widget)
        self.retranslate()

    @property
    def text(self) -> str:
        """The heading and the shown titles."""
        return f"{self._heading.text()}\n{self._list.text()}"

    def _unfold(self) -> None:
        self._all = True
        self.retranslate()

    def retranslate(self) -> None:
        shown = self._titles[: MOST if self._all else FIRST]
        more = len(self._titles) - len(shown)
        several = self._words.several(self._kind)
        self._heading.setText(f"{several} · {QLocale().toString(len(self._titles))}")
        self._list.setText("\n".join(f"–  {self._services.say(title)}" for title in shown))
        self.unfold.setText(self.tr("%1 more").replace("%1", QLocale().toString(more)))
        self.unfold.setAccessibleName(f"{several}: {self.unfold.text()}")
        self.unfold.setVisible(more > 0 and not self._all)
        self._rest.setText(self.tr("and %1 more").replace("%1", QLocale().toString(more)))
        self._rest.setVisible(more > 0 and self._all)


def titles(brought: Mapping[str, Sequence[Text]], services: Services) -> list[Titles]:
    """Return a widget for each kind."""
    return [Titles(kind, found, services) for kind, found in brought.items()]


_SHOWN: Final = 1000
"""Maximum number of problems shown; the copy button copies all."""

_LINES: Final = 9
"""Maximum number of problem lines visible without scrolling."""


class PackOffer(TranslatedWidget, QFrame):
    """The panel of an inspected pack; hidden if there is none.

    Signals:
        accepted: The user asked to add the pack.
        put_away_chosen: The user closed the panel without adding the pack.
    """

    accepted = Signal()
    put_away_chosen = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setProperty("active", "true")  # a string, because the style sheet compares strings
        self._services, self._words = services, PackWords(self)
        self._inspection: PackSummary | None = None
        self._name, self._made = label(role="heading"), label(role="caption")
        self._description, self._contact = label(), label(role="caption")
        self._replaces, self._ignored = label(role="strong"), label(role="caption")
        self._untranslated = label(role="strong")
        self._titles = column(spacing=10)
        self._refusal = card("note")
        self._why = label(role="strong")
        self.problems = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.problems.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy = button("", "", self._copy)
        self.add = button("", "primary", self.accepted.emit)
        self.leave = button("", "", self.put_away_chosen.emit)
        self._lay_out()
        self.hide()
        services.theme.changed.connect(self._size_problems)

    def _lay_out(self) -> None:
        whole = column(self, spacing=10, margins=(18, 16, 18, 16))
        refusal = column(self._refusal, spacing=8, margins=(14, 12, 14, 12))
        refusal.addWidget(self._why)
        refusal.addWidget(self.problems)
        refusal.addWidget(self.copy)
        head = column(spacing=2)
        head.addWidget(self._name)
        head.addWidget(self._made)
        add_layout(whole, head)
        for widget in (self._refusal, self._description, self._replaces, self._untranslated):
            whole.addWidget(widget)
        add_layout(whole, self._titles)
        whole.addWidget(self._ignored)
        whole.addWidget(self._contact)
        choices = row()
        choices.addWidget(self.add)
        choices.addWidget(self.leave)
        choices.addStretch(1)
        add_layout(whole, choices)

    # --- Display

    def show_inspection(self, inspection: "PackSummary") -> None:
        """Show an inspected pack; focus the add button, or the problems if it is refused."""
        self._inspection = inspection
        clear(self._titles)
        if not inspection.problems:
            for part in titles(inspection.titles, self._services):
                self._titles.addWidget(part)
        self.retranslate()
        self.show()
        (self.problems if inspection.problems else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems found while adding, because the pack changed since its inspection."""
        if self._inspection is not None:
            self.show_inspection(replace(self._inspection, problems=tuple(problems)))

    def put_away(self) -> None:
        """Close the panel."""
        self._inspection = None
        clear(self._titles)
        self.problems.clear()
        self.hide()

    @property
    def refusal(self) -> str:
        """The reasons for the refusal, one per line."""
        problems = self._inspection.problems if self._inspection else ()
        return "\n".join(problem.say(self._services.language) for problem in problems)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.refusal)
        self.copy.setText(self.tr("Copied"))

    def retranslate(self) -> None:
        if self._inspection is None:
            return
        found, say = self._inspection, self._services.say
        pack, refused = found.pack, bool(found.problems)
        self._name.setText(f"{say(pack.name)} {pack.version}" if pack else self.tr("A pack that cannot be read"))
        self._made.setText(self._words.made(pack) if pack else "")
        self._description.setText(say(pack.description) if pack else "")
        self._contact.setText(self._words.contact(pack) if pack else "")
        self._replaces.setText(self._replaced(found))
        self._untranslated.setText(self._in_one_language(found))
        ignored = ", ".join(found.ignored)
        self._ignored.setText(self.tr("Not read, and not taken over: %1").replace("%1", ignored) if ignored else "")
        texts = (self._made, self._description, self._contact, self._replaces, self._untranslated, self._ignored)
        for widget in texts:
            widget.setVisible(bool(widget.text()))
        self._retranslate_refusal(found.problems)
        self.add.setText(self.tr("Replace") if found.replaces else self.tr("Add this pack"))
        self.add.setVisible(not refused)
        self.leave.setText(self.tr("Close") if refused else self.tr("Do not add"))
        self.setAccessibleName(self._name.text())

    def _replaced(self, found: "PackSummary") -> str:
        if found.problems or not found.replaces or not found.pack:
            return ""
        if found.replaces == found.pack.version:
            return self.tr("This version is installed already. What it brings now takes its place.")
        return self.tr("Takes the place of version %1, which is installed now.").replace("%1", found.replaces)

    def _in_one_language(self, found: "PackSummary") -> str:
        if found.problems or not found.untranslated:
            return ""
        told = self.tr("In one language only: %1. In the other, they say that they are not translated.")
        return told.replace("%1", QLocale().toString(found.untranslated))

    def _retranslate_refusal(self, problems: Sequence[Problem]) -> None:
        self._refusal.setVisible(bool(problems))
        why = self.tr("This pack is not let in (reasons: %1). Nothing was changed.")
        self._why.setText(why.replace("%1", QLocale().toString(len(problems))))
        lines = self.refusal.splitlines()
        if len(lines) > _SHOWN:
            more = self.tr("… and %1 more; “Copy the reasons” copies all").replace(
                "%1", QLocale().toString(len(lines) - _SHOWN)
            )
            lines = [*lines[:_SHOWN], more]
        self.problems.setPlainText("\n".join(lines))
        self.problems.setAccessibleName(self.tr("Why the pack is refused"))
        self.copy.setText(self.tr("Copy the reasons"))
        self._size_problems()

    def _size_problems(self) -> None:
        """Set the height to the number of problems, within limits."""
        lines = min(max(self.problems.blockCount() + 1, 3), _LINES)
        self.problems.setFixedHeight(lines * self.problems.fontMetrics().lineSpacing() + self._services.theme.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away_chosen.emit()
        else:
            super().keyPressEvent(event)
