"""The first start: who has the link that the server prints becomes its administrator, and begins the first project."""

from flask import Flask
from sqlalchemy import func, select

from server.database import reading, writing
from server.joining.setup_link import renew_setup_link
from server.models import Person
from tests.server.joining.conftest import said
from tests.support.browser import Browser
from tests.support.clock import FakeClock
from tests.support.wire_phone import HEADERS
from tests.support.world import new_id, operation

PROJECT = {"code": "CG-1", "name_zh": "机房托管", "name_en": "Hosting", "time_zone": "Asia/Shanghai"}


def does(browser: Browser, clock: FakeClock, device: str, n: int, name: str, **parts: object) -> dict[str, object]:
    ops = [{**operation(name, clock, **parts), "n": n}]
    answer = browser.post("/api/sync/v1/push", {"device": device, "schema": 1, "ops": ops}, headers=HEADERS)
    result: dict[str, object] = answer.get_json()["results"][0]
    return result


def test_the_link_makes_an_administrator_who_is_signed_in(app: Flask, setup_token: str) -> None:
    browser = Browser(app)
    assert browser.get(f"/api/welcome/{setup_token}").status_code == 200
    session = browser.post("/api/welcome", said(token=setup_token)).get_json()
    assert session["person"]["name"] == "wang.fang"
    assert session["person"]["is_administrator"] is True
    assert session["grants"] == []
    assert browser.get("/api/session").get_json()["person"] == session["person"]
    assert Browser(app).sign_in("wang.fang", "seven quiet lamps").status_code == 200


def test_who_begins_a_project_answers_for_it(app: Flask, setup_token: str, clock: FakeClock) -> None:
    browser, project = Browser(app), new_id()
    device = browser.post("/api/welcome", said(token=setup_token)).get_json()["device"]["id"]
    began = does(browser, clock, device, 1, "begin_project", doc=project, args=PROJECT, seen={})
    assert began["outcome"] == "applied"
    assert browser.get("/api/session").get_json()["grants"] == [{"project_id": project, "roles": ["supervisor"]}]
    pulled = browser.post("/api/sync/v1/pull", {"device": device, "schema": 1, "cursors": {}}).get_json()
    shown = {doc["type"]: doc["fields"] for page in pulled["pages"] for doc in page["docs"]}
    assert shown["project"]["name_zh"] == "机房托管"
    assert (shown["member"]["display_name_zh"], shown["member"]["roles"]) == ("王芳", ["supervisor"])


def test_a_code_that_another_project_has_is_refused(app: Flask, setup_token: str, clock: FakeClock) -> None:
    browser = Browser(app)
    device = browser.post("/api/welcome", said(token=setup_token)).get_json()["device"]["id"]
    does(browser, clock, device, 1, "begin_project", doc=new_id(), args=PROJECT, seen={})
    again = does(browser, clock, device, 2, "begin_project", doc=new_id(), args=PROJECT, seen={})
    assert (again["outcome"], again["reason"]) == ("parked", "project_code_taken")


def test_the_link_works_once(app: Flask, setup_token: str) -> None:
    Browser(app).post("/api/welcome", said(token=setup_token))
    late = Browser(app)
    assert late.get(f"/api/welcome/{setup_token}").status_code == 410
    answer = late.post("/api/welcome", said(token=setup_token, name="second"))
    assert (answer.status_code, answer.get_json()["detail"]) == (410, "This server is set up already. Please sign in.")
    with app.app_context(), reading() as session:
        assert session.scalar(select(func.count()).select_from(Person)) == 1


def test_it_ends_after_a_day(app: Flask, setup_token: str, clock: FakeClock) -> None:
    clock.advance(hours=24)
    answer = Browser(app, "zh-CN").post("/api/welcome", said(token=setup_token))
    assert (answer.status_code, answer.get_json()["detail"]) == (
        410,
        "这个链接已过期。请重新启动服务器，会给出新的链接。",
    )


def test_a_new_start_gives_a_new_link_and_the_old_one_opens_nothing(
    app: Flask, setup_token: str, clock: FakeClock
) -> None:
    with app.app_context(), writing() as session:
        newer = renew_setup_link(session, clock.now())
    assert Browser(app).get(f"/api/welcome/{setup_token}").status_code == 404
    assert Browser(app).get(f"/api/welcome/{newer}").status_code == 200


def test_where_somebody_is_here_a_start_gives_no_link(app: Flask, setup_token: str, clock: FakeClock) -> None:
    Browser(app).post("/api/welcome", said(token=setup_token))
    with app.app_context(), writing() as session:
        assert renew_setup_link(session, clock.now()) is None


def test_what_is_wrong_with_a_name_or_password_is_said_at_its_field(app: Flask, setup_token: str) -> None:
    wrong = {"name": "王 芳", "password": "short"}
    answer = Browser(app).post("/api/welcome", said(token=setup_token, **wrong))
    assert answer.status_code == 422
    assert answer.get_json()["errors"].keys() == {"name", "password"}
    assert Browser(app).post("/api/welcome", said(token=setup_token)).status_code == 200


def test_who_tries_tokens_has_to_wait(app: Flask, setup_token: str) -> None:
    browser = Browser(app)
    statuses = [browser.get(f"/api/welcome/{n}").status_code for n in range(52)]
    assert (statuses[0], statuses[-1]) == (404, 429)
