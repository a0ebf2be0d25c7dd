"""A small program to add small packs to, and small packs: the smallest content, its database, and a folder of the user."""

from dataclasses import dataclass
from pathlib import Path

from guidance_kb.knowledge.authoring.build import write
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.packs.database import Opened, Shipped, opened
from guidance_kb.knowledge.packs.manager import Packs
from guidance_kb.knowledge.packs.validation import read_packs
from guidance_kb.knowledge.schema import AddIndex
from guidance_kb.paths import SQL
from tests.knowledge.authoring.folder import ContentFolder
from tests.knowledge.packs.hostile import EXAMPLE


def no_index(_: object) -> None:
    """This room does not know search."""


def small_pack(folder: Path, name: str = "klein", version: str = "1", link: str = "care-duties") -> Path:
    """Writes a pack with one section and one entry into a new folder."""
    folder.mkdir(parents=True)
    text = f'name = "{name.title()}"\ndescription = "Klein."\n'
    about = f'id = "pack-{name}"\nversion = "{version}"\npublisher = "P"\ncontact = "c@p.example"\ndate = 2026-05-01\nlicence = "CC0"\n'
    (folder / "pack.toml").write_text(f"{about}[nl]\n{text}[en]\n{text}", "utf-8")
    (folder / "all.toml").write_text(
        f'[[section]]\nname = "pack-{name}-gids"\nnl = "Gids"\nen = "Guide"\n'
        f'[[entry]]\nid = "pack-{name}-een"\nkind = "finding"\nsection = "pack-{name}-gids"\nbarriers = ["{link}"]\n'
        '[entry.nl]\ntitle = "Een"\nbody = "Een."\n[entry.en]\ntitle = "One"\nbody = "One."\n',
        "utf-8",
    )
    return folder


BUURT = "pack-buurt"
KIOSK = f"{BUURT}-kiosk"


def dutch_pack(folder: Path) -> Path:
    """Writes a pack that is in Dutch, but for one entry, into a new folder."""
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(
        f'id = "{BUURT}"\nversion = "1"\npublisher = "P"\ncontact = "c@p.example"\ndate = 2026-05-01\nlicence = "CC0"\n'
        '[nl]\nname = "Buurt"\ndescription = "Van de buurt."\n',
        "utf-8",
    )
    (folder / "all.toml").write_text(
        f'[[section]]\nname = "{BUURT}-gids"\nnl = "Buurtgids"\n'
        f'[[entry]]\nid = "{KIOSK}"\nkind = "address"\nsection = "{BUURT}-gids"\n'
        'address = { place = "Laan 1", hours_nl = "maandag" }\n'
        '[entry.nl]\ntitle = "De taalkiosk"\nbody = "Voor wie wil leren lezen: kwetterbuis."\nkeywords = ["taalpunt"]\n'
        f'[[entry]]\nid = "{BUURT}-twee"\nkind = "finding"\nsection = "{BUURT}-gids"\n'
        '[entry.nl]\ntitle = "Twee"\nbody = "Twee."\n[entry.en]\ntitle = "Two"\nbody = "Two."\n'
        f'[[concept]]\nid = "{KIOSK}-woord"\nnl = ["taalkioskje"]\n',
        "utf-8",
    )
    return folder


@dataclass
class Program:
    """The program with its content in `content`, and the packs of its user in `folder`."""

    content: ContentFolder
    folder: Path
    index: AddIndex = no_index

    @property
    def shipped(self) -> Shipped:
        return Shipped(self.content.target, self.content.root, SQL / "knowledge.sql")

    @property
    def packs(self) -> Packs:
        """The manager, made anew, as after a start of the program."""
        return Packs(self.folder, self.shipped, self.index)

    def start(self) -> Opened:
        """What the program opens when it starts."""
        return opened(self.folder, self.shipped, lambda: self.index)

    def known(self) -> list[str]:
        """The entries that are known after a start."""
        library = Library(self.start().database)
        try:
            return [entry.id for entry in library.entries()]
        finally:
            library.close()

    def state(self) -> dict[str, bytes]:
        """Every file of the user's folder."""
        return {path.name: path.read_bytes() for path in self.folder.iterdir()} if self.folder.exists() else {}


def with_example(target: Path, ours: Content) -> Library:
    """The real content with the worked example, built into `target` and opened."""
    write(ours, read_packs([EXAMPLE], ours), SQL / "knowledge.sql", target, no_index)
    return Library(target)
