"""What the program says of itself in its help: its version, whose knowledge it holds, where data live, whose work it rests on."""

from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QObject, QSysInfo

from guidance_kb import __version__, paths
from guidance_kb.documents.licences import licences
from guidance_kb.help.names import LICENCE
from guidance_kb.help.news import news
from guidance_kb.language import Language
from guidance_kb.ui.reading import html
from guidance_kb.ui.services import Services

_HASH = 12
"""Signs of the hash of the knowledge that are shown: enough to tell two apart."""


class AboutPage(QObject):
    """Says it in the language asked for."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def parts(self, language: Language) -> Mapping[str, Callable[[], str]]:
        """What can stand in an article, by the name that marks its place."""
        return {
            "version": self._version,
            "places": lambda: self._places(language),
            "news": lambda: _news(language),
            "licences": lambda: _licences(language),
            "report": self._report,
            "updating": self._updating,
        }

    def facts(self) -> str:
        """What somebody who helps wants to know, as plain text; nothing of a person, and no path."""
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
        """Which version this is, and where a newer one comes from."""
        now = self.tr("You have version %1. The program has no internet, so it cannot look for a newer one by itself.")
        where = self.tr("Ask your organisation, or whoever gave you the program.")
        if name := self._services.settings.read().contact_organisation:
            where = self.tr("A newer one comes from your organisation (%1), or from whoever gave you the program.")
            where = where.replace("%1", name)
        return html.paragraph(now.replace("%1", __version__)) + html.paragraph(where)

    def _report(self) -> str:
        return html.paragraph(self._services.library.meta["report"])

    def _places(self, language: Language) -> str:
        """Each place below its name: side by side, a long path would make the page scroll sideways."""
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
    """Whose work the program rests on, each with a link to its licence in full; from source without `make build` only the names."""
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
    """The page with one licence in full; empty if there is none of that number."""
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
