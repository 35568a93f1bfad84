"""Templates at the desk: the list, a version, an XLSForm that is read, the editor with its preview, what differs."""

from pathlib import Path

from tests.e2e.tour.trip import AT_DESK, PLAIN, Stop, Stops, Trip
from tests.e2e.tour.views import show

FORM = Path(__file__).parents[2] / "xlsforms" / "pyxform" / "widgets.xls"


def drafting(trip: Trip) -> Stops:
    manager, page = trip.supervisor, trip.supervisor.page
    page.goto("/templates")
    manager.sees("单台七项")
    yield Stop("templates", page, AT_DESK)
    page.goto("/templates/new")
    manager.sees("开始起草")
    yield Stop("template-new", page, AT_DESK)
    page.goto("/templates/import")
    page.set_input_files("input[type=file]", str(FORM))
    manager.sees("没有照搬的")
    yield Stop("template-import", page, AT_DESK)
    page.goto("/templates")
    page.get_by_text("单台七项").first.click()
    manager.sees("这一版的全部检查项")
    yield Stop("template", page, AT_DESK)
    manager.press("起草下一版")
    page.get_by_role("button", name="添加检查项").wait_for()
    page.locator(".rows button").first.click()
    page.get_by_label("中文标题").wait_for()
    yield Stop("template-draft", page, AT_DESK)
    show(page, PLAIN)
    page.get_by_role("radio", name="手机预览").wait_for()
    yield Stop("template-draft-phone", page, PLAIN)
    show(page, AT_DESK)
