"""Items: untouched, not applicable, abnormal with a photo, a reading on the app's own keys; drawing on the photo."""

from playwright.sync_api import Page, expect

from server.demo.pictures import fan_picture
from tests.e2e.tour.trip import Stop, Stops, Trip

SEEN = "左侧风扇仍间歇异响，滤网积灰约 2 mm"


def answering(trip: Trip) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    round_id, asset_id = trip.round["id"], trip.asset("UPS-01")["id"]
    items = f"/rounds/{round_id}/assets/{asset_id}/items"
    page.goto(items)
    engineer.sees("面板显示与告警")
    yield Stop("items", page)
    engineer.tap(page.get_by_role("radio", name="不适用").first)
    engineer.sees("为什么不适用")
    yield Stop("items-not-applicable", page)
    engineer.tap(page.get_by_role("radio", name="正常", exact=True).first)
    page.get_by_role("heading", name="2 输出电压", level=1).wait_for()

    page.goto(f"{items}/ups_battery_temperature")
    engineer.sees("确定")
    yield Stop("items-reading", page)
    for key in ("4", "1", "小数点", "5"):
        page.get_by_role("button", name=key, exact=True).click()
    engineer.sees("超上限")
    yield Stop("items-reading-above", page)

    page.goto(f"{items}/ups_fan")
    engineer.tap(page.get_by_role("radio", name="异常").first)
    page.get_by_role("radio", name="较大").first.wait_for()
    yield Stop("items-abnormal", page)
    engineer.tap(page.get_by_role("radio", name="较大").first)
    page.get_by_label("看到了什么").first.fill(SEEN)
    yield from _photographing(trip)

    page.goto(f"/rounds/{round_id}/items")
    engineer.sees("整套系统工作正常")
    yield Stop("items-whole-round", page)
    page.goto(f"/rounds/{round_id}/items?all=")
    engineer.sees("面板显示与告警")
    yield Stop("items-everything", page)


def _photographing(trip: Trip) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    trip.camera.films(fan_picture(dusty=True, day="tour"))
    engineer.tap(page.get_by_role("button", name="拍照").first)
    expect(page.locator("video")).to_have_js_property("readyState", 4)
    yield Stop("camera", page)
    engineer.shoots()
    engineer.sees("照片已存")
    yield Stop("items-photo", page)
    engineer.tap(page.locator("button.shot").first, "photo")
    engineer.press("标注")
    engineer.sees("圈出")
    yield Stop("mark", page)
    engineer.press("圈出")
    _drag(page, (0.38, 0.42), (0.62, 0.58))
    engineer.press("箭头")
    _drag(page, (0.12, 0.38), (0.38, 0.44))
    yield Stop("mark-drawn", page)
    engineer.press("钉在第 6 项")
    engineer.sees("再拍一张")


def _drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Across the photo, in parts of its width and height."""
    box = page.locator(".finder").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * start[0], box["y"] + box["height"] * start[1])
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * end[0], box["y"] + box["height"] * end[1], steps=5)
    page.mouse.up()
