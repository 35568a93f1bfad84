"""The contract and its places (domain.md): the city's machine room, three years, extended for the demo to 2027.

The tender ran from December 2021 for three years; the demo lives in a fictitious second term, so that today lies in it.
"""

from dataclasses import dataclass

from server.demo.ids import demo_id

PROJECT_ID = demo_id("project", "changge")
TIME_ZONE = "Asia/Shanghai"
PROJECT = {
    "code": "CG-2021-030",
    "name_zh": "长葛市数字城管机房托管及光纤租用项目",
    "name_en": "Changge digital city management: machine-room hosting and leased fibre",
    "contract_number": "长招采公字【2021】030号",
    "client_name_zh": "长葛市数字化城市管理中心",
    "client_name_en": "Changge digital city management centre",
    "provider_name_zh": "某通信运营商市分公司",
    "provider_name_en": "A telecom carrier’s city branch",
    "starts_on": "2021-12-01",
    "ends_on": "2027-11-30",
    "time_zone": TIME_ZONE,
}


@dataclass(frozen=True)
class DemoPlace:
    code: str
    kind: str
    name_zh: str
    name_en: str
    parent: str | None = None

    @property
    def id(self) -> str:
        return demo_id("place", self.code)


PLACES = [
    DemoPlace("ZX", "site", "市数字城管中心", "City management centre"),
    DemoPlace("A", "room", "A机房", "Room A", "ZX"),
    DemoPlace("A-101", "rack", "1排01柜", "Row 1 rack 01", "A"),
    DemoPlace("A-102", "rack", "1排02柜", "Row 1 rack 02", "A"),
    DemoPlace("A-201", "rack", "2排01柜", "Row 2 rack 01", "A"),
    DemoPlace("A-202", "rack", "2排02柜", "Row 2 rack 02", "A"),
    DemoPlace("A-302", "rack", "3排02柜", "Row 3 rack 02", "A"),
    DemoPlace("B", "room", "B机房", "Room B", "ZX"),
    DemoPlace("B-101", "rack", "1排01柜", "Row 1 rack 01", "B"),
    DemoPlace("B-102", "rack", "1排02柜", "Row 1 rack 02", "B"),
    DemoPlace("B-201", "rack", "2排01柜", "Row 2 rack 01", "B"),
    DemoPlace("HALL", "room", "指挥大厅", "Control hall", "ZX"),
    DemoPlace("TRAIN", "room", "培训室", "Training room", "ZX"),
    DemoPlace("QD", "site", "前端片区", "Front-end areas"),
    DemoPlace("QD-1", "room", "前端1片·长社路", "Area 1, Changshe Road"),
    DemoPlace("QD-2", "room", "前端2片·建设路", "Area 2, Jianshe Road"),
    DemoPlace("QD-0", "room", "汇聚点·邮电局", "Aggregation point, post office"),
]
PLACE_IDS = {place.code: place.id for place in PLACES}
