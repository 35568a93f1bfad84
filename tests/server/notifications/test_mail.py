"""E-mail by a real SMTP server: what it says, whom it goes to, and what happens when the server does not play along."""

import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from server.jobs import run_due_jobs
from server.notifications.sending import mail
from server.sync.apply import apply_operations
from tests.conftest import AppMaker
from tests.server.notifications.conftest import Outbox, Tells
from tests.support.clock import FakeClock
from tests.support.mail_server import MailServer, closed_port
from tests.support.world import SETTER, World, operation


@pytest.fixture
def app(make_app: AppMaker, mail_server: MailServer) -> Flask:
    return make_app(
        smtp_host="127.0.0.1", smtp_port=mail_server.port, smtp_security="none", smtp_from="roundsman@example.com"
    )


@pytest.fixture
def told(world: World, tells: Tells, wishes: Callable[..., None]) -> None:
    """The colleague wants e-mail and was told."""
    wishes("colleague", email="li@example.com")
    tells("near/1", people=[world.people["colleague"]], args={"clock": "arrival", "due_at": "2026-11-22T09:30:00Z"})


def test_it_says_what_where_and_by_when_in_the_project_s_time_and_where_to_look(
    app: Flask, told: None, mail_server: MailServer, ticket: str
) -> None:
    run_due_jobs(app)
    (letter,) = mail_server.letters
    assert letter["To"] == "li@example.com" and letter["From"] == "roundsman@example.com"
    assert letter["Subject"].startswith("工单 GD-0001 的到场快到时限 · UPS-01·风扇与滤网异常")
    assert letter.get_content().splitlines() == [
        "【巡检通】工单 GD-0001 的到场快到时限",
        "什么：UPS-01·风扇与滤网异常（Ⅲ级）",
        "哪里：A机房 · UPS-01",
        "截止：2026-11-22 17:30",
        f"https://tags.roundsman.test/tickets/{ticket}",
    ]


def test_it_is_in_the_person_s_language(
    app: Flask, world: World, tells: Tells, wishes: Callable[..., None], mail_server: MailServer
) -> None:
    wishes("colleague", email="li@example.com", language="en")
    tells("near/1", people=[world.people["colleague"]], args={"clock": "arrival", "due_at": "2026-11-22T09:30:00Z"})
    run_due_jobs(app)
    (letter,) = mail_server.letters
    assert letter.get_content().splitlines()[:2] == [
        "[Roundsman] Ticket GD-0001: arrival is near its limit",
        "What: UPS-01 · Fan and filter: abnormal (severity III)",
    ]


def test_it_is_sent_once(app: Flask, clock: FakeClock, told: None, mail_server: MailServer, outbox: Outbox) -> None:
    for _ in range(3):
        run_due_jobs(app)
        clock.advance(hours=1)
    (row,) = outbox()
    assert (row.state, row.attempts, row.last_error, row.sent_at) == ("sent", 1, None, "2026-11-22T07:00:00.000Z")
    assert len(mail_server.letters) == 1


def test_quiet_hours_hold_it_back(
    app: Flask, clock: FakeClock, world: World, tells: Tells, wishes: Callable[..., None], mail_server: MailServer
) -> None:
    clock.advance(hours=9)  # midnight in Shanghai
    wishes("colleague", email="li@example.com", quiet_from="22:00", quiet_to="07:30")
    tells("near/1", people=[world.people["colleague"]])
    run_due_jobs(app)
    clock.advance(hours=7.4)
    run_due_jobs(app)
    assert mail_server.letters == []
    clock.advance(hours=0.2)
    run_due_jobs(app)
    assert len(mail_server.letters) == 1


