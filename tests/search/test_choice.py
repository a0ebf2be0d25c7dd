from guidance_kb.search.choice import Choice, Order
from guidance_kb.search.plan import Addition, Field

SYNONYM = Addition("drempel", "belemmering")


def test_a_value_is_put_on_and_off_again() -> None:
    on = Choice().toggled(Field.COUNTRY, "ireland")
    assert on.facets == {(Field.COUNTRY, "ireland")}
    assert on.toggled(Field.COUNTRY, "ireland") == Choice()


def test_filters_and_additions_are_given_back_apart() -> None:
    choice = Choice(order=Order.SECTION).toggled(Field.KIND, "persona").without(SYNONYM)
    assert choice.unfiltered() == Choice(removed=frozenset({SYNONYM}), order=Order.SECTION)
    assert choice.restored() == Choice(facets=frozenset({(Field.KIND, "persona")}), order=Order.SECTION)
