"""The choices of one casebook."""

from guidance_kb.casebook.storage.store import Store
from tests.casebook.conftest import Clock
from tests.casebook.people import restarted


def test_choices_have_a_usual_value_and_are_kept(open_casebook: Store, clock: Clock) -> None:
    settings = open_casebook.settings
    assert (settings.lock_minutes, settings.keep_months, settings.read("colour")) == (10, 12, None)
    settings.lock_minutes, settings.keep_months = 25, 24
    settings.write("colour", "blauw")
    settings.write("colour", "groen")
    again = restarted(open_casebook, clock).settings
    assert (again.lock_minutes, again.keep_months, again.read("colour")) == (25, 24, "groen")


def test_choices_stay_within_their_limits(open_casebook: Store) -> None:
    settings = open_casebook.settings
    settings.lock_minutes, settings.keep_months = 0, 1000
    assert (settings.lock_minutes, settings.keep_months) == (1, 120)
    settings.write("lock_minutes", "100000")  # by another hand
    assert settings.lock_minutes == 60
