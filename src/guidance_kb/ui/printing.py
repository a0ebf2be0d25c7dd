"""Printing and PDF of what `documents` wrote; the only place that knows a printer."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QCursor, QFont, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.form import empty_form, filled_form
from guidance_kb.errors import KnownError
from guidance_kb.ui.services import Services

_MARGIN = 4
"""The margin of a page in millimetres; Qt adds two centimetres and a page number of its own."""


def form_html(services: Services, session: Session | None) -> str:
    """The form of a conversation, or the empty form for paper, as HTML."""
    if session is None:
        return empty_form(services.library, Checklist.of(services.library), services.language)
    return filled_form(services.library, session, services.language)


def print_form(parent: QWidget, services: Services, session: Session | None) -> None:
    """Asks whether to print or to save as PDF, and does it.

    The file name that is proposed says nothing of the client; the form itself is made in memory.

    Raises:
        KnownError: The PDF cannot be written.
    """
    menu = QMenu(parent)
    to_paper = menu.addAction(QCoreApplication.translate("Printing", "Print…"))
    to_file = menu.addAction(QCoreApplication.translate("Printing", "Save as PDF…"))
    chosen = menu.exec(QCursor.pos())
    if chosen is to_paper:
        printer = _printer()
        if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
            _document(form_html(services, session)).print_(printer)
    elif chosen is to_file:
        title = QCoreApplication.translate("Printing", "Save as PDF")
        name, _ = QFileDialog.getSaveFileName(parent, title, "guidance-kb.pdf", "PDF (*.pdf)")
        if name:
            write_pdf(form_html(services, session), Path(name))


def write_pdf(html: str, path: Path) -> None:
    """Writes a page of HTML as a PDF on A4.

    Raises:
        KnownError: The file cannot be written.
    """
    try:
        path.touch()  # Qt only writes a warning when it cannot; this says why
    except OSError as error:
        raise KnownError(
            f"De PDF kan niet worden opgeslagen in {path}: {error.strerror}. Kies een andere plek.",
            f"The PDF cannot be saved to {path}: {error.strerror}. Choose another place.",
        ) from error
    printer = _printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    _document(html).print_(printer)


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    printer.setDocName("Guidance KB")
    return printer


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    font = QFont("Inter")
    font.setPointSizeF(10.5)
    document.setDefaultFont(font)
    document.setHtml(html)
    return document
