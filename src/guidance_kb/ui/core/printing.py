"""Printing and PDF export of the pages of `documents`; no other module uses a printer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QStandardPaths
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.form import FormKind, core_form, empty_form, filled_form
from guidance_kb.documents.page import save
from guidance_kb.ui.core.paper import SIZE, Paper
from guidance_kb.ui.core.services import Services

_TITLE = "Guidance KB"
"""The document name in printer queues; it has no client data, because colleagues see it."""


CORE_MARGIN_MM = 15
"""Margin of the form of one sheet."""


def form_paper(services: Services, kind: FormKind, session: Session, number: int = 1) -> Paper:
    """Lay out a form.

    Args:
        services: The services of the window.
        kind: The form of the conversation, or one of the two empty forms, which take nothing from it.
        session: The conversation.
        number: The number of the conversation among those of its client.
    """
    library, language = services.library, services.language
    match kind:
        case FormKind.FILLED:
            return Paper(filled_form(library, session, language, number=number))
        case FormKind.CORE:
            return Paper(core_form(library, Checklist.of(library), language), CORE_MARGIN_MM)
        case FormKind.WHOLE:
            return Paper(empty_form(library, Checklist.of(library), language))


def print_form(parent: QWidget, services: Services, kind: FormKind, session: Session, number: int = 1) -> None:
    """Ask for a printer and print a form, without a temporary file."""
    print_paper(parent, lambda: form_paper(services, kind, session, number))


def print_page(parent: QWidget, html: Callable[[], str]) -> bool:
    """Ask for a printer and print a page; return whether it was sent."""
    return print_paper(parent, lambda: Paper(html()))


def print_paper(parent: QWidget, paper: Callable[[], Paper]) -> bool:
    """Ask for a printer, then create the paper and print it; return whether it was sent."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_TITLE)
    printer.setFullPage(True)  # the page has its own margins
    _on_a4(printer)
    dialog = QPrintDialog(printer, parent)
    chosen = dialog.exec()
    dialog.deleteLater()  # otherwise the parent keeps a dialog for each print
    if chosen != QDialog.DialogCode.Accepted:
        return False
    _draw(paper(), printer)
    return True


def save_form(parent: QWidget, services: Services, kind: FormKind, session: Session, number: int = 1) -> Path | None:
    """Ask for a file and save a form as PDF; the proposed name has no client data. Return the path, or None.

    Raises:
        KnownError: The PDF cannot be written.
    """
    return save_paper(parent, lambda: form_paper(services, kind, session, number), "guidance-kb.pdf")


def save_page(parent: QWidget, html: Callable[[], str], proposed: str) -> Path | None:
    """Ask for a file and save a page as PDF, as `save_paper` does."""
    return save_paper(parent, lambda: Paper(html()), proposed)


def save_paper(parent: QWidget, paper: Callable[[], Paper], proposed: str) -> Path | None:
    """Ask for a file and save a paper as PDF. Return the path, or None.

    Args:
        parent: The parent of the dialog.
        paper: Creates the paper, after a file was chosen.
        proposed: The proposed file name; the system may remember it, so its only client data is the client code.

    Raises:
        KnownError: The PDF cannot be written.
    """
    title = QCoreApplication.translate("Printing", "Save as PDF")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name, _ = QFileDialog.getSaveFileName(parent, title, str(Path(documents) / proposed), "PDF (*.pdf)")
    if not name:
        return None
    write_pdf(paper(), Path(name))
    return Path(name)


def pdf(html: str) -> bytes:
    """Return a page as a PDF on A4."""
    return pdf_of(Paper(html))


def pdf_of(paper: Paper) -> bytes:
    """Return a paper as a PDF on A4, with its text but without tags, which Qt cannot write (docs/printing.md)."""
    made = QBuffer()  # when Qt writes a file itself, it only logs a warning for a wrong path or a full disk
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setTitle(paper.name or _TITLE)
    _on_a4(writer)
    _draw(paper, writer)
    return bytes(made.data().data())


def write_pdf(paper: Paper, path: Path) -> None:
    """Write a paper as a PDF on A4, atomically.

    Raises:
        KnownError: The file cannot be written; an existing file is unchanged.
    """
    save(path, pdf_of(paper))


def _on_a4(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def _draw(paper: Paper, device: QPagedPaintDevice) -> None:
    """Draw each sheet on a page, scaled to the paper size."""
    painter = QPainter(device)
    scale = min(device.width() / SIZE.width(), device.height() / SIZE.height())
    painter.scale(scale, scale)
    for page in range(paper.pages):
        if page:
            device.newPage()
        paper.draw(painter, page)
    painter.end()
