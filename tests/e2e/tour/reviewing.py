"""At the desk: the queue, one round beside the last, comments, sending back; what waits for a decision."""

from playwright.sync_api import Page, expect

from tests.e2e.tour.trip import AT_DESK, Stop, Stops, Trip


def reviewing(trip: Trip) -> Stops:
    manager, page = trip.supervisor, trip.supervisor.page
    round_ = trip.round
    page.goto("/review")
    manager.sees(round_["name_zh"])
    yield Stop("review-queue", page, AT_DESK)
    page.goto(f"/review/{round_['id']}")
    manager.sees("到场证明")
    manager.sees("风扇与滤网")
    yield Stop("review", page, AT_DESK)
    page.keyboard.press("?")
    manager.sees("全部快捷键")
    yield Stop("review-keys", page, AT_DESK)
    _escape(page)
    manager.tap(page.get_by_role("region", name="这次和上次").get_by_role("button", name="放大"))
    manager.sees("1 倍")
    yield Stop("review-photo", page, AT_DESK)
    _escape(page)
    manager.tap(page.get_by_role("region", name="批注").get_by_role("button", name="钉批注"))
    page.get_by_placeholder("要补什么、为什么").fill("照片里看不到滤网，请拆开再拍一张。")
    yield Stop("review-comment", page, AT_DESK)
    manager.press("钉上")
    manager.press("退回 1 处")
    manager.sees("手机上只会看到这几处")
    yield Stop("review-send-back", page, AT_DESK)
    manager.tap(page.get_by_role("radio", name="照片不清楚"))
    page.get_by_role("alertdialog").get_by_role("button", name="退回", exact=True).click()
    manager.sees("已退回")
    yield from _sent_back(trip, round_["id"])

    page.goto("/review/statistics")
    manager.sees("按检查项")
    yield Stop("review-statistics", page, AT_DESK)
    page.goto("/review")
    manager.tap(page.get_by_text("已封存", exact=True).first)
    manager.tap(page.locator("section.panel").get_by_text("每日巡检").first)
    manager.sees("验证页")
    yield Stop("review-sealed", page, AT_DESK)
    page.goto("/attention")
    manager.sees("填得不同")
    yield Stop("attention", page, AT_DESK)
    page.goto("/channels")
    manager.sees("还没有设置")
    yield Stop("channels", page, AT_DESK)
    manager.press("加一个渠道")
    manager.sees("哪些消息")
    yield Stop("channel-new", page, AT_DESK)


def _escape(page: Page) -> None:
    """Until the dialog is closed, single keys go to it."""
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def _sent_back(trip: Trip, round_id: str) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    page.goto("/")
    engineer.sees("被退回")
    yield Stop("today-sent-back", page)
    page.goto(f"/rounds/{round_id}/sent-back")
    engineer.sees("请拆开再拍一张")
    yield Stop("sent-back", page)
