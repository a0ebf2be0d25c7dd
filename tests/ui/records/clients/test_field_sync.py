from guidance_kb.ui.records.clients.controller import FieldSync


def test_a_field_follows_the_store_only_while_nothing_is_unwritten() -> None:
    written = FieldSync("een")
    assert written.follows("een")
    assert not written.follows("een en t")
    written.begin()
    assert not written.follows("een")
    written.done("een en twee")
    assert written.follows("een en twee")
    assert not written.follows("een")


def test_what_could_not_be_written_is_not_overwritten() -> None:
    written = FieldSync("een")
    written.begin()  # and it failed
    written.begin()
    written.done("twee")
    assert written.text == "twee"
    assert not written.follows("twee")
