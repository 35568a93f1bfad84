"""Equipment, labels and settings at the desk."""

from tests.e2e.tour.trip import AT_DESK, Stop, Stops, Trip


def printing(trip: Trip) -> Stops:
    manager, page = trip.supervisor, trip.supervisor.page
    page.goto("/assets")
    manager.tap(page.get_by_text("UPS-01").first)
    manager.sees("换新标签")
    yield Stop("assets-chosen", page, AT_DESK)
    manager.press("换新标签")
    manager.sees("旧的马上作废")
    yield Stop("tag-replace", page, AT_DESK)
    page.goto("/labels")
    manager.sees("标签纸")
    yield Stop("labels", page, AT_DESK)
    page.goto("/tickets")
    manager.sees("GD-")
    yield Stop("desk-tickets", page, AT_DESK)
    page.goto("/settings/clocks")
    manager.sees("响应矩阵")
    yield Stop("clock-policy", page, AT_DESK)
