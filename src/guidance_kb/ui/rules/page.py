"""Conversion of rules to a page, and the browser that shows it."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from guidance_kb.conversation.answers import GAP, Answer, State
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.documents.names import LEVELS
from guidance_kb.documents.rules import RuleInWords, RuleLine
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text
from guidance_kb.ui.core.answers import answer_words
from guidance_kb.ui.core.translation import in_sentence
from guidance_kb.ui.look.tokens import STRONG, TYPE, Tokens
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser


class RulesWriter(QObject):
    """Writes rules with links to their targets and items."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library

    def head(self, principles: Iterable[Text], language: Language) -> str:
        """Return the principles of all rules under a heading; without it, the page would seem to begin in the middle."""
        heading = self.tr("What holds for every rule")
        lead = f'<p class="rule">{escape(heading)}</p>'
        return lead + html.bullets(escape(each.say(language)) for each in principles)

    def rules(
        self,
        rules: Sequence[RuleInWords],
        language: Language,
        levels: Mapping[str, SignalLevel],
        answers: Mapping[str, Answer],
    ) -> str:
        """Return the rules as HTML.

        Args:
            rules: The rules, in order.
            language: The language of the page.
            levels: The levels of the signals in the current conversation, by target.
            answers: The answers of that conversation, by item.
        """
        if not rules:
            return html.paragraph(self.tr("No rule matches. Remove a word, or choose another kind."))
        return "".join(self._rule(rule, language, levels.get(rule.target), answers) for rule in rules)

    def _rule(
        self, rule: RuleInWords, language: Language, level: SignalLevel | None, answers: Mapping[str, Answer]
    ) -> str:
        name = rule.name.say(language)
        known = rule.target in self._library.barriers or rule.target in self._library.drives
        title = html.link(rule.target, name) if known else escape(name)
        over = escape(rule.category.say(language))
        if level is not None:
            now = self.tr("shows now: {level}").format(level=in_sentence(LEVELS[level]))
            over += f" · <b>{escape(now)}</b>"
        lines = "".join(self._line(line, language, answers) for line in rule.lines)
        return f'<p class="rule">{title}</p><p class="over">{over}</p>{lines}'

    def _line(self, line: RuleLine, language: Language, answers: Mapping[str, Answer]) -> str:
        lead, level = line.lead.say(language), LEVELS[line.level].title(language)
        said = f"<b>{escape(level)}</b>{escape(lead.removeprefix(level))}" if lead.startswith(level) else escape(lead)
        items = [self._item(each.item, each.label.say(language), answers) for each in line.answers]
        if len(items) == 1:
            return f'<p class="line">{said} {items[0]}</p>'
        return f'<p class="line">{said}</p>{html.bullets(items)}'

    def _item(self, item: str, label: str, answers: Mapping[str, Answer]) -> str:
        """Return an item with its answer in the current conversation; it is a link if the library has the item."""
        made = html.link(item, label) if item in self._library.items else escape(label)
        answer = answers.get(item, GAP)
        if answer.state is State.NOT_DISCUSSED:
            return made
        return f'{made} <span class="soft">({escape(answer_words(answer))})</span>'


class RulesBrowser(Browser):
    """Browser with one tab stop, because the page has over a hundred links: Right and Left move between them."""

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        return QTextEdit.focusNextPrevChild(self, following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not event.modifiers():
            super().focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)


def style_sheet(tokens: Tokens, scale: float) -> str:
    """Return the style sheet: that of the reading pane, with less space between rules."""

    def px(size: float) -> str:
        return f"{round(size * scale)}px"

    return f"""{html.style_sheet(tokens, scale)}
    p.rule a, p.rule {{ font-size: {px(TYPE.heading)}; font-weight: {STRONG}; }}
    p.rule {{ margin: {px(22)} 0 0 0; line-height: 130%; }}
    p.over b {{ font-size: {px(TYPE.small)}; color: {tokens.accent}; }}
    p.line, p.line a, p.line b, li, li a {{ font-size: {px(TYPE.body)}; }}
    p.line, li {{ line-height: 140%; margin-bottom: {px(2)}; }}
    """
