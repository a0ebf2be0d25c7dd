"""What an organisation sets beforehand for everybody: a file below the user's own, read when the program starts and never written.

The first file that is there counts. What cannot be read in it is told and ignored: a mistake in it never keeps anybody from working.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from guidance_kb.language import Text
from guidance_kb.paths import portable_folder, program_folder
from guidance_kb.preferences.options import OPTIONS, Option, Value

NAME: Final = "defaults.ini"

_LARGEST: Final = 64 * 1024
"""Bytes; no such file is larger."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a file of defaults says.

    Attributes:
        path: The file; None when there is none.
        values: What it sets, by the names of the settings.
        problems: What of it was not understood, a sentence each.
    """

    path: Path | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    problems: Sequence[Text] = ()


def places(platform: str = sys.platform) -> tuple[Path, ...]:
    """Where such a file may lie, the first one first: beside the program when it is portable, then where the system keeps such files."""
    beside = (program_folder() / NAME,) if portable_folder() is not None else ()
    if platform == "win32":
        return (*beside, Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Guidance KB" / NAME)
    if platform == "darwin":
        return (*beside, Path("/Library/Application Support/Guidance KB") / NAME)
    named = (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
    folders = (Path("/etc/guidance-kb"), *(Path(each) / "guidance-kb" for each in named if Path(each).is_absolute()))
    return (*beside, *(folder / NAME for folder in folders))


def read_defaults(paths: Sequence[Path]) -> Defaults:
    """What the first of `paths` that is there says; never an error."""
    path = next((each for each in paths if os.path.lexists(each)), None)
    if path is None:
        return Defaults()
    try:
        written = _parsed(path)
    except (OSError, ValueError):
        unread = Text(
            "Het bestand kan niet worden gelezen en telt niet mee.", "The file cannot be read and does not count."
        )
        return Defaults(path, problems=(unread,))
    values: dict[str, Value] = {}
    problems = list(_taken(written, values))
    return Defaults(path, values, problems)


def _parsed(path: Path) -> Mapping[str, str]:
    """What stands in a file, by name.

    Raises:
        OSError: It cannot be opened.
        ValueError: It is no such file.
    """
    from configparser import ConfigParser, Error  # noqa: PLC0415 - few computers have such a file

    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(path.name)
    text = content.decode("utf-8-sig")
    parser = ConfigParser(interpolation=None, comment_prefixes=("#", ";"), default_section="")
    try:
        parser.read_string(text if _has_section(text) else f"[General]\n{text}")
    except Error as error:
        raise ValueError(path.name) from error
    return {name: value for section in parser.sections() for name, value in parser.items(section)}


def _has_section(text: str) -> bool:
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if line and line[0] not in "#;"), "").startswith("[")


def _taken(written: Mapping[str, str], values: dict[str, Value]) -> Iterator[Text]:
    """Put into `values` what is understood, and yield what is not."""
    options = {option.key: option for option in OPTIONS}
    for name, text in written.items():
        option = options.get(name)
        if option is None:
            yield Text(f"“{name}” is geen instelling.", f"“{name}” is no setting.")
            continue
        value = option.understood(text.strip().strip('"'))
        if value is None:
            yield _refusal(option)
        else:
            values[name] = value


def _refusal(option: Option) -> Text:
    """What may stand behind the name of a setting; what stood there is not repeated."""
    if option.choices:
        known = ", ".join(str(value) for value, _ in option.choices)
    elif isinstance(option.default, bool):
        known = "true, false"
    else:
        return Text(f"“{option.key}” is te lang.", f"“{option.key}” is too long.")
    return Text(f"“{option.key}” kan zijn: {known}.", f"“{option.key}” can be: {known}.")
