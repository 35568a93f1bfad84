"""The demo's published templates: the daily round, one asset on the form's seven rows, the quarter's check."""

from dataclasses import dataclass, field
from typing import Any

from server.demo.checklists import quarterly, seven
from server.demo.checklists.daily_field import FIELD_ITEMS
from server.demo.checklists.daily_room import ROOM_ITEMS
from server.demo.checklists.item import numbered
from server.demo.ids import demo_id


@dataclass(frozen=True)
class DemoTemplate:
    key: str
    name_zh: str
    name_en: str
    items: list[dict[str, Any]] = field(repr=False)
    version: int = 1
    resign: str = "on_finding_change"

    @property
    def id(self) -> str:
        return demo_id("template", self.key, str(self.version))


DAILY = DemoTemplate("daily", "每日巡检记录单", "Daily inspection record", numbered(ROOM_ITEMS, FIELD_ITEMS))
SEVEN = DemoTemplate("single_asset", "单台七项", "One asset, seven rows", numbered(seven.ITEMS), resign="always")
QUARTERLY = DemoTemplate("quarterly", "季度免费检测", "Quarterly free check", numbered(quarterly.ITEMS))
TEMPLATES = [DAILY, SEVEN, QUARTERLY]
