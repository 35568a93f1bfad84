"""Two phones said different things; and what is one's own."""

from tests.e2e.tour.trip import Stop, Stops, Trip


def differing(trip: Trip) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    page.goto("/sync")
    engineer.sees("填得不同")
    yield Stop("sync-conflict", page)
    page.goto("/me")
    engineer.sees("退出登录")
    yield Stop("me", page)
    page.context.set_offline(True)
    engineer.press("退出登录")
    engineer.sees("仍要退出")
    yield Stop("sign-out", page)
    page.keyboard.press("Escape")
    page.context.set_offline(False)
