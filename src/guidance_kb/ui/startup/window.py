"""The safe window, which shows why the program cannot start and offers remedies.

It uses plain Qt and no files that could be damaged: no style sheet, icons, fonts or translation.
"""

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from guidance_kb.language import Language, Text
from guidance_kb.ui.startup.cases import Case, RemedyOffer
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.layouts import add_layout

BREAK: Final = "\u200b"
"""A zero-width space, at which a line may break."""

_PARAGRAPH: Final = "\u2029"
"""The line separator in Qt's selected text."""

_PLACES: Final = re.compile(r"[\\/](?=\S)|[^\s\\/]{30}(?=\w)")
"""Places after which a line may break: a separator, or 30 characters without one, but not before a combining character."""


class BreakingLabel(QLabel):
    """A label that also wraps long paths; copied text has no invisible characters.

    Attributes:
        said: The text without the break characters.
    """

    def __init__(self) -> None:
        super().__init__(wordWrap=True)
        self.said = ""
        QGuiApplication.clipboard().dataChanged.connect(self._mend_copied)

    def say(self, text: str) -> None:
        """Show a plain text."""
        self.said = text
        self.setText(_PLACES.sub(rf"\g<0>{BREAK}", text))

    def _mend_copied(self) -> None:
        """Remove the break characters from copied text, as they would make a path invalid."""
        clipboard, chosen = QGuiApplication.clipboard(), self.selectedText().replace(_PARAGRAPH, "\n")
        if BREAK in chosen and clipboard.text() == chosen:
            clipboard.setText(chosen.replace(BREAK, ""))


_WIDE, _HIGH = 640, 420
_MARGIN, _SPACE = 28, 12
_LARGER: Final = 1.5

_COPY: Final = Text("Technisch rapport kopiëren", "Copy technical report")
_COPIED: Final = Text("Gekopieerd; er staat niets over cliënten in", "Copied; it holds nothing about clients")
_CHECK: Final = Text("Programma controleren", "Check this program")
_CHECKING: Final = Text("Controleren…", "Checking…")
_FOUND: Final = Text("Wat de controle vond", "What the check found")
_FOLDER: Final = Text("De map openen", "Open the folder")
_QUIT: Final = Text("Afsluiten", "Quit")
_OTHER: Final = Text("English", "Nederlands")
_BUSY: Final = Text("Bezig…", "Working…")


