"""People and projects at the desk: who is here, who is asked to come, an invitation, an administrator's page."""

from server.demo.people import BY_SIGN_IN
from tests.e2e.setup import Setup
from tests.e2e.supervisor import Supervisor
from tests.e2e.tour.trip import AT_DESK, PLAIN, Stop, Stops, Trip


def peopling(trip: Trip) -> Stops:
    supervisor, page = trip.supervisor, trip.supervisor.page
    page.goto("/people")
    supervisor.sees("维护工程师01")
    yield Stop("people", page, AT_DESK)
    page.get_by_role("button", name="邀请", exact=True).click()
    supervisor.sees("链接有效期")
    yield Stop("people-invite", page, AT_DESK)
    page.keyboard.press("Escape")
    address = Setup(page).invites("维护工程师", "李四")
    page.goto(f"/people/{BY_SIGN_IN['engineer01'].id}")
    supervisor.sees("手机和电脑")
    yield Stop("person", page, AT_DESK)
    page.get_by_role("button", name="添加证书").click()
    supervisor.sees("证书名称")
    yield Stop("person-certificate", page, AT_DESK)
    page.keyboard.press("Escape")
    page.goto("/project")
    supervisor.sees("时区")
    yield Stop("project", page, AT_DESK)
    stranger = Supervisor(trip.opens("stranger").pages[0])
    stranger.page.goto(address)
    stranger.sees("设一个密码")
    yield Stop("join", stranger.page, PLAIN)
    stranger.page.goto("/welcome/an-old-link")
    stranger.sees("已经设置好了")
    yield Stop("welcome", stranger.page, PLAIN)
    director = Supervisor(trip.opens("director", AT_DESK).pages[0])
    director.signs_in("director")
    director.page.goto("/project/new")
    director.sees("时区")
    yield Stop("new-project", director.page, AT_DESK)
