"""Rounds that a story asks for, brought in as the demo's are: by an operation, not by writing rows."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from server.clock import now
from server.demo.bookkeeping import ACTOR, hand_in
from server.demo.contract import describe_plan
from server.demo.plans import DemoPlan
from server.demo.project import PROJECT_ID, TIME_ZONE
from server.demo.wire import Moment
from tests.e2e.running_server import RunningServer


def ask_for_round(
    server: RunningServer, name: str, assets: Sequence[str], assignees: Sequence[str], template: str = "daily"
) -> DemoPlan:
    """A round due today over these assets; gives its plan."""
    with server.app.app_context():
        moment = Moment(now().astimezone(ZoneInfo(TIME_ZONE)))
        today = moment.at.date()
        once = {"every": "once", "on": today.isoformat()}
        plan = DemoPlan(f"story/{name}", name, name, template, "on_demand", "A", assets, once, today, assignees)
        hand_in(ACTOR, [describe_plan(moment, plan, PROJECT_ID)], at=moment.at)
    return plan
