"""A casebook that we made opens in another program: Debian's `sqlcipher`, with the exported key."""

import sqlite3

import pytest

from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from tests.casebook.keeping import CODE, filled
from tests.soak.casebook.encrypted import asked_elsewhere


def test_debians_sqlcipher_opens_it_by_the_raw_key(vault: Vault, open_casebook: Store) -> None:
    filled(open_casebook)
    key = vault._key
    assert key is not None
    vault.close()
    answer = asked_elsewhere(
        vault.database_file,
        key,
        "PRAGMA cipher_integrity_check; PRAGMA integrity_check; SELECT code FROM client ORDER BY id;",
    )
    if answer is None:
        pytest.skip("there is no program sqlcipher here (Debian's package of that name)")
    assert answer.splitlines() == ["ok", CODE, "OEFEN-2", "K-7"]  # the first check prints nothing when all is well


def test_without_the_key_it_is_no_database(vault: Vault, open_casebook: Store) -> None:
    filled(open_casebook)
    vault.close()
    plain = sqlite3.connect(vault.database_file)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT * FROM client")
    plain.close()
