import pytest

from server.rules.clocks_facts import facts_of
from server.rules.clocks_figures import clock_figures
from tests.server.rules.vectors import Case, vectors


@pytest.mark.parametrize("case", vectors("clocks", "figures"))
def test_figures_per_severity_and_clock(case: Case) -> None:
    assert clock_figures(case["tickets"]) == case["expect"]


@pytest.mark.parametrize("case", vectors("clocks", "facts_of"))
def test_facts_of_a_ticket_as_it_was_registered(case: Case) -> None:
    assert facts_of(case["ticket"], case["events"]) == case["expect"]
