"""Conversion of an entry's body to plain text, for the clipboard."""

from html.parser import HTMLParser


def plain_text(html: str) -> str:
    """Return the text of a rendered body (tags p, ul, ol, li, em, strong, br), with paragraphs separated and list items as `- …`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "\n".join(reader.lines()).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._text = ""
        self._counters: list[int | None] = []
        """The number of the last item of each open list; None for a bulleted list."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a list, an item, a paragraph or a line; other tags are ignored."""
        if tag in ("ul", "ol"):
            start = dict(attrs).get("start") or "1"
            self._counters.append(int(start) - 1 if tag == "ol" and start.isdigit() else 0 if tag == "ol" else None)
            self._text += "\n" if len(self._counters) == 1 else ""
        elif tag == "li":
            self._text += "\n" + "  " * (len(self._counters) - 1) + self._bullet()
        elif tag == "p" and not self._counters:
            self._text += "\n\n"
        elif tag == "br":
            self._text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._counters:
            self._counters.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() or "\n" not in data:  # line breaks between tags are layout
            words = data.replace("\n", " ")
            self._text += words.lstrip() if self._text.endswith("\n") else words

    def lines(self) -> list[str]:
        """Return the lines read so far, without trailing spaces."""
        return [line.rstrip() for line in self._text.split("\n")]

    def _bullet(self) -> str:
        number = self._counters[-1] if self._counters else None
        if number is None:
            return "- "
        self._counters[-1] = number + 1
        return f"{number + 1}. "
