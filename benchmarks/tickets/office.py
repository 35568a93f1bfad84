"""One service desk: its app on a clock of ours, one project of the firm, one person at the desk, many open tickets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert

from benchmarks.sync.firm import PASSWORD, Firm, Project, found, new_id, sign_in_name
from server import create_app
from server.commands.database import upgrade_database
from server.config import TestConfig
from server.database import writing
from server.extensions import db
from server.models import Grant, Ticket, TicketAlarm
from server.models.documents import DOCUMENT_TYPES
from server.models.types import instant_text

BEGIN = datetime(2026, 11, 22, 8, tzinfo=UTC)
AT_ONCE = 5_000


class OurClock:
    """Stands until it is moved."""

    def __init__(self) -> None:
        self.moment = BEGIN

    def now(self) -> datetime:
        return self.moment


@dataclass
class Office:
    app: Flask
    clock: OurClock
    firm: Firm
    project: Project
    url: str
    open: int = 0

    def at_desk(self) -> FlaskClient:
        """Signed in as the firm's first engineer, who sits at the desk."""
        client = self.app.test_client()
        body = {"name": sign_in_name(0), "password": PASSWORD, "device": None}
        answer = client.post("/api/session", json=body, headers={"X-Roundsman": "1"})
        assert answer.status_code == 200, answer.text
        return client

    def fill(self, until: int) -> None:
        """Bring the open tickets to this number: rows as they stand, each with a deadline and an alarm days away."""
        rows = (_ticket(self.project, self.firm, number) for number in range(self.open, until))
        with self.app.app_context():
            while some := list(islice(rows, AT_ONCE)):
                _write(some)
            with writing() as session:
                session.connection().exec_driver_sql("ANALYZE")
        self.open = until

    def close(self) -> None:
        with self.app.app_context():
            db.engine.dispose()


def opened(url: str, folder: Path) -> Office:
    clock = OurClock()
    app = create_app(TestConfig(data_dir=folder / "data", database_url=url), clock)
    upgrade_database(app)
    firm = found(app)
    project = firm.projects[0]
    with app.app_context(), writing() as session:
        session.merge(Grant(person_id=firm.engineers[0], project_id=project.id, roles=["engineer", "desk"]))
    return Office(app, clock, firm, project, url)


def _write(rows: list[dict[str, Any]]) -> None:
    alarms = [{"ticket_id": row["id"], "project_id": row["project_id"], "next_at": row["next_due_at"]} for row in rows]
    with writing() as session:
        session.connection().execute(insert(Ticket), rows)
        session.connection().execute(insert(TicketAlarm), alarms)


def _ticket(project: Project, firm: Firm, number: int) -> dict[str, Any]:
    """Shaped as the fold leaves one: eight clocks, one of them the next."""
    ticket_id = new_id()
    due = instant_text(BEGIN + timedelta(days=2, seconds=number))
    common = {"milestone": "repair", "limit_minutes": 720, "calendar": "always", "counts_from": "received"}
    clock = {**common, "started_at": instant_text(BEGIN), "met_at": None, "paused_since": None, "paused_minutes": 0}
    clock |= {"left_minutes": 60, "took_minutes": None, "stops": [], "because": [new_id()], "due_at": due}
    keys: Iterator[str] = iter(
        ("phone_response", "first_answer", "dispatch", "arrival", "on_site", "diagnosis", "solution", "repair")
    )
    clocks = [{**clock, "key": key, "state": "running" if key == "repair" else "met"} for key in keys]
    given = {
        "number": f"GD-{number:06d}",
        "asset_id": project.assets[number % len(project.assets)],
        "check_key": f"own:{ticket_id}",
        "title_zh": "前端汇聚交换机离线",
        "title_en": "Edge switch down",
        "opened_at": instant_text(BEGIN),
        "severity": number % 4 + 1,
        "assignee_ids": [firm.engineers[number % 8 * 4]],
        "state": "confirmed",
        "is_open": True,
        "source": "call",
        "clocks": clocks,
        "next_due_at": due,
    }
    own = {"id": ticket_id, "project_id": project.id, "rev": 1, "writers": {}}
    return {**DOCUMENT_TYPES["ticket"].empty(), **given, **own}
