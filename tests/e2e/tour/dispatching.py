"""At the desk: what breaks first, how the times were kept, the wall, and who is on duty."""

from tests.e2e.tour.trip import AT_DESK, Stop, Stops, Trip


def dispatching(trip: Trip) -> Stops:
    manager, page = trip.supervisor, trip.supervisor.page
    page.goto("/board")
    manager.sees("先到点的在前")
    yield Stop("board", page, AT_DESK)
    manager.press("时限统计")
    manager.sees("张工单")
    yield Stop("board-figures", page, AT_DESK)
    page.goto("/board?wall=1")
    manager.sees("先到点的在前")
    yield Stop("board-wall", page, AT_DESK)
    page.goto("/plans")
    manager.sees("接下来")
    yield Stop("plans", page, AT_DESK)
    page.goto("/plans/new")
    manager.sees("接下来")
    yield Stop("plan-new", page, AT_DESK)
    page.goto("/plans/calendar")
    manager.sees("待做")
    yield Stop("plan-calendar", page, AT_DESK)
    page.goto("/plans/days")
    manager.sees("加进日历")
    yield Stop("calendar-days", page, AT_DESK)
    page.goto("/roster")
    manager.sees("一线值班")
    yield Stop("roster", page, AT_DESK)
    manager.press("谁擅长什么")
    manager.sees("点一下就存")
    yield Stop("roster-skills", page, AT_DESK)
    page.keyboard.press("Escape")
    manager.press("加一班")
    manager.sees("附言")
    yield Stop("roster-shift", page, AT_DESK)
