"""Adding, removing and rebuilding packs: the installed packs, and the database of our content and theirs together."""

import shutil
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from guidance_kb.errors import KnownError
from guidance_kb.knowledge import model
from guidance_kb.knowledge.authoring.build import read, write
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.problems import PackError, Problem
from guidance_kb.knowledge.packs.archive import read_zip, write_zip
from guidance_kb.knowledge.packs.database import Shipped, made_for
from guidance_kb.knowledge.packs.store import BUILT, Kept, PackState, PackStore
from guidance_kb.knowledge.packs.summary import PackSummary, about, titles
from guidance_kb.knowledge.packs.validation import examine, read_files, read_pack, untranslated
from guidance_kb.knowledge.schema import AddIndex
from guidance_kb.language import Language, Text


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed pack; `aside` is the reason why it is not used now, or None."""

    pack: model.Pack
    aside: Text | None


@dataclass(frozen=True, slots=True)
class PacksChanged:
    """The added or removed pack, its zip, and the database to open from now on: the shipped one if no pack is left."""

    pack: model.Pack
    zip: bytes
    database: Path


class Packs:
    """The packs in a folder of the user. The methods are slow (seconds for large packs): never call them in the thread of a window.

    Each change builds a new database; the open one stays unchanged, and a later change removes it.

    Args:
        folder: The folder of the packs and their database; created with the first pack.
        shipped: The shipped knowledge, to which the packs are added.
        add_index: Adds the search index to a database (`search.index.add_index`).
    """

    def __init__(self, folder: Path, shipped: Shipped, add_index: AddIndex) -> None:
        self._folder = folder
        self._store = PackStore(folder)
        self._shipped = shipped
        self._add_index = add_index

    @cached_property
    def _ours(self) -> Content:
        return read(self._shipped.resources)

    def installed(self) -> list[Installed]:
        """Return the installed packs in the order of their ids, including those that were set aside.

        Raises:
            KnownError: The installed packs cannot be read.
        """
        return [Installed(kept.pack, kept.aside) for kept in self._store.kept()]

    def inspect(self, path: Path) -> PackSummary:
        """Inspect the pack in a folder or a zip without adding it; a pack that `add` would refuse has `problems`.

        Raises:
            KnownError: Our own content or the installed packs cannot be read.
        """
        try:
            files = read_files(path)
        except PackError as error:
            return PackSummary(None, problems=error.problems)
        content, problems = examine(files, self._ours)
        if content is None:
            return PackSummary(None, problems=problems, ignored=files.ignored)
        told = about(content)
        now = next((one.pack.version for one in self.installed() if one.pack.id == told.id), None)
        return PackSummary(told, titles(content), problems, files.ignored, now, untranslated(content))

    def add(self, path: Path) -> PacksChanged:
        """Add the pack in a folder or a zip; it replaces the installed pack with its id.

        Raises:
            PackError: The pack is refused.
            KnownError: The folder cannot be written, the disk is full, or another window is changing packs. The packs are unchanged.
        """
        files = read_files(path)
        content = read_pack(files, self._ours)
        told = about(content)
        new = Kept(told, write_zip(files.read), None)
        return self._with(new, {told.id: content})

    def remove(self, identifier: str) -> PacksChanged:
        """Remove the pack with this id.

        Raises:
            KnownError: No such pack is installed, or as `add`.
        """
        gone = next((one for one in self._store.kept() if one.pack.id == identifier), None)
        if gone is None:
            raise KnownError(
                f"Er is geen kennispakket “{identifier:.80}” geïnstalleerd.",
                f"No knowledge pack “{identifier:.80}” is installed.",
            )
        database = self._change(lambda kept: [one for one in kept if one.pack.id != identifier])
        return PacksChanged(gone.pack, gone.zip, database)

    def put_back(self, removed: PacksChanged) -> PacksChanged:
        """Add a removed pack again, even if it is set aside.

        Raises:
            KnownError: As `rebuild`.
        """
        return self._with(Kept(removed.pack, removed.zip, None))

    def rebuild(self) -> Path:
        """Build the database again for the present program and content; set aside packs that no longer fit, with the reason.

        Returns:
            The database to open from now on.

        Raises:
            KnownError: As `add`.
        """
        return self._change(lambda kept: kept)

    def _with(self, new: Kept, ready: Mapping[str, Content] | None = None) -> PacksChanged:
        """Add a pack to the others; it replaces the one with its id."""
        identifier = new.pack.id
        database = self._change(lambda kept: [*(one for one in kept if one.pack.id != identifier), new], ready)
        return PacksChanged(new.pack, new.zip, database)

    def _change(self, choose: Callable[[list[Kept]], list[Kept]], ready: Mapping[str, Content] | None = None) -> Path:
        """Build a database with the packs that `choose` returns; store the packs and the name of the database in one transaction."""
        made = made_for(self._shipped)
        fresh = self._folder / BUILT.replace("*", uuid.uuid4().hex)
        try:
            with self._store.changing() as change:
                kept, contents = self._read(choose(change.kept()), ready or {})
                if contents:
                    write(self._ours, contents, self._shipped.schema, fresh, self._add_index)
                change.replace(kept, PackState(fresh.name if contents else "", made))
        except BaseException:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
        self._sweep()
        return fresh if contents else self._shipped.database

    def _read(self, packs: Iterable[Kept], ready: Mapping[str, Content]) -> tuple[list[Kept], list[Content]]:
        """Return the packs, each with the reason if it is set aside, and the contents of the others; `ready` has contents read before."""
        kept: list[Kept] = []
        contents: list[Content] = []
        for one in sorted(packs, key=lambda one: one.pack.id):
            try:
                content = ready.get(one.pack.id) or read_pack(read_zip(one.zip), self._ours)
            except PackError as error:
                kept.append(replace(one, aside=_first(error.problems)))
            else:
                kept.append(replace(one, aside=None))
                contents.append(content)
        return kept, contents

    def _sweep(self) -> None:
        """Remove unused databases; on Windows one that is still open stays until the next change."""
        with suppress(KnownError, OSError), self._store.changing():
            state = self._store.state()
            for path in self._folder.iterdir():
                if path.name.startswith(".build-"):  # left by a program that was killed
                    shutil.rmtree(path, ignore_errors=True)
                elif path.match(BUILT) and (state is None or path.name != state.database):
                    with suppress(OSError):
                        path.unlink()


def _first(problems: Sequence[Problem]) -> Text:
    """Return the first problem and the number of others."""
    first, more = problems[0], len(problems) - 1
    return Text(
        first.say(Language.NL) + (f" (en nog {more})" if more else ""),
        first.say(Language.EN) + (f" (and {more} more)" if more else ""),
    )
