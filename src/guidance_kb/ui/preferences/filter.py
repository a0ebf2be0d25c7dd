"""Which rows fit the words that are typed, and where in a text the words stand. Case and accents make no difference. No Qt."""

from collections.abc import Iterable, Sequence

from guidance_kb.search.language.folding import Range, fold


def words_of(typed: str) -> tuple[str, ...]:
    """The words that are looked for."""
    return tuple(fold(typed).split())


def fits(texts: Iterable[str], words: Sequence[str]) -> bool:
    """Whether each of the words stands somewhere in the texts, also in the middle of another word."""
    within = "\n".join(fold(text) for text in texts)
    return all(word in within for word in words)


def places(text: str, words: Sequence[str]) -> list[Range]:
    """Where the words stand in a text, from left to right; what overlaps is one place."""
    if not words:
        return []
    origin = [at for at, letter in enumerate(text) for _ in fold(letter)]
    folded = "".join(fold(letter) for letter in text)
    marked: set[int] = set()
    for word in words:
        start = folded.find(word)
        while start >= 0:
            marked.update(range(origin[start], origin[start + len(word) - 1] + 1))
            start = folded.find(word, start + 1)
    found: list[Range] = []
    for at in sorted(marked):
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found
