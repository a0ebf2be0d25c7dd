"""Looks for words where they must not be: as UTF-8 and UTF-16, as hex and base64 of both, in contents and names."""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def forms(token: str) -> Iterator[bytes]:
    """Every form in which a word of small letters may lie somewhere; search what was made small by `small`, and as it is."""
    for encoding in _ENCODINGS:
        plain = token.encode(encoding)
        yield plain
        yield plain.hex().encode()
        for cut in range(
            3
        ):  # base64 takes three bytes at a time; where the word begins among them changes every letter
            piece = plain[cut:]
            yield base64.b64encode(piece[: len(piece) // 3 * 3])


def hits(content: bytes, tokens: Iterable[str]) -> set[str]:
    """The words that are in a content in some form, whatever the capitals."""
    small = content.lower()
    return {token for token in tokens if any(form in content or form in small for form in forms(token))}


def hits_below(folders: Iterable[Path], tokens: Iterable[str], without: Iterable[Path] = ()) -> tuple[int, list[str]]:
    """Returns how many files there are below some folders, and where words are: `name: words`.

    Args:
        folders: To look in; links are not followed.
        tokens: The words, in small letters.
        without: Folders that are left out.
    """
    tokens, without, looked_at, found = list(tokens), list(without), 0, []
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_symlink() or any(file.is_relative_to(each) for each in without):
                continue
            inside = file.read_bytes() if file.is_file() else b""
            looked_at += file.is_file()
            there = hits(inside, tokens) | hits(file.name.encode(), tokens)
            if there:
                found.append(f"{file.relative_to(folder)}: {', '.join(sorted(there))}")
    return looked_at, found
