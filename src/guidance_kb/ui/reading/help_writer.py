"""Converts help articles to pages: Markdown, with generated parts at its placeholders."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QObject, QSysInfo

from guidance_kb import __version__, paths
from guidance_kb.documents.licences import licences
from guidance_kb.help import articles
from guidance_kb.help.articles import news
from guidance_kb.help.key_table import TABLE, KeyGroup, Shortcut
from guidance_kb.help.names import LICENCE, SETTING, article_of
from guidance_kb.language import Language, Text
from guidance_kb.markdown import parts, render_article
from guidance_kb.preferences.options import searchables
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import spoken
from guidance_kb.ui.reading import html

# --- Generated parts: version, report, folders, licences


_HASH = 12
"""Number of digits shown of the hash of the knowledge."""


class AboutPage(QObject):
    """Generated parts about the program."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def parts(self, language: Language) -> Mapping[str, Callable[[], str]]:
        """Return functions for the parts, by the name of their placeholder."""
        return {
            "version": self._version,
            "places": lambda: self._places(language),
            "news": lambda: _news(language),
            "licences": lambda: _licences(language),
            "report": self._report,
            "updating": self._updating,
        }

    def facts(self) -> str:
        """Return version information for support as plain text, without personal data and paths."""
        lines = [(name, value) for name, value in self._facts()]
        return "\n".join(f"{name}: {value}" for name, value in lines)

    def _facts(self) -> list[tuple[str, str]]:
        meta = self._services.library.meta
        packs = [f"{pack.id} {pack.version}" for pack in self._services.library.packs.values()]
        return [
            (self.tr("Program"), f"Guidance KB {__version__}"),
            (self.tr("Knowledge"), f"{meta['content'][:_HASH]} (schema {meta['schema']})"),
            (self.tr("Checklist"), meta["checklist"]),
            (self.tr("Knowledge packs"), ", ".join(packs) or self.tr("none")),
            (self.tr("System"), f"{QSysInfo.prettyProductName()} · {QSysInfo.currentCpuArchitecture()}"),
        ]

    def _version(self) -> str:
        return html.facts((name, escape(value)) for name, value in self._facts())

    def _updating(self) -> str:
        """Return the current version and how to obtain a newer one."""
        now = self.tr("You have version %1. The program has no internet, so it cannot look for a newer one by itself.")
        where = self.tr("Ask your organisation, or whoever gave you the program.")
        if name := self._services.settings.read().contact_organisation:
            where = self.tr("A newer one comes from your organisation (%1), or from whoever gave you the program.")
            where = where.replace("%1", name)
        return html.paragraph(now.replace("%1", __version__)) + html.paragraph(where)

    def _report(self) -> str:
        return html.paragraph(self._services.library.meta["report"])

    def _places(self, language: Language) -> str:
        """Return each folder below its name; in a table, a long path would cause horizontal scrolling."""
        return "".join(
            html.paragraph(place.name.say(language), "over") + html.paragraph(str(place.path))
            for place in paths.all_places()
        )


def _news(language: Language) -> str:
    made = ""
    for version in news():
        made += html.heading(f"Guidance KB {version.number}")
        made += html.bullets(escape(line.say(language)) for line in version.lines)
    return made


def _licences(language: Language) -> str:
    """Return the third-party components with links to their licences; names only when run from source without `make build`."""
    found = licences()
    if not found:
        return html.table((escape(name), escape(licence)) for name, licence in _PARTS)
    return html.table(
        (
            html.link(f"{LICENCE}{number}", f"{one.name} {one.version}".strip()),
            f"{escape(one.identifier)}<br><span class='soft'>{escape(one.why.say(language))}</span>",
        )
        for number, one in enumerate(found)
    )


def licence(identifier: str) -> str:
    """Return the page with the full text of a licence; empty if there is no such number."""
    number, found = identifier.removeprefix(LICENCE), licences()
    if not number.isdecimal() or int(number) >= len(found):
        return ""
    one = found[int(number)]
    text = "".join(html.paragraph(part) for part in one.text.split("\n\n") if part.strip())
    return html.title(one.name) + html.paragraph(f"{one.version} · {one.identifier}".strip(" ·"), "over") + text


