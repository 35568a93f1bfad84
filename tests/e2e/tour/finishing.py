"""What is missing, what is complete, the client's page, and the receipt."""

from tests.e2e.tour.colleague import colleague_walks
from tests.e2e.tour.trip import Stop, Stops, Trip


def finishing(trip: Trip) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    round_id = trip.round["id"]
    page.goto("/")
    engineer.sees("进行中")
    yield Stop("today-under-way", page)
    page.goto(f"/rounds/{round_id}/finish")
    engineer.sees("去补")
    yield Stop("finish-incomplete", page)
    page.goto("/sync")
    engineer.sees("服务器已核验到")
    colleague_walks(trip.server)
    page.goto(f"/rounds/{round_id}/finish")
    engineer.sees("项都齐了")
    yield Stop("finish-ready", page)
    engineer.signs()
    engineer.open("把手机交给甲方签字")
    yield from _client(trip)
    page.context.set_offline(True)
    engineer.tap(page.get_by_role("button", name="提交", exact=True).first)
    engineer.sees("已提交")
    yield Stop("submitted-no-signal", page)
    page.goto("/sync")
    engineer.sees("等着传")
    yield Stop("sync-waiting", page)
    page.context.set_offline(False)
    engineer.sees("服务器已核验到")
    yield Stop("sync-done", page)
    page.goto(f"/rounds/{round_id}/submitted")
    engineer.sees("全部交到")
    yield Stop("submitted", page)


def _client(trip: Trip) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    engineer.sees("请甲方核对并签字")
    engineer.sees("甲方值班员01")
    yield Stop("client", page)
    engineer.press("请先签字")
    yield Stop("client-not-signed", page)
    engineer.tap(page.get_by_text("甲方值班员01").first)
    engineer.signs()
    engineer.sees("确认无误")
    yield Stop("client-signed", page)
    engineer.press("确认无误")
    page.get_by_role("button", name="提交", exact=True).first.wait_for()
    yield Stop("hand-back", page)
