"""Non-blocking file dialogs, so that the program can lock meanwhile, and the message that a file was saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from guidance_kb.errors import KnownError
from guidance_kb.ui.core.message_bar import MessageBar

Failed = Callable[[KnownError], object]


def ask_where(parent: QWidget, title: str, proposed: str, use: Callable[[Path], object], failed: Failed) -> QFileDialog:
    """Ask for a file to save to.

    Args:
        parent: The parent of the dialog.
        title: The title of the dialog.
        proposed: The proposed file name; the system may remember it, so its only client data is the client code.
        use: Receives the path; no file is created before, so that a cancelled dialog leaves none.
        failed: Receives a `KnownError` that `use` raises.
    """
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    suffix = Path(proposed).suffix.removeprefix(".")
    dialog.setDefaultSuffix(suffix)
    dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
    dialog.selectFile(proposed)
    return _opened(dialog, use, failed)


def tell_saved(parent: QWidget, path: Path) -> None:
    """Show and announce that a file was saved, with its name and folder, which are not logged.

    Args:
        parent: A widget in the window whose message bar is used.
        path: The saved file.
    """
    bar = parent.window().findChild(MessageBar)
    if bar is not None:
        bar.tell_saved(path)


def ask_which(parent: QWidget, title: str, suffix: str, use: Callable[[Path], object], failed: Failed) -> QFileDialog:
    """Ask for an existing file whose name ends with `suffix`."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"Guidance KB (*{suffix})")
    return _opened(dialog, use, failed)


def ask_folder(parent: QWidget, title: str, use: Callable[[Path], object], failed: Failed) -> QFileDialog:
    """Ask for a folder."""
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
