"""Content of the reading pane: HTML pages, and the widgets around a page (bookmark, note, place in the report)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from guidance_kb.casebook.records.steps import TAKERS, Who
from guidance_kb.dates import day_in_words
from guidance_kb.documents.bookmarks import sort_name
from guidance_kb.documents.citation import address_lines
from guidance_kb.documents.step_variants import steps_in_words
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, Drive, Entry, Item, Kind, Section
from guidance_kb.knowledge.names import IN_FULL, KINDS, OURS, PLURALS
from guidance_kb.knowledge.outline import OutlinePlace, Sort, above
from guidance_kb.language import Language, Text
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title, in_sentence
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import SIZE, SPACE, Tokens
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.bar import Bar
from guidance_kb.ui.reading.note import NoteStrip
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, icon_only, label, row
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.knowledge.bookmarks import Bookmark


# --- Footer: place in the report, with navigation


_COUNTED: Mapping[Sort, Text] = {
    "barrier": PLURALS["barrier"],
    "drive": PLURALS["drive"],
    "need": PLURALS["need"],
    "item": PLURALS["item"],
}
"""Kinds without a place within a section; their position among all of their kind is shown instead."""


class Footer(TranslatedWidget, QFrame):
    """Footer with the place of the page in the report; hidden if there is none.

    Attributes:
        here: The section, as a button that opens it.
        previous, following: The buttons to the neighbouring pages.

    Signals:
        opened (str): The user asked for the page of this id.
    """

    opened = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self._services = services
        self._place: OutlinePlace | None = None
        self._said = ""
        self.previous = button("", "quiet", lambda: self.go(-1))
        self.following = button("", "quiet", lambda: self.go(1))
        self.here = button("", "more", self._open_section)
        self._itself = label(role="caption", wrap=False)  # for the page of a section, which needs no link to itself
        across = row(self, spacing=SPACE.xs, margins=(SPACE.xl, SPACE.xs, SPACE.xl, SPACE.xs))
        across.addWidget(self.previous)
        across.addWidget(self.here, 1, Qt.AlignmentFlag.AlignCenter)
        across.addWidget(self._itself, 1, Qt.AlignmentFlag.AlignCenter)
        across.addWidget(self.following)
        services.theme.changed.connect(self.retranslate)
        self.hide()

    def show_place(self, place: OutlinePlace | None) -> None:
        """Show a place; None hides the footer."""
        self._place = place
        self.setVisible(place is not None)
        self.retranslate()

    def go(self, step: int) -> None:
        """Open the previous (-1) or next (1) page, if there is one."""
        place = self._place
        other = None if place is None else place.following if step > 0 else place.previous
        if other is not None:
            self.opened.emit(other)

    def _open_section(self) -> None:
        if self._place is not None:
            self.opened.emit(self._place.section)

    # --- Texts

    def retranslate(self) -> None:
        place = self._place
        if place is None:
            return
        for made, other, name, said in (
            (self.previous, place.previous, "chevron-left", self.tr("Previous in the report: {title} (Alt+Page Up)")),
            (self.following, place.following, "chevron-right", self.tr("Next in the report: {title} (Alt+Page Down)")),
        ):
            self._point(made, other, name, said)
        self._said = self._where(place)
        self.here.setAccessibleName(self._said)
        self.here.setToolTip(self.tr("All that comes from this section"))
        self.here.setVisible(place.kind != "section")
        self._itself.setVisible(place.kind == "section")
        self._share_room()

    def _point(self, made: QPushButton, other: str | None, name: str, said: str) -> None:
        theme = self._services.theme
        size, title = theme.px(SIZE.icon), self._services.library.title(other) if other else None
        if other is not None and title is None and other in self._services.library.sections:
            title = self._services.library.sections[other].title
        icon_only(made, icon(name, theme.tokens.accent if other else theme.tokens.faint, size), size, "")
        text = said.format(title=self._services.say(title) if title else self.tr("nothing"))
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setEnabled(other is not None)

    def _where(self, place: OutlinePlace) -> str:
        """Return `§2.1.2 (Situational barriers) · 3 of 10`; for the kinds in `_COUNTED` the position is that among their kind."""
        section = self._services.library.sections[place.section]
        parts = [section.named(self._services.language)]
        if place.count > 1:
            which = self.tr("{number} of {count}").format(number=place.number, count=place.count)
            if place.kind in _COUNTED:
                which = f"{in_sentence(_COUNTED[place.kind])}: {which}"
            parts.append(which)
        return " · ".join(parts)

    def _share_room(self) -> None:
        room = self.width() - self.previous.sizeHint().width() - self.following.sizeHint().width() - 8 * SPACE.md
        metrics = self.here.fontMetrics()
        self.here.setText(
            metrics.elidedText(self._said, Qt.TextElideMode.ElideMiddle, max(room, 40)).replace("&", "&&")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the text to the new width."""
        super().resizeEvent(event)
        self._share_room()


