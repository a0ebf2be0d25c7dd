"""Every hostile pack is refused with its reason, in both languages, in good time, and leaves nothing behind."""

import sys
from pathlib import Path

import pytest

from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.problems import PackError
from guidance_kb.knowledge.packs.validation import read_files, read_pack
from guidance_kb.language import Language
from tests.knowledge.packs.hostile import HOSTILE

NOT_ON_WINDOWS = {
    "pipe",
    "link out of the folder",
    "link to a file of the system",
    "folder that is a link",
    "name of a device",
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", [name for name in HOSTILE if sys.platform != "win32" or name not in NOT_ON_WINDOWS])
def test_it_is_refused(name: str, tmp_path: Path, ours: Content) -> None:
    hostile = HOSTILE[name]
    path = hostile.make(tmp_path)
    with pytest.raises(PackError) as caught:
        read_pack(read_files(path), ours)
    assert hostile.says in caught.value.say(Language.EN)
    assert "niets gewijzigd" in caught.value.say(Language.NL)
    for language in Language:
        assert all(c.isprintable() or c == "\n" for c in caught.value.say(language))
        assert len(caught.value.say(language)) < 10_000


def test_there_are_many() -> None:
    assert len(HOSTILE) >= 25
