"""The start of the program with the main window, or with the safe window if that fails. Its imports are few, as every start needs them."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from guidance_kb import paths
from guidance_kb.doctor.package_files import NEEDED, WANTED, missing
from guidance_kb.doctor.places import refusal
from guidance_kb.errors import KnownError
from guidance_kb.ui.core import error_reports
from guidance_kb.ui.core.casebook_service import Changes
from guidance_kb.ui.core.settings import Scheme, SettingsFile
from guidance_kb.ui.look.theme import chosen
from guidance_kb.ui.shell.single_instance import SingleInstance

if TYPE_CHECKING:
    from guidance_kb.language import Language
    from guidance_kb.ui.shell.window import MainWindow
    from guidance_kb.ui.startup.cases import Case, RemedyOffer
    from guidance_kb.ui.startup.window import SafeWindow


def rebuilt() -> Path | None:
    """Rebuild the knowledge database from the texts of the program.

    Return None if the program's own database was replaced. If its folder is not writable, build it in the user's data folder and return
    that path.

    Raises:
        KnownError: The texts of the program are damaged, or neither folder is writable.
    """
    from guidance_kb.knowledge.authoring.build import build  # noqa: PLC0415 - not needed by a normal start
    from guidance_kb.search.index.index import add_index  # noqa: PLC0415

    elsewhere = paths.data_folder() / "rebuilt" / "knowledge.db"
    for target in (paths.knowledge_database(), elsewhere):
        try:
            build(paths.RESOURCES, paths.SQL / "knowledge.sql", target, add_index)
        except KnownError:
            if target == elsewhere:
                raise
        else:
            return None if target != elsewhere else elsewhere
    return None


def plain(application: QApplication, scheme: Scheme) -> None:
    """Set the palette of the application to the chosen scheme, for the safe window, which has no style sheet."""
    hints = application.styleHints()
    contrast = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    tokens = chosen(scheme, dark=hints.colorScheme() is Qt.ColorScheme.Dark, contrast=contrast)
    palette, role = QPalette(), QPalette.ColorRole
    for where, colour in (
        (role.Window, tokens.canvas),
        (role.Base, tokens.surface),
        (role.Button, tokens.surface),
        (role.Highlight, tokens.accent),
        (role.Accent, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(where, QColor(tokens.ink))
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.faint))
    application.setPalette(palette)


_PORTABLE: Final = KnownError(
    "Dit programma is draagbaar: ook uw dossiers staan bij het programma en reizen mee met de map. Ze zijn versleuteld. Bewaar de stick "
    "veilig en maak een reservekopie op een andere plek.",
    "This program is portable: your records too stand beside the program and travel with the folder. They are encrypted. Keep the stick "
    "safe and make a backup elsewhere.",
)
_LETTERS: Final = KnownError(
    "Er ontbreken bestanden van het programma: het lettertype of de Nederlandse vertaling. Uw gegevens zijn veilig en alles werkt. "
    "Installeer het programma opnieuw.",
    "Files of the program are missing: its font or the Dutch translation. Your data are safe and everything works. Install the program "
    "again.",
)


class SafeStart:
    """A start of the program. `begin` shows either `window` or `safe`, or neither if another window was raised instead.

    Attributes:
        window: The main window.
        safe: The safe window.
        told: The messages that the main window must show.
        failed: Whether the latest attempt did not reach the main window.

    Args:
        application: The Qt application.
        settings: The settings file, after it was checked.
        named: The knowledge database named on the command line, or None.
        open_window: Creates the main window for a named database, or for the program's own with the packs (None).
        shows: Whether a safe window may be shown; otherwise the case is only printed.
    """

    def __init__(
        self,
        application: QApplication,
        settings: SettingsFile,
        named: Path | None,
        open_window: "Callable[[Path | None], MainWindow]",
        *,
        shows: bool = True,
    ) -> None:
        self.window: MainWindow | None = None
        self.safe: SafeWindow | None = None
        self.told: list[KnownError] = []
        self.failed = self._is_called = False
        self._application, self._settings, self._database = application, settings, named
        self._open_window, self._shows = open_window, shows
        self._only = SingleInstance(paths.data_folder(), application)
        self._reads_only = self._without_packs = False
        self._language: Language | None = None
        self._case: Case | None = None
        self._reminder: KnownError | None = None

    def begin(self) -> None:
        """Start, or show why the start failed. It never raises."""
        try:
            case = self._in_the_way()
            if case is None and not self._is_called:
                self.window = self._open_window(self._wanted)
        except Exception as error:  # noqa: BLE001 - the safe window shows it
            case = self._of(error)
        self.failed = case is not None
        if case is not None:
            self._say(case)
        elif self.window is not None:
            self._show(self.window)
        elif self.safe is not None:  # on this attempt the other window answered
            self.safe.close()
            self.safe = None

    def close(self) -> None:
        """Release the lock, so that another start can open a window."""
        self._only.release()

    # ── obstacles ───────────────────────────────────────────────────────────────────────────────

    def _in_the_way(self) -> "Case | None":
        self._is_called = False
        if gone := missing(NEEDED):
            from guidance_kb.ui.startup.cases import missing_files  # noqa: PLC0415

            return missing_files(gone, paths.RESOURCES)
        self.told = [*([self._reminder] if self._reminder else []), *([_LETTERS] if missing(WANTED) else [])]
        if paths.portable_folder() is not None:
            self.told.append(_PORTABLE)
        if self._reads_only:
            return None
        refused = refusal(paths.data_folder())
        if refused is not None:
            from guidance_kb.ui.startup.cases import cannot_keep  # noqa: PLC0415

            return cannot_keep(refused, paths.data_folder(), portable=paths.portable_folder() is not None)
        return self._another_window()

    def _another_window(self) -> "Case | None":
        """Call the window that is open already, if any; return a case if it does not answer."""
        if not paths.casebook_folder().exists() or self._only.take():
            return None
        self._is_called = self._only.call_first()
        if self._is_called:
            return None
        from guidance_kb.ui.startup.cases import NO_ANSWER  # noqa: PLC0415

        return NO_ANSWER

    def _of(self, error: Exception) -> "Case":
        """Return the case of an error that prevented the main window from opening."""
        from guidance_kb.ui.startup.cases import no_knowledge, unforeseen  # noqa: PLC0415

        known, packs = error_reports.as_known(error), self._uses_packs
        if isinstance(error, KnownError):
            named, database = self._database is not None, self._wanted or paths.knowledge_database()
            return no_knowledge(known, database, named=named, packs=packs)
        return unforeseen(known, packs=packs)

    @property
    def _wanted(self) -> Path | None:
        return paths.knowledge_database() if self._without_packs and self._database is None else self._database

    @property
    def _uses_packs(self) -> bool:
        """Whether packs may be the cause."""
        return self._wanted is None and paths.packs_folder().exists()

    def _take_when_opened(self, what: Changes) -> None:
        """Take the lock of the only window once a casebook exists."""
        if Changes.STATE in what:
            self._only.take()

    # ── the two windows ─────────────────────────────────────────────────────────────────────────

    def _show(self, window: "MainWindow") -> None:
        error_reports.tell_all(window.tell)
        self._only.called.connect(window.come_forward)
        if not self._reads_only:
            window.services.casebook.changed.connect(self._take_when_opened)
        window.place.take()
        window.show()
        for error in self.told:
            window.note(error)
        if self.safe is not None:  # after showing the main window, because Qt quits when the last window closes
            self.safe.close()
            self.safe = None

    def _say(self, case: "Case") -> None:
        """Show the safe window, and print its text."""
        settings = self._settings.read()
        language = self._language or settings.language
        self._case = case
        if sys.stderr is not None:  # a packaged program may have no console
            sys.stderr.write(f"{case.text.say(language)}\n")
        if not self._shows:
            return
        if self.safe is not None:
            self.safe.show_case(case)
            return
        from guidance_kb.ui.startup.window import SafeWindow  # noqa: PLC0415

        plain(self._application, settings.scheme)
        self.safe = SafeWindow(case, language, self._self_check, settings.text_size)
        self.safe.chosen.connect(self.choose)
        self.safe.language_chosen.connect(self._set_language)
        self.safe.show()

    def _set_language(self, language: "Language") -> None:
        self._language = language

    def _self_check(self, language: "Language") -> str:
        """Return the report of the self-check."""
        from guidance_kb.doctor.report import as_text, checks  # noqa: PLC0415
        from guidance_kb.reports import ErrorFile  # noqa: PLC0415
        from guidance_kb.ui.doctor import self_check  # noqa: PLC0415

        found = [*checks(lambda: self._wanted or paths.knowledge_database()), *self_check.checks()]
        return as_text(found, language, ErrorFile(paths.error_file()))

    # ── remedies ────────────────────────────────────────────────────────────────────────────────

    def choose(self, offer: "RemedyOffer") -> None:
        """Apply a remedy."""
        from guidance_kb.ui.startup.cases import RemedyOffer  # noqa: PLC0415

        match offer:
            case RemedyOffer.START:
                self._reads_only = True
                reminder = self._case.reminder if self._case else None
                self._reminder = KnownError(*reminder) if reminder else None
            case RemedyOffer.WITHOUT_PACKS:
                self._without_packs = True
            case RemedyOffer.OWN:
                self._database = None
            case RemedyOffer.CHOOSE:
                if not self._choose_database():
                    return
            case RemedyOffer.REBUILD:
                self._rebuild()
                return
            case RemedyOffer.AGAIN:
                self._reads_only, self._reminder = False, None
        self.begin()

    def _choose_database(self) -> bool:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        chosen, _ = QFileDialog.getOpenFileName(self.safe, "Guidance KB", str(Path.home()), "*.db")
        if chosen:
            self._database = Path(chosen)
        return bool(chosen)

    def _rebuild(self) -> None:
        """Rebuild the knowledge database and start again."""
        if self.safe is not None:
            self.safe.say_busy()
        try:
            self._database = rebuilt()
        except Exception as error:  # noqa: BLE001 - as above
            self._say(self._of(error))
        else:
            self.begin()
