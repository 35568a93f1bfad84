"""Jobs that recur: once a period, whoever comes first, and no backlog after a long sleep."""

from collections.abc import Callable

from flask import Flask

from server.jobs import run_due_jobs, schedule
from server.models import Job
from tests.support.clock import FakeClock


def test_a_period_has_one_job_however_often_it_is_planned(
    app: Flask, clock: FakeClock, jobs: Callable[[str], list[Job]]
) -> None:
    for _ in range(4):
        with app.app_context():
            schedule.plan()
        run_due_jobs(app)
        clock.advance(minutes=14)
    assert len(jobs("sweep_uploads")) == 1
    clock.advance(minutes=4)
    run_due_jobs(app)
    assert [job.state for job in jobs("sweep_uploads")] == ["done", "done"]


def test_periods_that_were_slept_through_are_not_made_up(
    app: Flask, clock: FakeClock, jobs: Callable[[str], list[Job]]
) -> None:
    run_due_jobs(app)
    clock.advance(days=3)
    run_due_jobs(app)
    assert len(jobs("make_rounds")) == 2
