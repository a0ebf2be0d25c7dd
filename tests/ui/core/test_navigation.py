from guidance_kb.search.query.plan import Field
from guidance_kb.search.results.choice import SearchChoice
from guidance_kb.ui.core.navigation import History, Location, ViewId

START, SEARCH, HELP = Location(ViewId.START), Location(ViewId.SEARCH, "drempel"), Location(ViewId.HELP)


def test_back_and_forward_return_to_the_same_places() -> None:
    trail = History(START)
    trail.visit(SEARCH)
    trail.visit(HELP)
    assert [trail.back(), trail.back(), trail.forward(), trail.forward()] == [SEARCH, START, SEARCH, HELP]


def test_back_stops_at_the_first_place_and_forward_at_the_last() -> None:
    trail = History(START)
    trail.visit(SEARCH)
    assert (trail.forward(), trail.can_go_forward) == (SEARCH, False)
    assert (trail.back(), trail.back(), trail.can_go_back) == (START, START, False)


def test_a_new_place_forgets_what_lay_ahead() -> None:
    trail = History(START)
    trail.visit(SEARCH)
    trail.back()
    trail.visit(HELP)
    assert not trail.can_go_forward
    assert trail.back() == START


def test_visiting_the_present_place_adds_no_step() -> None:
    trail = History(START)
    trail.visit(SEARCH)
    trail.visit(SEARCH)
    assert trail.back() == START


def test_replacing_changes_the_place_without_a_step() -> None:
    trail = History(START)
    trail.visit(Location(ViewId.SEARCH, "d"))
    trail.replace(SEARCH)
    assert trail.here == SEARCH
    assert trail.back() == START


def test_another_choice_is_another_place() -> None:
    trail = History(SEARCH)
    trail.visit(Location(ViewId.SEARCH, "drempel", choice=SearchChoice().toggled(Field.COUNTRY, "ireland")))
    assert trail.back() == SEARCH
    assert trail.forward().choice.facets == {(Field.COUNTRY, "ireland")}


def test_how_a_view_stood_is_kept_with_its_place() -> None:
    trail = History(SEARCH)
    trail.keep("far down")
    trail.visit(HELP)
    assert trail.position is None
    trail.back()
    assert trail.position == "far down"


def test_a_room_is_visited_again_as_it_was_left() -> None:
    trail = History(START)
    assert not trail.visit_again(ViewId.SEARCH)
    trail.visit(SEARCH)
    trail.keep("far down")
    trail.visit(HELP)
    assert trail.visit_again(ViewId.SEARCH)
    assert (trail.here, trail.position) == (SEARCH, "far down")
    assert trail.back() == HELP


def test_the_room_that_one_went_back_to_is_the_one_that_was_left() -> None:
    trail, later = History(SEARCH), Location(ViewId.SEARCH, "geld")
    trail.visit(later)
    trail.back()
    trail.visit(HELP)
    trail.visit_again(ViewId.SEARCH)
    assert trail.here == SEARCH
