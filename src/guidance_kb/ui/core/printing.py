"""Printing and PDF of what `documents` wrote; the only place that knows a printer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QStandardPaths
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.form import empty_form, filled_form
from guidance_kb.documents.page import save
from guidance_kb.ui.core.paper import SIZE, Paper
from guidance_kb.ui.core.services import Services

_TITLE = "Guidance KB"
"""What printer queues call a paper: colleagues see them."""


def form_html(services: Services, session: Session | None, number: int = 1) -> str:
    """The form of a conversation, which is the client's first or the one with this number, or the empty form for paper, as HTML."""
    if session is None:
        return empty_form(services.library, Checklist.of(services.library), services.language)
    return filled_form(services.library, session, services.language, number=number)


def print_form(parent: QWidget, services: Services, session: Session | None, number: int = 1) -> None:
    """Asks for a printer and prints the form; it is made in memory."""
    print_page(parent, lambda: form_html(services, session, number))


def print_page(parent: QWidget, html: Callable[[], str]) -> bool:
    """Asks for a printer and prints a page on it. Returns whether it was sent."""
    return print_paper(parent, lambda: Paper(html()))


def print_paper(parent: QWidget, paper: Callable[[], Paper]) -> bool:
    """Asks for a printer and prints on it what is laid out then. Returns whether it was sent."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_TITLE)
    printer.setFullPage(True)  # the margins are those of the page itself
    _on_a4(printer)
    dialog = QPrintDialog(printer, parent)
    chosen = dialog.exec()
    dialog.deleteLater()  # else its parent keeps one for every print
    if chosen != QDialog.DialogCode.Accepted:
        return False
    _draw(paper(), printer)
    return True


def save_form(parent: QWidget, services: Services, session: Session | None, number: int = 1) -> Path | None:
    """Asks for a place and saves the form there as PDF; the name that is proposed says nothing of the client.

    Returns where it was saved, or None.

    Raises:
        KnownError: The PDF cannot be written.
    """
    return save_page(parent, lambda: form_html(services, session, number), "guidance-kb.pdf")


def save_page(parent: QWidget, html: Callable[[], str], proposed: str) -> Path | None:
    """Asks for a place and saves a page there as PDF. Returns where it was saved, or None.

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
    if not name:
        return None
    write_pdf(html(), Path(name))
    return Path(name)


def pdf(html: str) -> bytes:
    """A page of HTML as a PDF on A4."""
    return pdf_of(Paper(html))


def pdf_of(paper: Paper) -> bytes:
    """What is laid out, as a PDF on A4: with its text, and without tags, which Qt cannot make (docs/printing.md)."""
    made = QBuffer()  # Qt writing a file by itself only warns when the place is wrong or the disk full
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setTitle(paper.name or _TITLE)
    _on_a4(writer)
    _draw(paper, writer)
    return bytes(made.data().data())


def write_pdf(html: str, path: Path) -> None:
    """Writes a page of HTML as a PDF on A4, whole or not at all.

    Raises:
        KnownError: The file cannot be written; what was there is as it was.
    """
    save(path, pdf(html))


def _on_a4(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def _draw(paper: Paper, device: QPagedPaintDevice) -> None:
    """Draws every sheet on a page; on paper that is smaller than A4 the whole gets smaller, and nothing is cut off."""
    painter = QPainter(device)
    scale = min(device.width() / SIZE.width(), device.height() / SIZE.height())
    painter.scale(scale, scale)
    for page in range(paper.pages):
        if page:
            device.newPage()
        paper.draw(painter, page)
    painter.end()
