"""Printing and PDF of what `documents` wrote; the only place that knows a printer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QStandardPaths
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.form import empty_form, filled_form
from guidance_kb.errors import KnownError
from guidance_kb.ui.services import Services

_TITLE = "Guidance KB"
"""What printer queues and PDF readers call the form: nothing of the client."""

_MARGIN = 4
"""The margin of a page in millimetres; Qt adds two centimetres and a page number of its own."""


def form_html(services: Services, session: Session | None) -> str:
    """The form of a conversation, or the empty form for paper, as HTML."""
    if session is None:
        return empty_form(services.library, Checklist.of(services.library), services.language)
    return filled_form(services.library, session, services.language)


def print_form(parent: QWidget, services: Services, session: Session | None) -> None:
    """Asks for a printer and prints the form; it is made in memory."""
    print_page(parent, lambda: form_html(services, session))


def print_page(parent: QWidget, html: Callable[[], str]) -> bool:
    """Asks for a printer and prints a page on it. Returns whether it was sent."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_TITLE)
    _on_a4(printer)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    _document(html()).print_(printer)
    return True


def save_form(parent: QWidget, services: Services, session: Session | None) -> None:
    """Asks for a place and saves the form there as PDF; the name that is proposed says nothing of the client.

    Raises:
        KnownError: The PDF cannot be written.
    """
    save_page(parent, lambda: form_html(services, session), "guidance-kb.pdf")


def save_page(parent: QWidget, html: Callable[[], str], proposed: str) -> bool:
    """Asks for a place and saves a page there as PDF. Returns whether it was.

    Args:
        parent: Over which the dialog stands.
        html: Makes the page, once there is a place for it.
        proposed: The file name that is proposed; the system may remember it, so it says nothing of a client but the code.

    Raises:
        KnownError: The PDF cannot be written.
    """
    title = QCoreApplication.translate("Printing", "Save as PDF")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name, _ = QFileDialog.getSaveFileName(parent, title, str(Path(documents) / proposed), "PDF (*.pdf)")
    if name:
        write_pdf(html(), Path(name))
    return bool(name)


def pdf(html: str) -> bytes:
    """A page of HTML as a PDF on A4."""
    made = QBuffer()  # Qt writing a file by itself only warns when the place is wrong or the disk full
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setTitle(_TITLE)
    _on_a4(writer)
    _document(html).print_(writer)
    return bytes(made.data().data())


def write_pdf(html: str, path: Path) -> None:
    """Writes a page of HTML as a PDF on A4.

    Raises:
        KnownError: The file cannot be written.
    """
    try:
        path.write_bytes(pdf(html))
    except OSError as error:
        raise KnownError(
            f"De PDF kan niet worden opgeslagen in {path}: {error.strerror}. Kies een andere plek.",
            f"The PDF cannot be saved to {path}: {error.strerror}. Choose another place.",
        ) from error


def _on_a4(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    font = QFont("Inter")
    font.setPointSizeF(10.5)
    document.setDefaultFont(font)
    document.setHtml(html)
    return document
