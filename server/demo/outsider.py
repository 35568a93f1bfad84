"""A second, small project whose engineer must see nothing of the first: the other half of every rights test."""

from collections.abc import Iterator
from datetime import date

from server.demo.checklists import SEVEN
from server.demo.contract import join
from server.demo.equipment.asset import DemoAsset
from server.demo.ids import demo_id
from server.demo.people import OUTSIDER
from server.demo.wire import Moment, Operation

PROJECT_ID = demo_id("project", "other")
PLACE_ID = demo_id("place", "other room")
PLAN_ID = demo_id("plan", "other")
PROJECT = {
    "code": "OTHER-01",
    "name_zh": "对照项目（另一家单位）",
    "name_en": "Another company’s project",
    "contract_number": "示例-0001",
    "client_name_zh": "另一家单位",
    "client_name_en": "Another company",
    "provider_name_zh": "某通信运营商市分公司",
    "provider_name_en": "A telecom carrier’s city branch",
    "starts_on": "2025-01-01",
    "ends_on": "2027-12-31",
    "time_zone": "Asia/Shanghai",
}
ASSET = DemoAsset(
    code="OT-UPS-01",
    category="ups",
    name_zh="别处UPS主机",
    name_en="UPS host elsewhere",
    brand="恒源",
    model="HY-3110 10kVA",
    serial="HY3110-2401-0007",
    place="other",
)


def found_other(moment: Moment) -> Operation:
    return moment.describe("project", PROJECT_ID, PROJECT, {})


def set_up_other(moment: Moment, today: date) -> Iterator[Operation]:
    yield from join(moment, OUTSIDER, PROJECT_ID)
    key = {"project_id": PROJECT_ID}
    place = {"kind": "room", "code": "X", "name_zh": "别处机房", "name_en": "Room elsewhere", "ordinal": 0}
    yield moment.describe("place", PLACE_ID, place, key)
    asset = {
        "kind": ASSET.kind,
        "category": ASSET.category,
        "code": ASSET.code,
        "name_zh": ASSET.name_zh,
        "name_en": ASSET.name_en,
        "brand": ASSET.brand,
        "model": ASSET.model,
        "serial": ASSET.serial,
        "place_id": PLACE_ID,
        "importance": "normal",
    }
    yield moment.describe("asset", ASSET.id, asset, key)
    tag = {"asset_id": ASSET.id, "code": ASSET.tag_code, "check": ASSET.tag_check}
    yield moment.decide("issue_tag", doc=ASSET.tag_id, args=tag)
    plan = {
        "name_zh": "别处每日巡检",
        "name_en": "Daily round elsewhere",
        "template_key": SEVEN.key,
        "kind": "daily",
        "place_id": PLACE_ID,
        "asset_ids": [ASSET.id],
        "rule": {"every": "day", "on": None},
        "due_time": "18:00",
        "starts_on": today.isoformat(),
        "ends_on": None,
        "assignee_ids": [OUTSIDER.id],
    }
    yield moment.describe("plan", PLAN_ID, plan, key)
