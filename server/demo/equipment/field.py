"""Out of doors: front-end cameras with their cabinets, and the leased fibre routes (domain.md R6)."""

from server.demo.equipment.asset import DemoAsset, RoutePoint


def _camera(number: int, where_zh: str, where_en: str, area: str, model: str, position: str) -> DemoAsset:
    return DemoAsset(
        code=f"CAM-{number:02}",
        category="camera",
        name_zh=f"{where_zh}摄像机",
        name_en=f"Camera, {where_en}",
        brand="视桥",
        model=model,
        serial=f"SQC-21{number:02}-7{number * 37:04}",
        place=area,
        position=position,
        installed="2022-01-14",
    )


CAMERAS = [
    _camera(1, "长社路与葛天大道口", "Changshe Rd and Getian Ave", "QD-1", "SQ-C8400 球机", "东南角立杆"),
    _camera(2, "长社路农贸市场", "Changshe Rd market", "QD-1", "SQ-C4200 枪机", "市场北门立杆"),
    _camera(3, "长社路小学门前", "Changshe Rd school gate", "QD-1", "SQ-C4200 枪机", "校门西侧立杆"),
    _camera(4, "人民广场", "People’s Square", "QD-1", "SQ-C8400 球机", "广场灯杆"),
    _camera(5, "建设路汽车站", "Jianshe Rd coach station", "QD-2", "SQ-C8400 球机", "站前立杆"),
    _camera(6, "建设路与八七路口", "Jianshe Rd and Baqi Rd", "QD-2", "SQ-C4200 枪机", "西北角立杆"),
    _camera(7, "八七路公园南门", "Baqi Rd park south gate", "QD-2", "SQ-C4200 枪机", "门岗墙上"),
    _camera(8, "泰山路夜市", "Taishan Rd night market", "QD-2", "SQ-C8400 球机", "路灯杆"),
]
ROUTES = [
    DemoAsset(
        code="FB-01",
        category="fibre",
        name_zh="主干光缆 中心—汇聚点",
        name_en="Trunk fibre, centre to aggregation point",
        brand="通达",
        model="GYTA53-48B1",
        serial="TD48-2111-01",
        place="ZX",
        position="管道",
        key=True,
        ends=("A", "QD-0"),
        points=(
            RoutePoint("A机房光配架 ODF-1", "ODF-1, room A", 0),
            RoutePoint("1号人井", "Manhole 1", 260),
            RoutePoint("2号人井（接头盒 J1）", "Manhole 2 (joint J1)", 710),
            RoutePoint("长社路过路管", "Duct under Changshe Rd", 1180),
            RoutePoint("3号人井（接头盒 J2）", "Manhole 3 (joint J2)", 1640),
            RoutePoint("邮电局光交箱", "Cabinet at the post office", 2350),
        ),
    ),
    DemoAsset(
        code="FB-02",
        category="fibre",
        name_zh="备用光缆 中心—B机房",
        name_en="Standby fibre, room A to room B",
        brand="通达",
        model="GYTS-24B1",
        serial="TD24-2111-07",
        place="ZX",
        position="桥架",
        ends=("A", "B"),
        points=(
            RoutePoint("A机房光配架 ODF-1", "ODF-1, room A", 0),
            RoutePoint("三层弱电井", "Riser, third floor", 45),
            RoutePoint("B机房光配架 ODF-2", "ODF-2, room B", 120),
        ),
    ),
    DemoAsset(
        code="FB-03",
        category="fibre",
        name_zh="接入光缆 汇聚点—前端1片",
        name_en="Access fibre, aggregation point to area 1",
        brand="通达",
        model="GYTA-12B1",
        serial="TD12-2112-15",
        place="QD",
        position="架空",
        ends=("QD-0", "QD-1"),
        points=(
            RoutePoint("邮电局光交箱", "Cabinet at the post office", 0),
            RoutePoint("长社路12号杆", "Pole 12, Changshe Rd", 480),
            RoutePoint("农贸市场分纤箱", "Splitter box at the market", 930),
        ),
    ),
    DemoAsset(
        code="FB-04",
        category="fibre",
        name_zh="接入光缆 汇聚点—前端2片",
        name_en="Access fibre, aggregation point to area 2",
        brand="通达",
        model="GYTA-12B1",
        serial="TD12-2112-16",
        place="QD",
        position="管道",
        ends=("QD-0", "QD-2"),
        points=(
            RoutePoint("邮电局光交箱", "Cabinet at the post office", 0),
            RoutePoint("建设路4号人井", "Manhole 4, Jianshe Rd", 620),
            RoutePoint("汽车站分纤箱", "Splitter box at the coach station", 1410),
        ),
    ),
]
FIELD_BOXES = [
    DemoAsset(
        code="SW-11",
        category="network",
        name_zh="前端1片汇聚交换机",
        name_en="Field switch, area 1",
        brand="云帆",
        model="YF-S2700i",
        serial="YFS2700-21C0311",
        place="QD-1",
        position="农贸市场机箱",
    ),
    DemoAsset(
        code="SW-12",
        category="network",
        name_zh="前端2片汇聚交换机",
        name_en="Field switch, area 2",
        brand="云帆",
        model="YF-S2700i",
        serial="YFS2700-21C0312",
        place="QD-2",
        position="汽车站机箱",
    ),
]
ASSETS = [*CAMERAS, *FIELD_BOXES, *ROUTES]
