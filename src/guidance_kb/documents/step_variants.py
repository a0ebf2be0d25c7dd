"""The steps of a barrier or drive in words, for its page: the general one, and those for what was named."""

from collections.abc import Iterator

from guidance_kb.conversation.steps import step_for
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, Drive, StepVariant
from guidance_kb.language import Language, Text

_WHERE = Text("bij {}", "with {}")
_NOT = Text("{}, zonder {}", "{}, without {}")


def steps_in_words(library: Library, target: Barrier | Drive, who: str, language: Language) -> Iterator[str]:
    """Yield the general step, if there is one, and then each variant with the items on which it depends; `who` as in `step_for`."""
    general = step_for(target, who, {}).say(language)
    if general:
        yield general
    for each in target.variants:
        if each.who == who:
            step = (each.nl if language is Language.NL else each.en).step
            yield f"{step} ({_condition(library, each, language)})"


def _condition(library: Library, variant: StepVariant, language: Language) -> str:
    where = _WHERE.say(language).format(_labels(library, variant.when, language))
    if not variant.unless:
        return where
    return _NOT.say(language).format(where, _labels(library, variant.unless, language))


def _labels(library: Library, items: tuple[str, ...], language: Language) -> str:
    return ", ".join(f"“{library.items[item].text(language).label}”" for item in items)