_PARTS = (
    ("Python", "PSF-2.0"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLite", "Public domain"),
    ("SQLCipher", "BSD-3-Clause"),
    ("Whoosh Reloaded", "BSD-2-Clause"),
    ("PyStemmer", "MIT, BSD-3-Clause"),
    ("cryptography", "Apache-2.0, BSD-3-Clause"),
    ("pydantic", "MIT"),
    ("markdown-it-py", "MIT"),
    ("sqlite-utils", "Apache-2.0"),
    ("icalendar", "BSD-2-Clause"),
    ("zxcvbn", "MIT"),
    ("platformdirs", "MIT"),
    ("Inter", "OFL-1.1"),
    ("Lucide", "ISC"),
)


# --- Example queries; a test runs each of them


@dataclass(frozen=True, slots=True)
class Example:
    """A query and its meaning, in both languages together because one test runs both."""

    query: Text
    meaning: Text


EXAMPLES: Final = (
    Example(
        Text("drempel geld", "barrier money"),
        Text("beide woorden, in elke volgorde en vorm", "both words, in any order and form"),
    ),
    Example(
        Text('"eerste weken"', '"first weeks"'),
        Text("deze woorden naast elkaar", "these words next to each other"),
    ),
    Example(
        Text("drempel -geld", "barrier -money"),
        Text("het eerste, zonder het tweede (ook NIET)", "the first, without the second (also NOT)"),
    ),
    Example(
        Text("drempel OF geld", "transport OR distance"),
        Text("een van de twee", "one of the two"),
    ),
    Example(
        Text("opvang*", "motiv*"),
        Text("elk woord dat zo begint", "every word that begins so"),
    ),
    Example(
        Text("land:ierland", "country:ireland"),
        Text("alles over dit land", "all about this country"),
    ),
    Example(
        Text("soort:aanbeveling", "kind:recommendation"),
        Text("alles van deze soort", "all of this kind"),
    ),
    Example(
        Text("thema:motiveren", "theme:motivating"),
        Text("wat landen over dit thema zeiden", "what countries said on this theme"),
    ),
    Example(
        Text("belemmering:schulden", "barrier:debts"),
        Text("wat over deze belemmering gaat", "what is about this barrier"),
    ),
    Example(
        Text("belemmeringssoort:situationeel", "category:situational"),
        Text("wat over zulke belemmeringen gaat", "what is about such barriers"),
    ),
    Example(
        Text("drijfveer:autonomie", "drive:autonomy"),
        Text("wat over deze drijfveer gaat", "what is about this drive"),
    ),
    Example(
        Text("land:vlaanderen werk*", "country:flanders work*"),
        Text("alles bij elkaar", "all of it together"),
    ),
)
"""The examples, from simple to combined."""


def examples(language: Language) -> str:
    """Return the table of examples as HTML; each query is a link that runs it."""
    return html.table(
        (html.query(example.query.say(language)), escape(example.meaning.say(language))) for example in EXAMPLES
    )


# --- Pages


class HelpWriter(QObject):
    """Writes help pages."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.about = AboutPage(services, self)

    def write(self, identifier: str, language: Language) -> str | None:
        """Return the page of an article, a setting or a licence, or of the article that contains an id; None if there is none."""
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
        """Return the page of a setting: its explanation and a link to it."""
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
    """Return tables of keys, one for each group."""
    groups = {group: [one for one in shown if one.group is group] for group in KeyGroup}
    return "".join(group_of_keys(group, lines, language) for group, lines in groups.items() if lines)


def group_of_keys(group: KeyGroup, lines: list[Shortcut], language: Language) -> str:
    """Return the table of one group under its name."""
    return html.heading(group.value.say(language)) + html.table(
        (names(one), escape(one.does.say(language))) for one in lines
    )


def names(shortcut: Shortcut) -> str:
    """Return the keys of a shortcut as HTML, with the labels on the keyboard."""
    return " ".join(f'<span class="key">&nbsp;{escape(spoken(key))}&nbsp;</span>' for key in shortcut.keys)