_READ = 6000
"""Milliseconds after which a shown page counts as read."""


class PageExtras(QObject):
    """Bookmark, note, footer and reading history of the page in a reading pane.

    Attributes:
        note, footer: The widgets below the page.
        shown: The id of the page.
        place: Its place in the report; None if nothing is shown, or an entry that was removed from the content.

    Signals:
        stale: The shown page depends on a removed entry and must be written again.
    """

    stale = Signal()

    def __init__(self, view: QWidget, bar: Bar, services: Services) -> None:
        super().__init__(view)
        self._view, self._bar, self._services = view, bar, services
        self.note, self.footer = NoteStrip(services), Footer(services)
        self.shown: str | None = None
        self.place: OutlinePlace | None = None
        self._last_read = LastRead(services.settings)
        self._standing = QTimer(self, singleShot=True, interval=_READ)
        self._standing.timeout.connect(self._count_as_read)
        self.note.left.connect(view.setFocus)
        bar.star_pressed.connect(self.toggle_bookmark)
        services.bookmarks.changed.connect(self._follow)
        services.bookmarks.load()

    def show(self, identifier: str | None) -> None:
        """Update the note, the footer and the actions to a page; None if nothing is shown."""
        if identifier != self.shown:
            self.shown = identifier
            self._bar.say()
            self._standing.start()
        self.place = self._services.library.place(identifier) if identifier else None
        kept = self._services.bookmarks.kept.get(identifier or "")
        if kept is None and self.note.isAncestorOf(QApplication.focusWidget() or self._view):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.note.show_of(kept)
        self.footer.show_place(self.place)
        self._bar.show_actions(page=self.place is not None, marked=kept is not None, markable=bool(kept or self.place))

    def _follow(self) -> None:
        """Follow a change of the bookmarks; the page of a removed entry consists of its bookmark, so it is written again."""
        if self.shown is not None and self.place is None:
            self.stale.emit()
        else:
            self.show(self.shown)

    # --- Commands

    def toggle_bookmark(self) -> None:
        """Add or remove the bookmark of the page; adding it again restores its note."""
        if self.shown is None or self._services.is_help(self.shown):  # help is not part of the report
            return
        self.note.flush()
        marked = self._services.bookmarks.toggle(self.shown, self.place)
        self.say(self.tr("Bookmarked") if marked else self.tr("Removed; Ctrl+D brings it back"))

    def write_note(self) -> None:
        """Focus the note of the page; add a bookmark first if there is none."""
        if self.shown is not None and self.shown not in self._services.bookmarks.kept:
            self.toggle_bookmark()
        if not self.note.isHidden():
            self.note.pen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, text: str) -> None:
        """Show a confirmation in the bar and announce it to screen readers."""
        self._bar.say(text)
        announce(self._view, text)

    def _count_as_read(self) -> None:
        """Keep the page as read; not during a conversation, of which it would tell what it was about."""
        if self.place is not None and self._view.isVisible() and not self._services.conversation.is_any_running:
            self._last_read.add(self.place.id)


# --- Places in the report, pages of sections, and removed entries


_BETWEEN = " › "


