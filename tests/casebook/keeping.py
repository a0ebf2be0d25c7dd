"""A casebook with something in every table, and what the tests of keeping, erasing and moving ask of it."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from guidance_kb.casebook.privacy.ownership import digests
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.envelope import DataKey
from tests.casebook.people import client
from tests.casebook.stores.__main__ import fill

CODE = "OEFEN-1"
"""Of the client that has a row in every table."""

_PAGE, _RESERVED, _IV = 4096, 80, 16  # of SQLCipher 4: an IV and an HMAC-SHA512 at the end of every page


def filled(store: Store) -> int:
    """Fills a casebook: `CODE` with a row in every table, and somebody else with words of their own; returns the id of `CODE`."""
    fill(store)
    other = client(store, "K-7")
    store.notes.write(other, "fietst naar de werkplaats")
    found = store.clients.find(CODE)
    assert found is not None
    return found.id


def of_each(store: Store) -> dict[str, bytes]:
    """A hash of everything of each client, by uid."""
    return by_uid(store.rows)


def by_uid(rows: Rows) -> dict[str, bytes]:
    """The same, of any open casebook."""
    found = digests(rows, without=("action",))
    return {uid: found[number] for number, uid in rows.all("SELECT id, uid FROM client")}


def decrypted_pages(path: Path, key: DataKey) -> bytes:
    """Every page of a closed database in clear, by its raw key and without SQLCipher: also what no row refers to any more."""
    content = path.read_bytes()
    pages = []
    for start in range(0, len(content), _PAGE):
        page = content[start : start + _PAGE]
        box = page[_IV if start == 0 else 0 : _PAGE - _RESERVED]  # the first 16 bytes of the file are the salt
        iv = page[_PAGE - _RESERVED : _PAGE - _RESERVED + _IV]
        decryptor = Cipher(algorithms.AES(key.secret), modes.CBC(iv)).decryptor()
        pages.append(decryptor.update(box) + decryptor.finalize())
    return b"".join(pages)
