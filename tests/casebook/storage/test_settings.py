"""The choices of one casebook."""

from guidance_kb.casebook.storage.store import Store
from guidance_kb.preferences.options import KEEP_MONTHS, LOCK_MINUTES, RecordsSettings
from tests.casebook.conftest import Clock
from tests.casebook.people import restarted


def test_choices_have_a_usual_value_and_are_kept(open_casebook: Store, clock: Clock) -> None:
    settings = open_casebook.settings
    assert (settings.all, settings.keep_months, settings.read("colour")) == (RecordsSettings(10, 12), 12, None)
    settings.write_number(LOCK_MINUTES, 25)
    settings.write_number(KEEP_MONTHS, 24)
    settings.write("colour", "blauw")
    settings.write("colour", "groen")
    again = restarted(open_casebook, clock).settings
    assert (again.all, again.keep_months, again.read("colour")) == (RecordsSettings(25, 24), 24, "groen")
    assert (again.read("lock_minutes"), again.read("keep_months")) == ("25", "24"), "as every version has written it"


def test_choices_stay_within_their_limits(open_casebook: Store) -> None:
    settings = open_casebook.settings
    settings.write_number(LOCK_MINUTES, 0)
    settings.write_number(KEEP_MONTHS, 1000)
    assert settings.all == RecordsSettings(lock_minutes=1, keep_months=120)
    settings.write("lock_minutes", "100000")  # by another hand
    assert settings.number(LOCK_MINUTES) == 60
