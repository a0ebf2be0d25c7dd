from guidance_kb.search.query.plan import Addition, Field
from guidance_kb.search.results.choice import SearchChoice, SortOrder

SYNONYM = Addition("drempel", "belemmering")


def test_a_value_is_put_on_and_off_again() -> None:
    on = SearchChoice().toggled(Field.COUNTRY, "ireland")
    assert on.facets == {(Field.COUNTRY, "ireland")}
    assert on.toggled(Field.COUNTRY, "ireland") == SearchChoice()


def test_filters_and_additions_are_given_back_apart() -> None:
    choice = SearchChoice(order=SortOrder.SECTION).toggled(Field.KIND, "persona").without(SYNONYM)
    assert choice.unfiltered() == SearchChoice(removed=frozenset({SYNONYM}), order=SortOrder.SECTION)
    assert choice.restored() == SearchChoice(facets=frozenset({(Field.KIND, "persona")}), order=SortOrder.SECTION)
