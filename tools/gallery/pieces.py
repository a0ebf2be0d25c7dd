"""Labels, frames and small widgets, also with texts that are too long."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QProgressBar, QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.documents.names import ANSWER_LABELS
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.preferences.row import Pill
from guidance_kb.ui.start.day_card import SourceLine
from guidance_kb.ui.widgets.answer_toggle import AnswerToggle
from guidance_kb.ui.widgets.banner import Banner, Caution
from guidance_kb.ui.widgets.basics import button, card, column, label, row
from guidance_kb.ui.widgets.busy import Busy
from guidance_kb.ui.widgets.chip import Chip
from guidance_kb.ui.widgets.empty_state import EmptyState
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.marked_card import MarkedCard
from guidance_kb.ui.widgets.pressable import LinkRow
from tools.gallery import texts
from tools.gallery.sheet import GallerySheet

_ROLES = ("title", "heading", "strong", "", "say", "soft", "caption", "small", "overline", "link", "term", "between")


def words(sheet: GallerySheet) -> None:
    """Add labels of every role."""
    sheet.part("Words")
    sheet.stack(((role or "body", label(texts.SENTENCE.nl, role)) for role in _ROLES), columns=3)


def small(sheet: GallerySheet) -> None:
    """Add pills, chips, the marks of answers, sources and lines."""
    theme = sheet.theme
    sheet.part("Small pieces")
    sheet.flow(_pills(theme))
    sheet.flow(_marks(theme))
    sheet.stack(_lines(theme))


def _pills(theme: Theme) -> Iterator[tuple[str, QWidget]]:
    for text in (texts.NOW.nl, texts.NOW.en):
        now = Pill(theme)
        now.say(text, "messages-square", now=True)
        yield f"pill {text}", now
    for text in (texts.INFORMATION.nl, texts.INFORMATION.en):
        information = Pill(theme)
        information.say(text, "info")
        yield f"pill {text}", information
    for role in ("chip", "filter"):
        for text in (texts.WORD.nl, texts.WORD.en):
            chip = Chip(theme, role)
            chip.say(text, text)
            yield f"{role} {text}", chip
    long = Chip(theme)
    long.say(texts.LONG.nl, texts.LONG.nl)
    long.setFixedWidth(long.minimumSizeHint().width() * 2)
    yield "chip, cut", long


def _marks(theme: Theme) -> Iterator[tuple[str, QWidget]]:
    for state, name in ANSWER_LABELS.items():
        mark = AnswerToggle(theme, _nothing)
        mark.show_state(state, checked=state is State.NAMED)
        mark.setAccessibleName(as_title(name))
        yield f"mark {name.en}", mark


def _lines(theme: Theme) -> Iterator[tuple[str, QWidget]]:
    report, ours = SourceLine(theme), SourceLine(theme)
    report.say(texts.SOURCE.nl)
    ours.say(texts.OURS.en, ours=True)
    yield "source line", report
    yield "source line, ours", ours
    for name, text in (("Dutch", texts.LONG.nl), ("English", texts.LONG.en)):
        leading = LinkRow(theme, _nothing, "lightbulb")
        leading.say(text, texts.SOURCE.nl)
        yield f"line, long, {name}", leading


def frames(sheet: GallerySheet) -> None:
    """Add cards, notes and other frames."""
    sheet.part("Frames")
    sheet.stack(_frames(sheet.theme), columns=3)


def _frames(theme: Theme) -> Iterator[tuple[str, QWidget]]:
    marked = MarkedCard(theme)
    marked.mark(marked=True)
    for name, frame in (
        ("card", card()),
        ("card, active", marked),
        ("note", card("note")),
        ("find bar", card("findbar")),
        ("pane", card("pane")),
    ):
        inside = column(frame, spacing=SPACE.sm, margins=(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.xl))
        inside.addWidget(label(texts.SHORT.nl, "strong"))
        inside.addWidget(label(texts.SENTENCE.nl))
        source = SourceLine(theme)
        source.say(texts.SOURCE.nl)
        inside.addWidget(source)
        across = row(spacing=SPACE.md)
        across.addWidget(button(texts.SHORT.nl, "primary"))
        across.addWidget(button(texts.UNDO.nl))
        across.addStretch(1)
        add_layout(inside, across)
        yield name, frame


def messages(sheet: GallerySheet) -> None:
    """Add banners, progress indicators and placeholders."""
    theme = sheet.theme
    sheet.part("Messages and empty places")
    sheet.stack(_banners(sheet))
    sheet.stack(
        [
            ("caution", Caution(theme, texts.REFUSED.nl)),
            ("caution, framed", Caution(theme, texts.FAILED.nl, framed=True)),
        ]
    )
    sheet.stack(_empties(theme), columns=3)
    busy = Busy(theme)
    busy.setParent(sheet)  # shown later by itself, and must not become a window
    busy.say(texts.FETCHING.nl)
    bar = QProgressBar(maximum=5, textVisible=False)
    bar.setValue(3)
    bar.setFixedSize(theme.px(SIZE.bar_length), theme.px(SIZE.bar))
    sheet.stack([("under way", busy)])
    sheet.flow([("how far", bar)])


def _banners(sheet: GallerySheet) -> Iterator[tuple[str, QWidget]]:
    for name, text, action, icon in (
        ("banner", texts.SAVED.nl, "", "info"),
        ("banner with a way back", texts.SAVED.en, texts.UNDO.en, "info"),
        ("banner of an update", texts.UPDATED.nl, texts.NEWS.nl, "info"),
        ("banner, error", texts.FAILED.nl, "", "triangle-alert"),
        ("banner, long", f"{texts.FAILED.nl} {texts.LONG.nl}.", texts.UNDO.nl, "triangle-alert"),
    ):
        banner = Banner(sheet.theme, _nothing, icon)
        banner.setParent(sheet)  # shown later by itself, and must not become a window
        banner.say(text, action)
        yield name, banner


def _empties(theme: Theme) -> Iterator[tuple[str, QWidget]]:
    for name, icon, heading, text, action in (
        ("nothing yet", "folder-lock", texts.EMPTY.nl, texts.EMPTY_MORE.nl, texts.NEW.nl),
        ("being fetched", "search", texts.FETCHING.en, "", ""),
        ("not to be had", "triangle-alert", texts.REFUSED.nl, texts.FAILED.nl, texts.UNDO.nl),
    ):
        empty = EmptyState(theme, _nothing)
        empty.say(icon, heading, text, action)
        yield name, empty


def _nothing() -> None:
    """Do nothing when pressed."""


MAKERS: tuple[Callable[[GallerySheet], None], ...] = (words, small, frames, messages)
