"""The board's first screen: our whole answer, beside the raw rows of the page by the bare driver, and an echo: the
same app's answer to a signed-in person that says next to nothing."""

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from benchmarks.sync.raw import connect
from benchmarks.tickets.office import Office
from server.desk.board import AT_ONCE

TRIES = 25


def milliseconds_of(work: Callable[[], Any]) -> float:
    """The median of several tries after one that nobody counts."""
    took = []
    for _ in range(TRIES + 1):
        begin = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - begin))
    return median(took[1:])


def first_screen(office: Office) -> tuple[float, float, float]:
    """(ours, raw, echo) in milliseconds."""
    desk = office.at_desk()
    path = f"/api/projects/{office.project.id}/board"

    def ask() -> None:
        answer = desk.get(path)
        assert answer.status_code == 200 and len(answer.get_json()["tickets"]) == AT_ONCE, answer.text

    ours = milliseconds_of(ask)
    line = connect(office.url)
    mark, yes = ("?", "1") if office.url.startswith("sqlite") else ("%s", "true")
    asked = (
        f"SELECT * FROM ticket WHERE project_id = {mark} AND is_open = {yes} AND next_due_at IS NOT NULL"
        f" ORDER BY next_due_at LIMIT {AT_ONCE}"
    )
    raw = milliseconds_of(lambda: line.execute(asked, (office.project.id,)).fetchall())
    line.close()
    return ours, raw, milliseconds_of(lambda: desk.get("/api/roster/feed"))
