"""A link that is sent by e-mail: the address goes, the code does not; a server without e-mail makes no such link."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.jobs.worker import run_due_jobs
from server.models import Notification
from tests.conftest import AppMaker
from tests.server.links.conftest import Visitor, seen, ticket_of
from tests.support.mail_server import MailServer, serving_mail
from tests.support.wire_phone import WirePhone

ASKED = {"purpose": "vendor", "recipient": "原厂", "language": "zh-CN", "days": 7, "email": "li@vendor.example"}


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    with serving_mail() as found:
        yield found


class TestWithMail:
    @pytest.fixture
    def app(self, make_app: AppMaker, mail_server: MailServer) -> Flask:
        return make_app(
            smtp_host="127.0.0.1", smtp_port=mail_server.port, smtp_security="none", smtp_from="roundsman@example.com"
        )

    def test_the_letter_opens_the_case_and_holds_no_code(
        self, app: Flask, engineer: WirePhone, link_for: Callable[..., Visitor], mail_server: MailServer
    ) -> None:
        visitor = link_for("vendor", email="li@vendor.example", question="风扇型号是什么？")
        run_due_jobs(app)
        (letter,) = mail_server.letters
        text = letter.get_content()
        assert letter["To"] == "li@vendor.example" and "风扇型号是什么？" in text and "验证码" in text
        assert f"https://tags.roundsman.test{visitor.path}" in text and visitor.code not in text
        with app.app_context(), reading() as session:
            kept = session.scalars(select(Notification)).one()
            assert visitor.path.removeprefix("/l/") not in str(kept.args)


def test_without_mail_no_link_is_made_and_it_says_so(engineer: WirePhone) -> None:
    made = engineer.does("make_link", doc=ticket_of(engineer)["id"], args=ASKED, seen=seen(engineer))
    assert (made["outcome"], made["reason"]) == ("parked", "no_mail_here")