class PlaceWriter(QObject):
    """Writes HTML about places in the report."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library

    @property
    def heading(self) -> str:
        """The heading above the place of an entry."""
        return self.tr("Where in the report")

    @staticmethod
    def _sort(kind: Sort, language: Language) -> str:
        return sort_name(kind).title(language)

    def of_entry(self, identifier: str, section: str, language: Language) -> str:
        """Return the path of an entry in the report, and the other entries of its section."""
        found = self._library.sections[section]
        return (
            html.heading(self.heading)
            + self._path(found, language, link=True)
            + self._within(found, language, identifier)
        )

    def of_section(self, section: Section, language: Language) -> str:
        """Return the page of a section: its path, and its entries."""
        pack = self._library.packs.get(section.pack or "")
        over = (
            self.tr("From the pack %1").replace("%1", pack.name.say(language))
            if pack
            else self._sort("section", language)
        )
        return "".join(
            [
                html.paragraph(over, "over"),
                html.title(section.named(language)),
                self._path(section, language, link=False),
                self._within(section, language),
            ]
        )

    def gone(self, bookmark: "Bookmark | None", language: Language) -> str:
        """Return the page of an entry that was removed from the content, from the data of its bookmark."""
        if bookmark is None:
            return html.paragraph(self.tr("This is no longer in the content."), "over")
        why = self.tr(
            "The content was updated, or the knowledge pack that brought this was removed. Your bookmark and your note stay. When the text "
            "comes back, it is here again."
        )
        over = f"{self._sort(bookmark.kind, language)} · " + self.tr("no longer in the content")
        return "".join(
            [html.paragraph(over, "over"), html.title(bookmark.title.say(language)), html.paragraph(why)],
        )

    def _path(self, section: Section, language: Language, *, link: bool) -> str:
        """Return `2 Research framework › 2.1 Learning through the life course › Curiosity and growth` as HTML."""
        steps = [escape(f"{number} {heading.say(language)}") for number, heading in above(section.name)]
        if link:
            steps.append(html.link(section.name, section.title.say(language)))
        return f'<p class="path">{escape(_BETWEEN).join(steps)}</p>' if steps else ""

    def _within(self, section: Section, language: Language, here: str = "") -> str:
        """Return the list of the entries of a section; `here` is not a link. If `here` is the only entry, return nothing."""
        entries = self._library.entries_of_section(section.name)
        if here and len(entries) == 1:
            return ""

        def lines() -> Iterator[str]:
            for entry in entries:
                title = entry.text(language).title
                yield f"<b>{escape(title)}</b>" if entry.id == here else html.link(entry.id, title)

        return html.heading(self.tr("In this section")) + html.bullets(lines())


_REASONS = 2
"""Maximum number of reasons shown for a related entry."""


_DRAWN = ("barrier", "drive", "need", "practice", "recommendation")
"""The kinds that are nodes on the map (`knowledge.graph`)."""


class PageWriter(QObject):
    """Writes pages from the library."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._places = PlaceWriter(library, self)

    def write(self, identifier: str, language: Language, tokens: Tokens) -> str | None:
        """Return the page of `identifier` in `language`, or None if there is no such id."""
        kind = self._library.kind(identifier)
        match kind:
            case None:
                section = self._library.sections.get(identifier)
                return self._places.of_section(section, language) if section else None
            case "barrier":
                return self._barrier(self._library.barriers[identifier], language, tokens)
            case "drive" | "need":
                return self._drive(self._library.drives[identifier], language, tokens)
            case "item":
                return self._item(self._library.items[identifier], language)
            case _:
                entry = self._library.entry(identifier)
                return self._entry(entry, language, tokens) if entry else None

    # --- Kinds of pages

    def _entry(self, entry: Entry, language: Language, tokens: Tokens) -> str:
        text = entry.text(language)
        kind = as_title(KINDS[entry.kind])
        over = [f"{kind} {entry.number}" if entry.number else kind]
        if entry.country:
            over.append(self._library.countries[entry.country].name.say(language))
        parts = [html.paragraph(" · ".join(over), "over"), html.title(text.title), text.html]
        if entry.address:
            known = address_lines(entry.address, language)
            parts.append(html.facts([(label.say(language), escape(value)) for label, value in known]))
        if text.ours:
            parts.append(html.block(as_title(OURS), text.ours, tokens.note, tokens.note_line))
        if text.dated:
            parts.append(
                html.block(
                    self.tr("As it was in %1").replace("%1", entry.as_of or ""),
                    text.dated,
                    tokens.note,
                    tokens.note_line,
                )
            )
        if text.note:
            parts.append(html.block(self.tr("Our note on the report"), text.note, tokens.note, tokens.note_line))
        parts += [
            self._source((entry.section,), language),
            self._works(entry, language),
            *self._nearest(entry.id, language),
            self._places.of_entry(entry.id, entry.section, language),
        ]
        return "".join(parts)

    def _barrier(self, barrier: Barrier, language: Language, tokens: Tokens) -> str:
        text = barrier.text(language)
        over = f"{as_title(KINDS['barrier'])} · {in_sentence(IN_FULL[barrier.category])}"
        return "".join(
            [
                html.paragraph(over, "over"),
                html.title(text.name),
                html.paragraph(text.description),
                self._source(barrier.sections, language),
                html.block(
                    self.tr("In a conversation (ours)"), f"{text.signal}\n{text.also}", tokens.note, tokens.note_line
                ),
                html.heading(self.tr("You could ask")),
                html.paragraph(f"“{text.ask}”", "say"),
                html.heading(self.tr("A step that could be agreed")),
                self._steps(barrier, language),
                self._links(barrier.id, language),
            ]
        )

    def _drive(self, drive: Drive, language: Language, tokens: Tokens) -> str:
        text = drive.text(language)
        return "".join(
            [
                html.paragraph(as_title(KINDS[drive.kind]), "over"),
                html.title(text.name),
                html.paragraph(text.description),
                self._source(drive.sections, language),
                html.block(
                    self.tr("In a conversation (ours)"),
                    f"{text.signal}\n{text.build_on}",
                    tokens.note,
                    tokens.note_line,
                ),
                html.heading(self.tr("You could ask")),
                html.paragraph(f"“{text.ask}”", "say"),
                html.heading(self.tr("A step that could be agreed")),
                self._steps(drive, language),
                self._links(drive.id, language),
            ]
        )

    def _steps(self, target: Barrier | Drive, language: Language) -> str:
        return html.facts(
            (as_title(TAKERS[who]), "<br>".join(escape(step) for step in steps))
            for who in Who
            if (steps := tuple(steps_in_words(self._library, target, who, language)))
        )

    def _item(self, item: Item, language: Language) -> str:
        text = item.text(language)
        theme = self._library.item_themes[item.theme].name.say(language)
        over = (as_title(KINDS["item"]), theme, self.tr("the wording is ours"))
        return "".join(
            [
                html.paragraph(" · ".join(over), "over"),
                html.title(text.label),
                html.heading(self.tr("You could ask")),
                html.paragraph(f"“{text.open}”", "say"),
                html.facts(
                    [
                        (self.tr("Softer"), f"“{escape(text.softer)}”"),
                        (self.tr("Follow-up"), f"“{escape(text.follow_up)}”"),
                        (self.tr("Observe"), escape(text.observe)),
                    ]
                ),
                html.heading(self.tr("Why this is asked")),
                html.paragraph(text.why),
                self._source(item.sections, language),
                html.heading(self.tr("Points to")),
                html.bullets(self._title_link(evidence.target, language) for evidence in item.evidence),
            ]
        )

    def gone(self, bookmark: "Bookmark | None", language: Language) -> str:
        """Return the page of an entry that was removed from the content."""
        return self._places.gone(bookmark, language)

    # --- Shared parts

    def _source(self, sections: Iterable[str], language: Language) -> str:
        """Return the source: the sections of the report, or the pack with the sections of its own source."""
        sections = tuple(sections)
        pack = self._library.packs.get(self._library.sections[sections[0]].pack or "")
        if pack:
            titles = [self._library.sections[name].title.say(language) for name in sections]
            day = day_in_words(date.fromisoformat(pack.date), language)
            told = f"{pack.name.say(language)} {pack.version} ({pack.publisher}, {day}) · {' · '.join(titles)}"
            return html.paragraph(self.tr("From the pack %1").replace("%1", told), "source")
        places = [self._library.sections[name].named(language) for name in sections]
        return html.paragraph(self.tr("Source: %1").replace("%1", " · ".join(places)), "source")

    def _works(self, entry: Entry, language: Language) -> str:
        """Return the cited works, with the work through which they are cited, the report's spelling, and our notes."""
        lines = []
        for identifier in entry.works:
            work = self._library.works[identifier]
            line = escape(f"{work.reference}. {work.title}" if work.title else work.reference)
            through = [self._library.works[other].reference for other in work.through if other in entry.works]
            if through:
                line += escape(", " + self.tr("in %1").replace("%1", ", ".join(through)))
            remarks = []
            if work.report_spelling:
                remarks.append(self.tr("in the report: %1").replace("%1", "; ".join(work.report_spelling)))
            if work.note:
                remarks.append(work.note.say(language))
            if remarks:
                line += f'<br><span class="soft">{escape(" · ".join(remarks))}</span>'
            lines.append(line)
        return html.heading(self.tr("Cited there")) + html.bullets(lines) if lines else ""

    def own_text(self, text: str) -> str:
        """Return the plain text of a page without its related entries and its place in the report."""
        for heading in (self.tr("Related"), self._places.heading):
            text = text.split(f"\n{heading}\n", 1)[0]
        return text

    def _nearest(self, entry: str, language: Language) -> tuple[str, str]:
        """Return the nearest entries with their reasons, and the other links of an entry."""
        nearest = self._library.related(entry)
        told = [
            self._title_link(one.id, language)
            + f'<br><span class="soft">{escape(" · ".join(reason.say(language) for reason in one.reasons[:_REASONS]))}</span>'
            for one in nearest
        ]
        first = html.heading(self.tr("Related")) + html.bullets(told) if told else ""
        return first, self._links(entry, language, told={one.id for one in nearest})

    def _links(self, identifier: str, language: Language, told: Collection[str] = ()) -> str:
        """Return the links of an id except those in `told`, grouped by kind; links made only by us are marked as ours."""
        ours: dict[str, bool] = {}
        for link in self._library.links(identifier):
            ours[link.id] = link.ours and ours.get(link.id, True)
        groups: dict[Kind, list[str]] = {}
        for other in ours:
            kind = self._library.kind(other)
            if kind is not None and other not in told:
                groups.setdefault(kind, []).append(other)
        told_of = "".join(
            html.heading(as_title(PLURALS[kind]))
            + html.bullets(self._linked(other, language, ours=ours[other]) for other in groups[kind])
            for kind in (
                "barrier",
                "drive",
                "need",
                "address",
                "recommendation",
                "practice",
                "finding",
                "persona",
                "method",
            )
            if kind in groups
        )
        drawn = bool(ours) and self._library.kind(identifier) in _DRAWN
        return told_of + (html.drawn(identifier, self.tr("See this among the links")) if drawn else "")

    def _linked(self, identifier: str, language: Language, *, ours: bool) -> str:
        mark = escape(self.tr("our link"))
        return self._title_link(identifier, language) + (f' <span class="soft">{mark}</span>' if ours else "")

    def _title_link(self, identifier: str, language: Language) -> str:
        """Return a link with the title of its target, and the name of the pack that contains it, if any."""
        title = self._library.title(identifier)
        pack = self._library.origin(identifier)
        mark = escape(self.tr("from the pack %1").replace("%1", pack.name.say(language))) if pack else ""
        link = html.link(identifier, title.say(language) if title else identifier)
        return f'{link} <span class="soft">{mark}</span>' if pack else link