@pytest.mark.parametrize("command", ["rcpt", "data"])
def test_a_refusal_is_kept_and_tried_again_until_it_is_taken(
    app: Flask, clock: FakeClock, told: None, mail_server: MailServer, outbox: Outbox, command: str
) -> None:
    setattr(mail_server, f"says_to_{command}", "550 no such user li@example.com")
    run_due_jobs(app)
    (row,) = outbox()
    assert (row.state, row.last_error) == ("waiting", "refused: SMTP 550 no such user …")
    setattr(mail_server, f"says_to_{command}", None)
    clock.advance(seconds=4)
    run_due_jobs(app)
    assert mail_server.letters == []
    clock.advance(seconds=1)
    run_due_jobs(app)
    (row,) = outbox()
    assert (row.state, row.attempts, len(mail_server.letters)) == ("sent", 2, 1)


def test_a_server_that_is_down_is_tried_ever_more_rarely_and_never_given_up(
    make_app: AppMaker, app: Flask, clock: FakeClock, told: None, mail_server: MailServer, outbox: Outbox
) -> None:
    object.__setattr__(app.config["ROUNDSMAN"], "smtp_port", closed_port())
    for _ in range(40):
        run_due_jobs(app)
        clock.advance(minutes=16)
    (row,) = outbox()
    assert (row.state, row.attempts, row.last_error) == ("waiting", 40, "no_answer: ConnectionRefusedError")
    object.__setattr__(app.config["ROUNDSMAN"], "smtp_port", mail_server.port)
    run_due_jobs(app)
    assert [row.state for row in outbox()] == ["sent"]


def test_a_server_that_takes_the_call_and_says_nothing_is_let_go(
    app: Flask, told: None, outbox: Outbox, silent_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail, "SECONDS", 0.2)
    object.__setattr__(app.config["ROUNDSMAN"], "smtp_port", silent_port)
    run_due_jobs(app)
    (row,) = outbox()
    assert (row.state, row.attempts) == ("waiting", 1) and (row.last_error or "").startswith("no_answer: ")


def test_a_server_that_drips_is_let_go(
    app: Flask, told: None, outbox: Outbox, dripping_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No single wait is long; all of them together would never end."""
    monkeypatch.setattr(mail, "SECONDS_IN_ALL", 0.5)
    object.__setattr__(app.config["ROUNDSMAN"], "smtp_port", dripping_port)
    run_due_jobs(app)
    (row,) = outbox()
    assert row.state == "waiting" and (row.last_error or "").startswith("no_answer: ")


def test_no_password_goes_to_a_server_that_cannot_encrypt(
    app: Flask, told: None, mail_server: MailServer, outbox: Outbox
) -> None:
    for name, value in {"smtp_security": "starttls", "smtp_user": "u", "smtp_password": "p"}.items():
        object.__setattr__(app.config["ROUNDSMAN"], name, value)
    run_due_jobs(app)
    (row,) = outbox()
    assert (row.state, row.last_error, mail_server.letters) == ("waiting", "refused: SMTPNotSupportedError", [])


def test_who_left_the_project_is_told_nothing_more(
    app: Flask, clock: FakeClock, world: World, told: None, mail_server: MailServer, outbox: Outbox, leave: None
) -> None:
    run_due_jobs(app)
    (row,) = outbox()
    assert (row.state, row.last_error, mail_server.letters) == ("withdrawn", "left", [])


def test_the_address_of_now_counts(
    app: Flask, told: None, wishes: Callable[..., None], mail_server: MailServer, world: World
) -> None:
    wishes("colleague", email="new@example.com")
    run_due_jobs(app)
    assert [letter["To"] for letter in mail_server.letters] == ["new@example.com"]


@pytest.fixture
def leave(app: Flask, clock: FakeClock, world: World, told: None) -> None:
    gone = {"person_id": world.people["colleague"], "project_id": world.project}
    with app.app_context():
        apply_operations(SETTER, [operation("revoke_role", clock, args=gone, seen={})])


@pytest.fixture
def silent_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def dripping_port() -> Iterator[int]:
    over = threading.Event()

    def drip() -> None:
        line, _ = server.accept()
        with line:
            while not over.wait(0.05):
                try:
                    line.send(b"2")
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip)
        thread.start()
        yield server.getsockname()[1]
        over.set()
        thread.join()
