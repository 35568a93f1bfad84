"""A call at the desk, the register, the knowledge base, and the client who reports by themselves."""

from tests.e2e.desk import Desk
from tests.e2e.hand import WAIT_MS
from tests.e2e.tour.trip import AT_DESK, PLAIN, Stop, Stops, Trip
from tests.e2e.tour.views import show


def calling(trip: Trip) -> Stops:
    context = trip.opens("desk", AT_DESK)
    desk, page = Desk(context.pages[0]), context.pages[0]
    desk.signs_in("desk")
    page.goto("/intake")
    desk.has_focus_on("谁来电")
    yield Stop("intake", page, AT_DESK)
    desk.writes("值班员01")
    desk.presses_key("Enter")
    page.get_by_role("combobox", name="设备").fill("ups-01")
    page.get_by_role("option", name="UPS-01").click()
    page.get_by_label("来电人怎么说").fill("A机房 UPS 风扇一直响，比昨天更响。")
    page.get_by_role("radio", name="硬件").click()
    page.get_by_role("radio", name="明显变差").click()
    desk.sees("可能是同一故障")
    desk.sees("篇对得上")
    page.get_by_text("推荐").first.wait_for(timeout=WAIT_MS)
    yield Stop("intake-call", page, AT_DESK)
    desk.presses_key("Control+Enter")
    desk.sees("还缺：定级")
    yield Stop("intake-missing", page, AT_DESK)
    show(page, PLAIN)
    yield Stop("intake-phone", page, PLAIN)
    show(page, AT_DESK)
    page.goto("/contacts")
    desk.sees("问上周三路口录像怎么导出")
    yield Stop("contacts", page, AT_DESK)
    page.goto("/knowledge")
    desk.sees("拼接屏局部黑屏")
    yield Stop("knowledge", page, AT_DESK)
    yield from _learnt(trip)
    yield from _reported(trip)


def _learnt(trip: Trip) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    page.goto("/knowledge")
    engineer.tap(page.get_by_text("拼接屏局部黑屏").first)
    engineer.sees("怎么办")
    yield Stop("article", page)
    page.goto("/knowledge/write")
    engineer.sees("存进知识库")
    yield Stop("write-article", page)


def _reported(trip: Trip) -> Stops:
    client = Desk(trip.opens("reporter").pages[0])
    client.signs_in("client02", sees="巡检报告")
    client.page.goto("/faults")
    client.sees("报过的")
    client.press("报修")
    client.sees("报给服务台")
    yield Stop("faults", client.page)
    client.page.get_by_label("哪里不对").fill("大厅左边两块屏黑了。")
    client.press("报给服务台")
    client.sees("服务台已收到")
    yield Stop("faults-reported", client.page)
