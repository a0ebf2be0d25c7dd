from pathlib import Path

import pytest

from guidance_kb.casebook.storage.encrypted_connection import Journal, file_system_of, is_on_network, journal_for

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home rw shared:2 master:1 - ext4 /dev/sda2 rw
31 30 0:41 / /home/anna/share rw - nfs4 server:/export rw
32 22 0:42 / /mnt/my\\040records rw - cifs //server/records rw
33 22 0:43 / /mnt/twice rw - cifs //server/old rw
34 22 0:44 / /mnt/twice rw - ext4 /dev/sdb1 rw
a line that is not like the others
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/casebook", "ext4"),
        ("/home/anna/casebook", "ext4"),
        ("/home/anna/share", "nfs4"),
        ("/home/anna/share/deep/casebook", "nfs4"),
        ("/home/anna/shared", "ext4"),
        ("/mnt/my records/casebook", "cifs"),
        ("/mnt/twice/casebook", "ext4"),
    ],
)
def test_the_longest_mount_point_that_holds_it_says_what_a_path_is_on(path: str, kind: str) -> None:
    assert file_system_of(Path(path), MOUNTS) == kind


def test_no_mounts_say_nothing() -> None:
    assert file_system_of(Path("/home"), "") == ""


def test_a_folder_of_this_machine_gets_a_wal(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)
    assert journal_for(tmp_path) is Journal.WAL


def test_a_folder_that_is_not_there_yet_is_judged_by_where_it_will_be(tmp_path: Path) -> None:
    assert journal_for(tmp_path / "not" / "yet") is Journal.WAL
