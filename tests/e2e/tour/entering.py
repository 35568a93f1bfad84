"""Sign-in, Today, and the check at the door."""

from tests.e2e.engineer import ENGINEER, PASSWORD
from tests.e2e.tour.trip import Stop, Stops, Trip


def entering(trip: Trip) -> Stops:
    engineer, page = trip.engineer, trip.engineer.page
    page.goto("/sign-in")
    engineer.sees("登录")
    yield Stop("sign-in", page)
    engineer.types("登录名", ENGINEER)
    page.get_by_label("密码", exact=True).fill("not the password")
    page.get_by_role("button", name="登录", exact=True).click()
    engineer.sees("登录名或密码不对")
    yield Stop("sign-in-wrong", page)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    engineer.sees("每日巡检·A机房")
    engineer.sees("更新于")
    yield Stop("today", page)
    page.goto(f"/rounds/{trip.round['id']}/door")
    engineer.sees("检查")
    page.get_by_role("button", name="扫第 1 台").or_(page.get_by_text("仍要进门")).first.wait_for()
    yield Stop("door", page)
