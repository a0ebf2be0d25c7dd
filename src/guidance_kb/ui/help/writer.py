"""Writes a help article as the page that is shown: its Markdown, and at its marked places what the program says itself."""

from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QObject

from guidance_kb.help import articles
from guidance_kb.help.keys import TABLE, KeyGroup, Shortcut
from guidance_kb.help.names import LICENCE, SETTING, article_of
from guidance_kb.language import Language
from guidance_kb.markdown import parts, render_article
from guidance_kb.preferences.searchable import searchables
from guidance_kb.ui.help.about import AboutPage, licence
from guidance_kb.ui.help.sheet import examples
from guidance_kb.ui.keys import spoken
from guidance_kb.ui.reading import html
from guidance_kb.ui.services import Services


class HelpWriter(QObject):
    """Writes articles."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.about = AboutPage(services, self)

    def write(self, identifier: str, language: Language) -> str | None:
        """The page of an article, or of the one that something stands in; None if there is no such article."""
        if identifier.startswith(SETTING):
            return self._setting(identifier, language)
        if identifier.startswith(LICENCE):
            return licence(identifier)
        article = articles.article(article_of(identifier))
        if article is None:
            return None
        made = {
            "keys": lambda: keys(TABLE, language),
            "queries": lambda: examples(language),
            **self.about.parts(language),
        }
        return html.title(article.title.say(language)) + "".join(
            render_article(piece) if sort == "text" else _part(made, piece)
            for sort, piece in parts(article.body.say(language))
        )

    def _setting(self, identifier: str, language: Language) -> str | None:
        """What a setting does, with the way to it."""
        one = next((one for one in searchables() if f"{SETTING}{one.target}" == identifier), None)
        if one is None:
            return None
        settings, way = self.tr("Settings"), self.tr("Go to this setting")
        return (
            html.paragraph(f"{settings} · {one.group.say(language)}", "over")
            + html.title(one.title.say(language))
            + html.paragraph(one.explanation.say(language))
            + f"<p>{html.link(identifier, way)}</p>"
        )


def _part(made: Mapping[str, Callable[[], str]], name: str) -> str:
    return f'{made[name]()}<p class="small"></p>'


def keys(shown: tuple[Shortcut, ...], language: Language) -> str:
    """Keys as tables, one a group."""
    groups = {group: [one for one in shown if one.group is group] for group in KeyGroup}
    return "".join(group_of_keys(group, lines, language) for group, lines in groups.items() if lines)


def group_of_keys(group: KeyGroup, lines: list[Shortcut], language: Language) -> str:
    """The keys of one group, with its name above."""
    return html.heading(group.value.say(language)) + html.table(
        (names(one), escape(one.does.say(language))) for one in lines
    )


def names(shortcut: Shortcut) -> str:
    """The keys of a line, each as it stands on the keyboard."""
    return " ".join(f'<span class="key">&nbsp;{escape(spoken(key))}&nbsp;</span>' for key in shortcut.keys)
