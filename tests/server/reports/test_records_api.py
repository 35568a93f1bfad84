"""`GET /api/rounds/{id}/record.pdf`: staff of the project and, once it is sealed, its client."""

import pytest
import uuid_utils

from server.demo.people import PASSWORD
from server.models import Round
from tests.server.reports.printing import images_of, text_of
from tests.support.browser import Browser

WHOLE_ROUND = (
    *("巡检记录单", "长葛市数字城管机房托管及光纤租用项目", "长招采公字【2021】030号", "221.4V", "27.9℃", "GD-0001"),
    *("异响来自这一侧", "甲方值班员01", "服务经理02", "签字之后内容没有改动。"),
)


def signed_in(browser: Browser, name: str) -> Browser:
    assert browser.sign_in(name, PASSWORD).status_code == 200
    return browser


@pytest.mark.parametrize("name", ["engineer03", "manager01", "director", "desk", "client02"])
def test_everyone_of_the_project_gets_the_sealed_record(demo_browser: Browser, sealed_round: Round, name: str) -> None:
    answer = signed_in(demo_browser, name).get(f"/api/rounds/{sealed_round.id}/record.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_the_record_tells_the_whole_round(demo_browser: Browser, sealed_round: Round) -> None:
    pdf = signed_in(demo_browser, "manager02").get(f"/api/rounds/{sealed_round.id}/record.pdf").data
    text = text_of(pdf)
    for said in (*WHOLE_ROUND, sealed_round.number):
        assert said is not None and said in text
    assert images_of(pdf) == 6


@pytest.mark.parametrize("path", ["", "?lang=en", "?lang=both"])
def test_an_engineer_of_another_project_learns_nothing(demo_browser: Browser, sealed_round: Round, path: str) -> None:
    outsider = signed_in(demo_browser, "outsider")
    foreign = outsider.get(f"/api/rounds/{sealed_round.id}/record.pdf{path}")
    unknown = outsider.get(f"/api/rounds/{uuid_utils.uuid7()}/record.pdf{path}")
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.json == unknown.json


def test_nobody_signed_in_gets_nothing(demo_browser: Browser, sealed_round: Round) -> None:
    assert demo_browser.get(f"/api/rounds/{sealed_round.id}/record.pdf").status_code == 401


def test_a_language_that_is_not_printed_is_refused(demo_browser: Browser, sealed_round: Round) -> None:
    answer = signed_in(demo_browser, "desk").get(f"/api/rounds/{sealed_round.id}/record.pdf?lang=fr")
    assert answer.status_code == 422


def test_printing_again_gives_the_same_bytes(demo_browser: Browser, sealed_round: Round) -> None:
    browser = signed_in(demo_browser, "engineer01")
    path = f"/api/rounds/{sealed_round.id}/record.pdf?lang=both"
    assert browser.get(path).data == browser.get(path).data
