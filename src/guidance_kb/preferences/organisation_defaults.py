"""An organisation's default settings: a file that ranks below the user's own, read at start and never written.

The first existing file counts. Errors in it are reported and ignored: a mistake never keeps anybody from working.
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
"""Maximum size of the file in bytes."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """The contents of a file of defaults.

    Attributes:
        path: The file; None if there is none.
        values: The values that it sets, by setting.
        problems: One sentence for each error in it.
    """

    path: Path | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    problems: Sequence[Text] = ()


def places(platform: str = sys.platform) -> tuple[Path, ...]:
    """Return the possible paths of the file, the first one first: beside a portable program, then the system's configuration folders."""
    beside = (program_folder() / NAME,) if portable_folder() is not None else ()
    if platform == "win32":
        return (*beside, Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Guidance KB" / NAME)
    if platform == "darwin":
        return (*beside, Path("/Library/Application Support/Guidance KB") / NAME)
    named = (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
    folders = (Path("/etc/guidance-kb"), *(Path(each) / "guidance-kb" for each in named if Path(each).is_absolute()))
    return (*beside, *(folder / NAME for folder in folders))


def read_defaults(paths: Sequence[Path]) -> Defaults:
    """Read the first existing file of `paths`. Never raises."""
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
    """Return the entries of a file, by name.

    Raises:
        OSError: The file cannot be opened.
        ValueError: It is not a file of defaults.
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
    """Put the valid entries into `values`, and yield a message for each other one."""
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
    """Return a message with the allowed values of a setting; it does not repeat the value found."""
    if option.choices:
        known = ", ".join(str(value) for value, _ in option.choices)
    elif isinstance(option.default, bool):
        known = "true, false"
    else:
        return Text(f"“{option.key}” is te lang.", f"“{option.key}” is too long.")
    return Text(f"“{option.key}” kan zijn: {known}.", f"“{option.key}” can be: {known}.")
