"""The contract's clock policy, and tickets of every source in various steps around the moment of the load (T1)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from server.clock import now
from server.database import reading
from server.demo.bookkeeping import acting, hand_in
from server.demo.equipment import ASSETS
from server.demo.ids import demo_id
from server.demo.people import BY_SIGN_IN
from server.demo.project import PROJECT_ID, TIME_ZONE
from server.demo.wire import Moment, Operation
from server.models import Ticket
from server.models.types import parse_instant
from server.rules.sla_policy import default_policy


@dataclass(frozen=True)
class Step:
    """What happened so many minutes after the ticket was raised, and by whom."""

    after: int
    by: str
    name: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Incident:
    """`ago`: minutes before the load; `asset`: the code of what is broken."""

    key: str
    ago: int
    by: str
    asset: str
    args: Mapping[str, Any]
    steps: tuple[Step, ...] = ()
    raised_by: str = "raise_ticket"

    @property
    def id(self) -> str:
        return demo_id("ticket", self.key)


_CALLER = {"reporter_name": "甲方值班员01", "reporter_phone": "138 0000 0001"}
INCIDENTS = (
    Incident(
        "confirmed-by-client",
        1_560,
        "client01",
        "NVR-01",
        {"title": "三路录像回放卡顿", "description": "昨天上午起，3、7、9 路回放一卡一卡的。", **_CALLER},
        (
            Step(4, "desk", "answer_reporter", {"how": "phone", "text": "已受理，工程师半小时内到。"}),
            Step(6, "desk", "grade_ticket", {"severity": 3}),
            Step(9, "engineer01", "accept_ticket"),
            Step(11, "engineer01", "set_out"),
            Step(27, "engineer01", "arrive_at_ticket", {"scan": None, "text": None}),
            Step(48, "engineer01", "diagnose_ticket", {"cause": "阵列一块硬盘降级", "complexity": "ordinary"}),
            Step(
                160,
                "engineer01",
                "resolve_ticket",
                {
                    "findings": [],
                    "how": "fixed",
                    "cause": "阵列一块硬盘降级",
                    "solution": "更换 4 号硬盘，重建完成，回放正常。",
                },
            ),
        ),
        "report_fault",
    ),
    Incident(
        "on-its-way",
        300,
        "desk",
        "SW-01",
        {
            "source": "call",
            "title": "核心交换机上联口丢包",
            "kind": "network",
            "severity": 3,
            "remote_tried": "not_solved",
            "remote_result": "远程重启端口后仍丢包。",
            **_CALLER,
        },
        (
            Step(3, "desk", "assign_ticket", {"assignee_ids": ["engineer03"]}),
            Step(8, "engineer03", "accept_ticket"),
            Step(20, "engineer03", "set_out"),
        ),
    ),
    Incident(
        "waits-for-a-part",
        200,
        "engineer02",
        "AC-01",
        {
            "source": "engineer",
            "title": "空调室外机接触器烧蚀",
            "kind": "hardware",
            "severity": 4,
            "complexity": "complex",
        },
        (
            Step(1, "engineer02", "accept_ticket"),
            Step(2, "engineer02", "arrive_at_ticket", {"scan": None, "text": None}),
            Step(25, "engineer02", "diagnose_ticket", {"cause": "接触器触点烧蚀", "complexity": "complex"}),
            Step(30, "engineer02", "need_part", {"text": "同型号交流接触器 1 只", "quantity": 1}),
            Step(31, "engineer02", "pause_ticket", {"reason": "waiting_part", "text": "供应商明早送到。"}),
        ),
    ),
    Incident(
        "nobody-yet",
        26,
        "desk",
        "UPS-01",
        {
            "source": "call",
            "title": "UPS 主机报旁路告警",
            "kind": "power",
            "severity": 2,
            "remote_tried": "none",
            **_CALLER,
        },
    ),
)


def promise_clocks(moment: Moment) -> Operation:
    """Version 1 of the project's policy: the contract as it is."""
    args = {"project_id": PROJECT_ID, "body": default_policy(TIME_ZONE)}
    return moment.decide("change_policy", PROJECT_ID, doc=None, args=args)


def bring_incidents() -> None:
    """A load that was cut off goes on as of the moment at which it began."""
    begun = _begun()
    for incident in INCIDENTS:
        raised_at = begun - timedelta(minutes=incident.ago)
        for by, at, operation in _operations(incident, raised_at):
            hand_in(acting(BY_SIGN_IN[by].id), [operation], at=at)


def _begun() -> datetime:
    with reading() as session:
        first = session.get(Ticket, INCIDENTS[0].id)
    if first is None:
        return now()
    return parse_instant(first.opened_at) + timedelta(minutes=INCIDENTS[0].ago)


def _operations(incident: Incident, raised_at: datetime) -> Iterator[tuple[str, datetime, Operation]]:
    """Each with who does it and when; each has seen the one before."""
    first = Moment(raised_at).event(incident.raised_by, doc=incident.id, args=_told(incident))
    yield incident.by, raised_at, first
    seen = first["op"]
    for step in incident.steps:
        at = raised_at + timedelta(minutes=step.after)
        operation = _step(Moment(at), incident.id, step, seen)
        yield step.by, at, operation
        if "edits" not in operation:
            seen = operation["op"]


def _told(incident: Incident) -> dict[str, Any]:
    asset = next(asset for asset in ASSETS if asset.code == incident.asset)
    equipment = {"code": asset.tag_code} if incident.raised_by == "report_fault" else {"asset_id": asset.id}
    return {"project_id": PROJECT_ID, **incident.args, **equipment}


def _step(moment: Moment, ticket: str, step: Step, seen: str) -> Operation:
    if step.name == "grade_ticket":
        edit = {"doc": ticket, "type": "ticket", "set": dict(step.args), "was": dict.fromkeys(step.args, [])}
        return moment.edit(step.name, ticket, edits=[edit])
    if step.name == "assign_ticket":
        people = {"assignee_ids": [BY_SIGN_IN[name].id for name in step.args["assignee_ids"]]}
        return moment.decide(step.name, doc=ticket, args=people, seen={ticket: []})
    return moment.event(step.name, doc=ticket, args=step.args, after=[seen])
