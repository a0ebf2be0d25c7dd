"""How a text says that it is not translated: its title begins with that, wherever it is shown, copied or exported."""

from guidance_kb.language import Language, Text

_MARK = Text("[niet vertaald]", "[not translated]")


def marked(title: str, language: str) -> str:
    """The title, as it stands in the language that it is not translated into."""
    return f"{_MARK.say(Language(language))} {title}"


def names(title: str, language: str) -> bool:
    """Whether a title says that the text is not translated into this language."""
    return title.startswith(_MARK.say(Language(language)))