class SafeWindow(QMainWindow):
    """The safe window; it is a `QMainWindow`, so that screen readers report it as a window.

    Attributes:
        offers: The buttons of the remedies, in order.
        copy: The button that copies the technical report, with the result of the self-check if it was run.
        folder: The button that opens the folder of the case.
        check: The button that runs the self-check.
        found: The result of the self-check; hidden before it is run.

    Signals:
        chosen (RemedyOffer): A remedy was chosen.
        language_chosen (Language): The other language was chosen.

    Args:
        case: The case to show.
        language: The initial language.
        self_check: Returns the report of the self-check in a language.
        percent: The text size in percent.
    """

    chosen = Signal(object)
    language_chosen = Signal(object)

    def __init__(
        self, case: Case, language: Language, self_check: Callable[[Language], str], percent: int = 100
    ) -> None:
        super().__init__()
        self._case, self._language, self._self_check = case, language, self_check
        self.offers: dict[RemedyOffer, QPushButton] = {}
        self.title, self.text = QLabel(wordWrap=True), BreakingLabel()
        self.found = QPlainTextEdit(readOnly=True)
        self.copy, self.check, self.folder = QPushButton(), QPushButton(), QPushButton()
        self.quit, self.other = QPushButton(), QPushButton()
        scale = percent / 100
        self._enlarge(scale)
        self._lay_out(scale)
        self.copy.clicked.connect(self._copy)
        self.check.clicked.connect(self._check)
        self.folder.clicked.connect(self._open_folder)
        self.quit.clicked.connect(self.close)
        self.other.clicked.connect(self._switch)
        self.show_case(case)

    def _enlarge(self, scale: float) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPointSizeF(QFontInfo(font).pointSizeF() * scale)
        self.setFont(font)
        large = QFont(font)
        large.setPointSizeF(font.pointSizeF() * _LARGER)
        large.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(large)

    def _lay_out(self, scale: float) -> None:
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ways = QVBoxLayout()
        self._ways.addStretch(1)
        aside = QVBoxLayout()
        for button in (self.check, self.copy, self.folder):
            aside.addWidget(button)
        aside.addStretch(1)
        for ways in (self._ways, aside):
            ways.setSpacing(_SPACE)
        last = QHBoxLayout()
        last.addWidget(self.other)
        last.addStretch(1)
        last.addWidget(self.quit)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setSpacing(_SPACE)
        inner.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _SPACE)
        inner.addWidget(self.title)
        inner.addWidget(self.text)
        inner.addSpacing(_SPACE)
        across = QHBoxLayout()
        across.setSpacing(_SPACE)
        add_layout(across, self._ways, 1)
        add_layout(across, aside, 1)
        add_layout(inner, across)
        inner.addWidget(self.found, 1)
        inner.addStretch(0)
        self.found.hide()
        central = QWidget()
        self.setCentralWidget(central)
        whole = QVBoxLayout(central)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(scroll, 1)
        last.setContentsMargins(_MARGIN, _SPACE, _MARGIN, _MARGIN)
        add_layout(whole, last)
        self.resize(round(_WIDE * min(scale, _LARGER)), round(_HIGH * min(scale, _LARGER)))

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def show_case(self, case: Case) -> None:
        """Show a case, and give its first remedy the focus."""
        self._case = case
        for button in self.offers.values():
            self._ways.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = {}
        for offer in case.offers:
            made = self.offers[offer] = QPushButton()
            made.clicked.connect(partial(self.chosen.emit, offer))
            made.setAutoDefault(True)
            self._ways.insertWidget(self._ways.count() - 1, made)  # before the stretch
            made.setVisible(True)  # at once, because a hidden button cannot have the focus
        self.folder.setVisible(case.folder is not None)
        self._order()
        self.retranslate()
        self._first().setFocus()
        announce(self, self._say(case.text), urgent=True)

    def say_busy(self) -> None:
        """Show that a task of a few seconds is running."""
        self.text.say(self._say(_BUSY))
        for button in self.offers.values():
            button.setEnabled(False)
        announce(self, self.text.said)
        QApplication.processEvents()

    def _order(self) -> None:
        """Set the tab order: the text, the remedies, the tools, the rest."""
        order = (
            self.text,
            *self.offers.values(),
            self.check,
            self.copy,
            self.folder,
            self.found,
            self.other,
            self.quit,
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _first(self) -> QPushButton:
        return next(iter(self.offers.values()), self.quit)

    def retranslate(self) -> None:
        """Set every text in the language chosen here; no translator is installed in safe mode."""
        case, say = self._case, self._say
        self.setWindowTitle(f"Guidance KB – {say(case.title)}")
        self.title.setText(say(case.title))
        self.text.say("\n\n".join(say(part) for part in (case.happened, case.safe, case.todo)))
        self.text.setAccessibleName(say(case.text))
        self.setAccessibleName(say(case.title))
        self.setAccessibleDescription(say(case.text))
        for offer, button in self.offers.items():
            button.setText(say(offer.value))
        for button, text in (
            (self.copy, _COPY), (self.check, _CHECK), (self.folder, _FOLDER), (self.quit, _QUIT), (self.other, _OTHER),
        ):  # fmt: skip
            button.setText(say(text))
        self.found.setAccessibleName(say(_FOUND))

    def _say(self, text: Text) -> str:
        return text.say(self._language)

    # ── buttons ─────────────────────────────────────────────────────────────────────────────────

    def _check(self) -> None:
        self.check.setText(self._say(_CHECKING))
        self.check.repaint()
        self.found.setPlainText(self._self_check(self._language))
        self.found.show()
        self.found.setMinimumHeight(self.fontMetrics().lineSpacing() * 9)
        self.resize(max(self.width(), round(_WIDE * _LARGER)), max(self.height(), round(_HIGH * _LARGER)))
        self.check.setText(self._say(_CHECK))
        self.found.setFocus()

    def _copy(self) -> None:
        parts = [self._say(self._case.title), self._case.report, self.found.toPlainText()]
        if not any(parts[1:]):  # without an error or a self-check, run the check now, as it has the most information
            parts.append(self._self_check(self._language))
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))
        self.copy.setText(self._say(_COPIED))
        announce(self, self.copy.text())

    def _open_folder(self) -> None:
        folder = self._case.folder
        while folder is not None and not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _switch(self) -> None:
        self._language = self._language.other
        self.retranslate()
        self.language_chosen.emit(self._language)

    def showEvent(self, event: QShowEvent) -> None:
        """Announce the case, as a dialog does when it opens."""
        super().showEvent(event)
        self._first().setFocus()
        announce(self, self._say(self._case.text), urgent=True)
