"""The vendor answers by a link: a frozen case, no account, own clock (T9)."""

from collections.abc import Callable
from io import BytesIO

from flask import Flask
from werkzeug.test import TestResponse

from server.jobs.worker import run_due_jobs
from tests.server.links.conftest import Visitor, ticket_of
from tests.support.pictures import picture
from tests.support.wire_phone import WirePhone

LinkFor = Callable[..., Visitor]


def test_the_case_is_frozen_when_the_link_is_made(engineer: WirePhone, link_for: LinkFor) -> None:
    visitor = link_for("vendor", question="风扇型号是什么？")
    engineer.does("comment_ticket", doc=ticket_of(engineer)["id"], args={"text": "内部：先别告诉原厂"}, after=[])
    page = visitor.opens().text
    assert "风扇型号是什么？" in page and "风扇异响" in page
    assert "内部" not in page


def test_the_answer_comes_back_onto_the_ticket(engineer: WirePhone, link_for: LinkFor) -> None:
    visitor = link_for("vendor", answer_hours=24)
    answer = visitor.sends(name="原厂工程师", text="换 A12 风扇")
    assert answer.status_code == 200 and "收到，谢谢您" in answer.text
    (said,) = [row for row in engineer.pull().sees("ticket_event") if row["name"] == "vendor_answered"]
    assert said["args"]["text"] == "换 A12 风扇"
    (asked,) = [row for row in engineer.sees("ticket_event") if row["name"] == "vendor_asked"]
    assert asked["args"]["due_at"] is not None


def test_the_same_answer_twice_is_one_and_another_is_a_second(engineer: WirePhone, link_for: LinkFor) -> None:
    visitor = link_for("vendor")
    for text in ("换风扇", "换风扇", "再换滤网"):
        assert visitor.sends(text=text).status_code == 200
    said = [row["args"]["text"] for row in engineer.pull().sees("ticket_event") if row["name"] == "vendor_answered"]
    assert sorted(said) == ["再换滤网", "换风扇"]


def test_an_english_link_speaks_english(engineer: WirePhone, link_for: LinkFor) -> None:
    page = link_for("vendor", language="en").opens().text
    assert 'lang="en"' in page and "Send the answer" in page


def with_files(visitor: Visitor, *files: tuple[bytes, str]) -> TestResponse:
    form = {"name": "原厂工程师", "code": visitor.code, "text": "见图", "pictures": [(BytesIO(c), n) for c, n in files]}
    return visitor.app.test_client().post(visitor.path, data=form, content_type="multipart/form-data")


def test_pictures_come_back_as_photos_of_the_ticket(app: Flask, engineer: WirePhone, link_for: LinkFor) -> None:
    visitor = link_for("vendor")
    assert with_files(visitor, (picture(), "fan.jpg")).status_code == 200
    run_due_jobs(app)
    (photo,) = [row for row in engineer.pull().sees("photo") if row["purpose"] == "vendor"]
    assert (photo["ticket_id"], photo["blob_state"]) == (ticket_of(engineer)["id"], "verified")


def test_a_file_that_is_no_picture_is_refused_by_name_and_nothing_is_taken(
    engineer: WirePhone, link_for: LinkFor
) -> None:
    answer = with_files(link_for("vendor"), (b"%PDF-1.7 no picture", "manual.pdf"))
    assert answer.status_code == 422 and "manual.pdf" in answer.text and "见图" in answer.text
    assert not [row for row in engineer.pull().sees("ticket_event") if row["name"] == "vendor_answered"]
