"""When the demo's rounds fall due: two daily ones, one on demand today, the quarter's check this week (R1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from server.demo.equipment import ASSETS, BY_CODE
from server.demo.ids import demo_id
from server.demo.people import BY_SIGN_IN
from server.demo.project import PLACE_IDS

ROOM_A_ROUND = ("UPS-01", "NVR-01", "SRV-01", "SW-01", "AC-01")
CAMERA_ROUND = ("CAM-01", "CAM-02", "CAM-03", "CAM-04", "CAM-05", "CAM-06", "CAM-07", "CAM-08")
# The contract's quarterly check is of the whole system: all of it, room by room.
QUARTER_ROUND = tuple(asset.code for asset in ASSETS)
FRIDAY = 5


@dataclass(frozen=True)
class DemoPlan:
    name: str
    name_zh: str
    name_en: str
    template_key: str
    kind: str
    place: str
    assets: Sequence[str]
    rule: dict[str, Any]
    starts_on: date
    assignees: Sequence[str]
    lead_days: int = 0

    @property
    def id(self) -> str:
        return demo_id("plan", self.name)

    @property
    def asset_ids(self) -> list[str]:
        return [BY_CODE[code].id for code in self.assets]

    def fields(self) -> dict[str, Any]:
        return {
            "name_zh": self.name_zh,
            "name_en": self.name_en,
            "template_key": self.template_key,
            "kind": self.kind,
            "place_id": PLACE_IDS[self.place],
            "asset_ids": self.asset_ids,
            "rule": self.rule,
            "due_time": "18:00",
            "starts_on": self.starts_on.isoformat(),
            "ends_on": None,
            "assignee_ids": [BY_SIGN_IN[name].id for name in self.assignees],
            "scope": None,
            "assign_by": "people",
            "lead_days": self.lead_days,
            "proof_percent": 0,
            "if_missed": "keep",
            "grace_days": 0,
            "on_holiday": "keep",
        }


def room_a_plan(history_begins: date) -> DemoPlan:
    """The daily round of A机房; its past days have been walked."""
    return DemoPlan(
        "room-a",
        "每日巡检·A机房",
        "Daily round · Room A",
        "daily",
        "daily",
        "A",
        ROOM_A_ROUND,
        {"every": "day", "on": None},
        history_begins,
        ("engineer01", "engineer02"),
    )


def standing_plans(today: date, history_begins: date) -> list[DemoPlan]:
    cameras = DemoPlan(
        "cameras",
        "每日巡检·前端片区",
        "Daily round · front-end areas",
        "daily",
        "daily",
        "QD",
        CAMERA_ROUND,
        {"every": "day", "on": None},
        today,
        ("engineer03",),
    )
    quarter_day = this_weeks_day(today)
    quarterly = DemoPlan(
        "quarterly",
        "季度免费检测·全系统",
        "Quarterly free check · whole system",
        "quarterly",
        "quarterly",
        "ZX",
        QUARTER_ROUND,
        {"every": "quarter", "on": {"month": (quarter_day.month - 1) % 3 + 1, "day": quarter_day.day}},
        today,
        ("engineer01", "engineer02", "engineer03"),
    )
    return [room_a_plan(history_begins), cameras, quarterly]


def single_plan(today: date) -> DemoPlan:
    """One asset, seven items, asked for today: made anew on each day that the demo is started."""
    return DemoPlan(
        f"single/{today.isoformat()}",
        "单台巡检·录像存储备机",
        "One asset · standby recorder",
        "single_asset",
        "on_demand",
        "A",
        ("NVR-02",),
        {"every": "once", "on": today.isoformat()},
        today,
        ("engineer01",),
    )


def this_weeks_day(today: date) -> date:
    """Friday, or at the weekend Sunday: still this week, and not before today."""
    day = FRIDAY if today.isoweekday() <= FRIDAY else 7
    return today + timedelta(days=day - today.isoweekday())
