"""What belongs to a client is found in the schema: a table added to it is found too."""

from guidance_kb.casebook.privacy.ownership import digests, of_client, owned
from guidance_kb.casebook.storage.store import Store
from tests.casebook.keeping import filled
from tests.casebook.people import client

NOBODYS = {"rules", "tombstone", "setting"}


def test_every_table_is_a_clients_or_known_to_be_nobodys(open_casebook: Store) -> None:
    sql = (
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite_%'"
        " AND name NOT LIKE 'word%'"
    )
    assert {table.name for table in owned(open_casebook.rows)} == {
        name for (name,) in open_casebook.rows.all(sql)
    } - NOBODYS


def test_a_table_that_is_added_belongs_by_its_foreign_key(open_casebook: Store) -> None:
    rows = open_casebook.rows
    rows.run("CREATE TABLE extra (id INTEGER PRIMARY KEY, reopening INTEGER REFERENCES reopening, words TEXT)")
    person = filled(open_casebook)
    (reopening,) = rows.the("SELECT id FROM reopening")
    rows.run("INSERT INTO extra VALUES (9, ?, 'iets')", reopening)
    extra = next(table for table in owned(rows) if table.name == "extra")
    assert extra.chain == (("extra", "reopening"), ("reopening", "session"), ("session", "client"))
    assert of_client(rows, extra, person) == [(9, reopening, "iets")]
    assert rows.all(extra.with_owner) == [(person, 9, reopening, "iets")]


def test_parents_stand_before_children(open_casebook: Store) -> None:
    seen: set[str] = set()
    for table in owned(open_casebook.rows):
        assert set(table.parents.values()) <= seen
        seen.add(table.name)


def test_the_shortest_way_counts(open_casebook: Store) -> None:
    chains = {table.name: table.chain for table in owned(open_casebook.rows)}
    assert chains["client"] == ()
    assert chains["note"] == (("note", "client"),)
    assert chains["answer"] == (("answer", "session"), ("session", "client"))


def test_every_row_is_somebodys_and_only_theirs(open_casebook: Store) -> None:
    filled(open_casebook)
    rows = open_casebook.rows
    everybody = [number for (number,) in rows.all("SELECT id FROM client")]
    for table in owned(rows):
        by_client = [row for each in everybody for row in of_client(rows, table, each)]
        assert sorted(by_client) == sorted(rows.all(f"SELECT * FROM {table.name}"))  # noqa: S608
        assert len(by_client) >= 1
        assert [(row[0], *row[1:]) for row in rows.all(table.with_owner)] == sorted(
            ((each, *row) for each in everybody for row in of_client(rows, table, each)), key=lambda row: row[1]
        )


def test_a_digest_changes_with_any_value_of_that_client_alone(open_casebook: Store) -> None:
    person = filled(open_casebook)
    other = client(open_casebook, "K-8")
    rows = open_casebook.rows
    before = digests(rows)
    assert before.keys() == {number for (number,) in rows.all("SELECT id FROM client")}
    rows.run("UPDATE verdict SET at = '2020-01-01T00:00:00Z'")
    after = digests(rows)
    assert after[person] != before[person]
    assert after[other] == before[other]
    assert digests(rows, without=("verdict",)) != before
    rows.run("UPDATE verdict SET at = '2021-01-01T00:00:00Z'")
    assert digests(rows, without=("verdict",)) == digests(rows, without=("verdict",))
