"""The two reports after an incident say what the ticket's events say, in Chinese that a program can read (T7)."""

import io

import pytest
from pypdf import PdfReader

from tests.server.links.conftest import engineer, phone_of, resolve, ticket_of, world
from tests.support.wire_phone import WirePhone

__all__ = ["engineer", "phone_of", "world"]


def printed(phone: WirePhone, kind: str, lang: str = "zh-CN") -> str:
    answer = phone.client.get(f"/api/tickets/{ticket_of(phone)['id']}/report.pdf?kind={kind}&lang={lang}")
    assert answer.status_code == 200 and answer.mimetype == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.data)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def test_the_incident_report_tells_the_course_and_what_solved_it(engineer: WirePhone) -> None:
    ticket = ticket_of(engineer)
    engineer.does("write_incident", doc=ticket["id"], args={"impact": "主机房 UPS 带旁路 40 分钟"}, after=[])
    resolve(engineer)
    text = printed(engineer, "incident")
    for words in (
        "突发事件工作报告",
        ticket["number"],
        "风扇异响",
        "更换风扇，清洁滤网",
        "主机房UPS带旁路40分钟",
        "开单",
    ):
        assert words in text, words


def test_the_analysis_tells_cause_solution_and_prevention(engineer: WirePhone) -> None:
    words = {"cause": "轴承磨损", "prevention": "每季度清洁并测转速"}
    engineer.does("write_incident", doc=ticket_of(engineer)["id"], args=words, after=[])
    resolve(engineer)
    text = printed(engineer, "analysis")
    for part in ("故障分析和解决和预防报告", "轴承磨损", "每季度清洁并测转速", "更换风扇，清洁滤网"):
        assert part in text, part


@pytest.mark.parametrize("lang", ["en", "both"])
def test_both_reports_are_printed_in_english_too(engineer: WirePhone, lang: str) -> None:
    assert "Incidentreport" in printed(engineer, "incident", lang)
    assert "Analysis,solutionandpreventionreport" in printed(engineer, "analysis", lang)


def test_a_report_of_an_unknown_kind_is_refused(engineer: WirePhone) -> None:
    answer = engineer.client.get(f"/api/tickets/{ticket_of(engineer)['id']}/report.pdf?kind=novel")
    assert answer.status_code == 422
