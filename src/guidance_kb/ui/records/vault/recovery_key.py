"""The widget for a new recovery key: it is shown once, printed or saved, and confirmed by retyping two of its groups."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from guidance_kb.casebook.vault.recovery import check_groups, groups_to_retype
from guidance_kb.documents.recovery_sheet import recovery_sheet
from guidance_kb.errors import KnownError
from guidance_kb.ui.core import printing
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, card, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout, clear
from guidance_kb.ui.widgets.secret_line import SecretLine
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_IN_A_ROW = 4
"""The number of groups in a row."""


class RecoveryKey(TranslatedWidget, QWidget):
    """Shows a new recovery key to print or save, then hides it and asks to retype two of its groups.

    Attributes:
        key: The key; empty if there is none to show.
        print, save: The buttons that print the key and save it as PDF.
        saved: The message that the PDF was saved.
        fields: The fields for the two groups.
        look_again: The button that shows the key again.

    Signals:
        changed: The other part is shown, or a field changed.
        entered: Return was pressed and both groups are correct.
        failed (KnownError): The PDF could not be saved.
    """

    changed = Signal()
    entered = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.key = ""
        self._asked: tuple[int, int] = (1, 2)
        self._why = label()
        self._grid = QGridLayout()
        self.print = button("", "", self._print_it)
        self.save = button("", "", self._save_it)
        self.saved, self._careful = label(role="soft"), label(role="caption")
        self.saved.hide()
        self._ask = label()
        self._names = (label(role="strong"), label(role="strong"))
        self.fields = (SecretLine(shown=True), SecretLine(shown=True))
        self._right = label(role="soft")
        self.look_again = button("", "link", lambda: self.show_part(retyping=False))
        self._parts = (self._showing(), self._retyping())
        whole = column(self)
        for part in self._parts:
            whole.addWidget(part)
        self._parts[1].hide()
        self.retranslate()

    def _showing(self) -> QWidget:
        part = QWidget()
        inside = column(part, spacing=12)
        inside.addWidget(self._why)
        add_layout(inside, self._grid)
        across = row(spacing=10)
        across.addWidget(self.print)
        across.addWidget(self.save)
        across.addStretch(1)
        add_layout(inside, across)
        inside.addWidget(self.saved)
        inside.addWidget(self._careful)
        return part

    def _retyping(self) -> QWidget:
        part = QWidget()
        inside = column(part, spacing=8)
        inside.addWidget(self._ask)
        for name, field in zip(self._names, self.fields, strict=True):
            field.setMaxLength(16)
            field.textChanged.connect(self._look)
            inside.addWidget(name)
            inside.addWidget(field)
        self.fields[0].returnPressed.connect(self.fields[1].setFocus)
        self.fields[1].returnPressed.connect(lambda: self.entered.emit() if self.is_confirmed else None)
        inside.addWidget(self._right)
        inside.addWidget(self.look_again)
        return part

    @property
    def is_retyping(self) -> bool:
        """Whether the key is hidden and its groups are asked for."""
        return self._parts[0].isHidden()

    @property
    def asked(self) -> tuple[int, int]:
        """The numbers of the groups to retype, from 1."""
        return self._asked

    @property
    def is_confirmed(self) -> bool:
        """Whether both groups were retyped correctly."""
        typed = {number: field.text() for number, field in zip(self._asked, self.fields, strict=True)}
        return self.is_retyping and check_groups(self.key, typed)

    def show_key(self, key: str) -> None:
        """Show a new key; an empty text removes the key."""
        self.key, self._asked = key, groups_to_retype()
        clear(self._grid)
        for at, group in enumerate(key.split("-") if key else ()):
            self._grid.addWidget(self._group(at + 1, group), at // _IN_A_ROW, at % _IN_A_ROW)
        self.saved.hide()
        self.show_part(retyping=False)

    def show_part(self, *, retyping: bool) -> None:
        """Show the key, or hide it and ask for its groups."""
        for field in self.fields:
            field.setText("")
        self._parts[0].setHidden(retyping)
        self._parts[1].setVisible(retyping)
        self.retranslate()
        if retyping:
            self.fields[0].setFocus()

    def _group(self, number: int, group: str) -> QWidget:
        made = card("note")
        inside = column(made, spacing=2, margins=(10, 6, 10, 8))
        inside.addWidget(label(str(number), "caption"))
        shown = label(group, "heading", wrap=False)
        shown.setAccessibleName(f"{number}: {' '.join(group)}")
        inside.addWidget(shown)
        return made

    def _html(self) -> str:
        return recovery_sheet(self.key, datetime.now().astimezone().date(), self._services.language)

    def _print_it(self) -> None:
        printing.print_page(self, self._html)

    def _save_it(self) -> None:
        try:
            if printing.save_page(self, self._html, self.tr("recovery-key.pdf")):
                self.saved.show()
                announce(self, self.saved.text())
        except KnownError as error:
            self.failed.emit(error)

    def _look(self) -> None:
        typed = all(field.text().strip() for field in self.fields)
        right = self.tr("That is right.") if self.is_confirmed else self.tr("Not right yet: look at the paper.")
        self._right.setText(right if typed else "")
        self.changed.emit()

    def retranslate(self) -> None:
        self._why.setText(
            self.tr(
                "This key opens your records when you have forgotten the passphrase. It is shown this once and kept "
                "nowhere. Put it on paper and keep that locked away, not near this computer."
            )
        )
        self.print.setText(self.tr("Print…"))
        self.save.setText(self.tr("Save as PDF…"))
        self.saved.setText(self.tr("The PDF is saved."))
        self._careful.setText(
            self.tr(
                "A PDF on this computer is a key left beside the lock: move it elsewhere and remove it here. Writing the "
                "key down works too."
            )
        )
        self._ask.setText(
            self.tr("Take the paper, and type in two groups from it. Then you know for certain that it is right.")
        )
        for number, name, field in zip(self._asked, self._names, self.fields, strict=True):
            text = self.tr("Group %1").replace("%1", str(number))
            name.setText(text)
            field.setAccessibleName(text)
        self.look_again.setText(self.tr("Show the key once more"))
        self._look()
