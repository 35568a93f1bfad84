"""Tickets and equipment on the phone, a tag read by the phone's own camera, an address that leads nowhere."""

from server.clock import now
from server.demo.bookkeeping import acting
from server.models.types import instant_text
from server.sync.apply import apply_operations
from tests.e2e.books import rows
from tests.e2e.tour.trip import Stop, Stops, Trip
from tests.support.world import new_id


def looking_up(trip: Trip) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    (ticket, *_) = rows(trip.server, "ticket", is_open=True)
    route = next(row for row in rows(trip.server, "asset") if row["kind"] == "route")
    page.goto("/tickets")
    engineer.sees(ticket["number"])
    yield Stop("tickets", page)
    page.goto(f"/tickets/{ticket['id']}")
    engineer.sees("经过")
    yield Stop("ticket", page)
    yield from _handling(trip)
    left_over = _leaves_over(trip, ticket["id"])
    page.goto("/problems")
    engineer.sees("风扇要在检修窗口更换")
    yield Stop("problems", page)
    page.goto(f"/problems/{left_over}")
    engineer.sees("备件十二月到")
    yield Stop("problem", page)
    page.goto("/assets")
    engineer.sees("UPS-01")
    yield Stop("assets", page)
    page.goto(f"/assets/{trip.asset('UPS-01')['id']}")
    engineer.sees("来过和发现过")
    yield Stop("asset-record", page)
    page.goto(f"/assets/{route['id']}")
    engineer.sees("路由")
    yield Stop("route-record", page)
    page.goto("/reports")
    engineer.sees("看记录")
    yield Stop("archive", page)
    page.goto("/messages")
    engineer.sees("消息")
    yield Stop("messages", page)
    page.goto("/t/7K3M2QA")
    engineer.sees("不认识这个码")
    yield Stop("tag-link", page)
    page.goto("/nowhere")
    page.locator("h1, [role=status], .empty").first.wait_for()
    yield Stop("unknown-page", page)


def _handling(trip: Trip) -> Stops:
    """From taking it on to what was done, one button after the other; what is rarer is in a sheet."""
    engineer, page = trip.engineer, trip.engineer.page
    engineer.press("更多")
    engineer.sees("移交或升级")
    yield Stop("ticket-more", page)
    page.keyboard.press("Escape")
    engineer.press("接单")
    engineer.press("我在路上")
    engineer.press("我已到场")
    engineer.press("不扫码，直接到场")
    engineer.press("判断好了")
    engineer.sees("什么原因")
    yield Stop("ticket-diagnose", page)
    page.get_by_label("故障原因").fill("轴承磨损")
    engineer.press("记下原因")
    engineer.press("修好了")
    engineer.sees("怎么修的")
    yield Stop("ticket-resolve", page)


def _leaves_over(trip: Trip, ticket: str) -> str:
    """A repair that leaves something open, noted by a colleague; gives the problem's id."""
    args = {"title": "风扇要在检修窗口更换", "text": "备件十二月到"}
    noted = {"op": new_id(), "name": "raise_problem", "doc": ticket, "args": args, "after": []}
    with trip.server.app.app_context():
        engineer = acting(next(row["person_id"] for row in rows(trip.server, "member") if "engineer" in row["roles"]))
        (answer,) = apply_operations(engineer, [{**noted, "at": instant_text(now())}])
        assert answer.record.outcome == "applied"
    (problem,) = rows(trip.server, "problem", title=args["title"])
    return str(problem["id"])
