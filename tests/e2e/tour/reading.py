"""Whoever only reads: the client's reports, the paper's verification page, the description of the API."""

from tests.e2e.books import rows
from tests.e2e.supervisor import Supervisor
from tests.e2e.tour.trip import AT_DESK, Stop, Stops, Trip


def reading(trip: Trip) -> Stops:
    client = Supervisor(trip.opens("client").pages[0])
    client.signs_in("client01", sees="巡检报告")
    client.sees("看记录")
    yield Stop("reports", client.page)
    page = trip.opens("reader", AT_DESK).pages[0]
    seal = rows(trip.server, "seal")[-1]
    page.goto(f"/verify/{seal['round_id']}?h={seal['hash'][:16]}")
    yield Stop("verification", page, AT_DESK)
    page.goto(f"/verify/{seal['round_id']}?h={'0' * 16}")
    yield Stop("verification-different", page, AT_DESK)
    page.goto("/api/docs")
    yield Stop("api-docs", page, AT_DESK)
