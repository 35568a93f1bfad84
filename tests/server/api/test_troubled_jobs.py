"""What keeps failing behind the scenes is shown to those whom it concerns, and can be tried again."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from server.database import writing
from server.jobs import enqueue, run_due_jobs
from server.jobs.registry import KINDS, JobKind, Payload
from server.jobs.troubles import trouble_of
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world, new_id

PhoneOf = Callable[[str], WirePhone]


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def phone_of(app: Flask, clock: FakeClock, world: World) -> PhoneOf:
    return lambda name: WirePhone(app.test_client(), clock, world, name).sign_in().pull()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> dict[str, Exception | None]:
    """The check of photos fails with this error until it is taken away."""
    failing: dict[str, Exception | None] = {"with": OSError(28, "No space left on device")}

    def fail(_: Flask, payload: Payload) -> None:
        if failing["with"] is not None:
            raise failing["with"]

    monkeypatch.setitem(KINDS, "check_blob", JobKind("check_blob", fail, None))
    return failing


def fail_thrice(app: Flask, clock: FakeClock, person: str, photo: str = "a" * 64) -> None:
    with app.app_context(), writing() as session:
        enqueue(session, "check_blob", {"hash": photo, "person_id": person})
    for _ in range(3):
        run_due_jobs(app)
        clock.advance(minutes=1)


def shown(phone: WirePhone) -> list[dict[str, Any]]:
    jobs: list[dict[str, Any]] = phone.client.get(f"/api/projects/{phone.world.project}/attention").get_json()["jobs"]
    return jobs


def retry(phone: WirePhone, job: str) -> dict[str, Any]:
    return phone.does("retry_job", args={"project_id": phone.world.project, "job": job}, seen={})


def test_a_job_that_fails_again_and_again_is_shown_with_what_since_when_and_why(
    app: Flask, clock: FakeClock, world: World, phone_of: PhoneOf, broken: dict[str, Exception | None]
) -> None:
    chief = phone_of("supervisor")
    assert shown(chief) == []
    fail_thrice(app, clock, world.people["engineer"])
    (job,) = shown(chief)
    assert (job["kind"], job["trouble"], job["error"], job["attempts"]) == ("check_blob", "no_space", "OSError", 3)
    assert job["since"] < job["next_at"]


def test_what_belongs_to_somebody_of_another_project_is_not_shown(
    app: Flask, clock: FakeClock, world: World, phone_of: PhoneOf, broken: dict[str, Exception | None]
) -> None:
    fail_thrice(app, clock, world.people["outsider"])
    assert shown(phone_of("supervisor")) == []


def test_it_is_tried_again_at_once_and_gone_when_it_worked(
    app: Flask, clock: FakeClock, world: World, phone_of: PhoneOf, broken: dict[str, Exception | None]
) -> None:
    chief = phone_of("supervisor")
    fail_thrice(app, clock, world.people["engineer"])
    for _ in range(6):  # its own next try comes to lie far ahead
        clock.advance(minutes=30)
        run_due_jobs(app)
    (job,) = shown(chief)
    broken["with"] = None
    clock.advance(minutes=1)
    run_due_jobs(app)
    assert shown(chief) == [job]
    assert retry(chief, job["id"])["outcome"] == "applied"
    run_due_jobs(app)
    assert shown(chief) == []
    assert retry(chief, job["id"])["reason"] == "job_done"


def test_only_a_supervisor_of_the_project_has_it_tried_again(
    app: Flask, clock: FakeClock, world: World, phone_of: PhoneOf, broken: dict[str, Exception | None]
) -> None:
    fail_thrice(app, clock, world.people["engineer"])
    job = shown(phone_of("supervisor"))[0]["id"]
    assert retry(phone_of("engineer"), job)["reason"] == "role_missing"
    assert retry(phone_of("outsider"), job)["reason"] == "unknown_document"
    assert retry(phone_of("supervisor"), new_id())["reason"] == "job_done"


def test_errors_are_said_in_a_few_plain_words() -> None:
    said = {
        "OSError: [Errno 28] No space left on device": "no_space",
        "sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database or disk is full": "no_space",
        "sqlalchemy.exc.OperationalError: server closed the connection": "database",
        "FileNotFoundError: [Errno 2] No such file or directory: 'x'": "file_missing",
        "PermissionError: [Errno 13] Permission denied": "not_allowed",
        "ValueError: something with a colon: in it": "fault",
        "": "fault",
    }
    assert {error: trouble_of(error) for error in said} == said
