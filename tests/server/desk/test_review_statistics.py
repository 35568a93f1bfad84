"""What is sent back and why, as a supervisor reads it; rounds that left the phones are counted too."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from server.database import reading
from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import World


def statistics(phone: WirePhone, **asked: Any) -> dict[str, Any]:
    answer = phone.client.get(f"/api/projects/{phone.world.project}/review-statistics", query_string=asked)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


def test_a_round_that_was_sent_back_is_told_by_reason_item_person_and_month(phone_of: PhoneOf, world: World) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    assert statistics(supervisor)["rounds"] == 0
    walk.walk(engineer)
    assert walk.send_back(supervisor)["outcome"] == "applied"
    walk.submit(engineer)
    said = statistics(supervisor)
    assert (said["rounds"], said["sent_back"], said["points"]) == (1, 1, 1)
    assert said["reasons"] == {"photo_unclear": 1}
    assert [(row["month"], row["points"]) for row in said["months"]] == [("2026-11", 1)]
    assert [(row["person_id"], row["points"]) for row in said["people"]] == [(world.people["engineer"], 1)]
    (item,) = said["items"]
    assert (item["check_key"], item["points"]) == ("fan", 1)
    assert item["title_zh"] and item["title_en"]


def test_rounds_of_before_the_window_do_not_count(phone_of: PhoneOf, world: World, clock: FakeClock) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    walk.walk(engineer)
    clock.advance(days=20)
    supervisor.sign_in()
    assert statistics(supervisor, days=30)["rounds"] == 1
    assert statistics(supervisor, days=7)["rounds"] == 0
    for wrong in (0, 400, "x"):
        path = f"/api/projects/{world.project}/review-statistics"
        assert supervisor.client.get(path, query_string={"days": wrong}).status_code == 422


@pytest.mark.parametrize("name", ["engineer", "desk", "client", "outsider"])
def test_it_is_for_supervisors(phone_of: PhoneOf, world: World, name: str) -> None:
    path = f"/api/projects/{world.project}/review-statistics"
    assert phone_of(name).client.get(path).status_code == 404


def test_the_events_are_found_by_their_rounds(app: Flask) -> None:
    """A growing table is never read whole."""
    asked = (
        "SELECT name FROM round_event WHERE round_id IN"
        " (SELECT id FROM round WHERE project_id = 'p' AND occurrence_date >= '2026-11-01')"
    )
    with app.app_context(), reading() as session:
        if session.get_bind().dialect.name != "sqlite":
            pytest.skip("PostgreSQL scans what is small; ./dev bench desk asks it at size")
        plan = " ".join(str(row) for row in session.execute(text(f"EXPLAIN QUERY PLAN {asked}")))
    assert "SCAN" not in plan, plan
