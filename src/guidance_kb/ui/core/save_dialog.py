"""Asking for a file or folder without stopping the program, so that it can lock meanwhile; and saying that a file was saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.message_bar import MessageBar

Failed = Callable[[KnownError], object]


def ask_where(parent: QWidget, title: str, proposed: str, use: Callable[[Path], object], failed: Failed) -> QFileDialog:
    """Asks where to save something.

    Args:
        parent: With which the question goes.
        title: Of the dialog.
        proposed: The file name; the system may remember it, so it says nothing of a client but the code.
        use: Gets the place; nothing is made before it, so that a question that is cancelled leaves nothing.
        failed: Gets its `KnownError`.
    """
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    suffix = Path(proposed).suffix.removeprefix(".")
    dialog.setDefaultSuffix(suffix)
    dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
    dialog.selectFile(proposed)
    return _opened(dialog, use, failed)


def tell_saved(parent: QWidget, path: Path) -> None:
    """Says on the screen and aloud that a file was saved, by the name that the reader gave it; it goes to no log.

    Args:
        parent: For which it was saved: the bar for messages of its window says it.
        path: Of the file.
    """
    bar = parent.window().findChild(MessageBar)
    if bar is not None:
        bar.tell_saved(path.name)


def ask_which(parent: QWidget, title: str, suffix: str, use: Callable[[Path], object], failed: Failed) -> QFileDialog:
    """Asks for a file that is there, whose name ends on `suffix`."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"Guidance KB (*{suffix})")
    return _opened(dialog, use, failed)


def ask_folder(parent: QWidget, title: str, use: Callable[[Path], object], failed: Failed) -> QFileDialog:
    """Asks for a folder."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, use, failed)


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return QFileDialog(parent, title, documents)


def _opened(dialog: QFileDialog, use: Callable[[Path], object], failed: Failed) -> QFileDialog:
    def chosen(name: str) -> None:
        try:
            use(Path(name))
        except KnownError as error:
            failed(error)

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
