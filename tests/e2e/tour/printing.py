"""Equipment, labels and settings at the desk."""

from tests.e2e.tour.trip import AT_DESK, PLAIN, Stop, Stops, Trip
from tests.e2e.tour.views import show
from tests.support.messy_tables import messy_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def printing(trip: Trip) -> Stops:
    manager, page = trip.supervisor, trip.supervisor.page
    page.goto("/assets")
    manager.tap(page.get_by_text("UPS-01").first)
    manager.sees("换新标签")
    yield Stop("assets-chosen", page, AT_DESK)
    manager.press("换新标签")
    manager.sees("旧的马上作废")
    yield Stop("tag-replace", page, AT_DESK)
    page.keyboard.press("Escape")
    page.goto("/assets")
    manager.sees("UPS-01")
    for box in page.get_by_role("checkbox").all()[1:4]:
        box.check()
    manager.press("批量改")
    manager.sees("改什么")
    yield Stop("assets-bulk", page, AT_DESK)
    page.goto("/assets/new")
    manager.sees("新设备")
    yield Stop("new-asset", page)
    page.goto(f"/assets/{trip.asset('UPS-01')['id']}/edit")
    manager.sees("改设备资料")
    yield Stop("edit-asset", page)
    page.goto("/places")
    manager.sees("A机房")
    yield Stop("places", page)
    page.goto("/labels")
    manager.sees("标签纸")
    yield Stop("labels", page, AT_DESK)
    yield from _importing(trip)
    page.goto("/tickets")
    manager.sees("GD-")
    yield Stop("desk-tickets", page, AT_DESK)
    page.goto("/settings/clocks")
    manager.sees("响应矩阵")
    yield Stop("clock-policy", page, AT_DESK)


def _importing(trip: Trip) -> Stops:
    """A table as customers send it is looked at, and not imported."""
    manager, page = trip.supervisor, trip.supervisor.page
    page.goto("/assets/import")
    manager.sees("还没有导入过表格")
    yield Stop("import", page, AT_DESK)
    table = messy_workbook(12, prefix="T-")
    page.locator("input[type=file]").set_input_files({"name": "台账.xlsx", "mimeType": XLSX, "buffer": table.data})
    manager.sees("列的含义")
    yield Stop("import-preview", page, AT_DESK)
    show(page, PLAIN)
    yield Stop("import-preview-phone", page, PLAIN)
    show(page, AT_DESK)
