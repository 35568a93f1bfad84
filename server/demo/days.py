"""What was found on A机房's past days: readings that move as real ones do, and the fan that began to rattle."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Findings = Mapping[tuple[str, str], Mapping[str, Any]]

# Oldest first; the battery of UPS-01 grows warmer day by day.
READINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "UPS-01": {
        "ups_output_voltage": ("221.0", "220.6", "221.8", "221.2", "221.4"),
        "ups_load": ("44", "45", "44", "47", "46"),
        "ups_battery_voltage": ("272.4", "272.1", "272.0", "271.2", "270.8"),
        "ups_battery_temperature": ("24.1", "24.6", "25.2", "26.3", "27.9"),
    },
    "NVR-01": {
        "disk_use": ("78", "79", "79", "80", "81"),
        "cameras_online": ("64", "64", "63", "64", "64"),
        "clock_offset": ("1", "1", "1", "2", "2"),
    },
    "SRV-01": {
        "server_cpu": ("31", "28", "35", "33", "30"),
        "server_memory": ("62", "62", "63", "63", "64"),
        "server_disk": ("57", "57", "58", "58", "58"),
        "server_inlet": ("22.8", "23.0", "23.1", "23.4", "23.4"),
    },
    "SW-01": {
        "optical_power": ("-11.2", "-11.2", "-11.4", "-11.3", "-11.5"),
        "network_cpu": ("18", "21", "19", "20", "19"),
        "network_temperature": ("41", "41", "42", "42", "42"),
    },
    "AC-01": {
        "room_temperature": ("23.2", "23.4", "23.3", "23.6", "23.8"),
        "room_humidity": ("48", "47", "49", "48", "47"),
        "supply_temperature": ("15.8", "15.9", "15.8", "16.2", "16.4"),
    },
}
UNSEEN_FAN = {"value": "not_applicable", "na_reason": "柜后封板，不停机看不到"}
FIRST_NOISE = {
    "value": "abnormal",
    "severity": 3,
    "seen": "左侧风扇间歇异响",
    "indication": "面板无告警",
    "actual": "约每 10 秒一次，滤网有积灰",
}
SECOND_NOISE = {
    "value": "abnormal",
    "severity": 3,
    "seen": "左侧风扇仍间歇异响，滤网积灰约 2 mm",
    "indication": "面板无告警，出风量偏小",
    "actual": "清灰后响声减轻，仍未消失",
    "remark": "备件到货后更换",
}


@dataclass(frozen=True)
class PastDay:
    """One walked day: `ago` days before the demo was loaded, `index` into the readings."""

    ago: int
    index: int
    engineer: str
    client: str
    manager: str
    findings: Findings = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    photographed: bool = False


PAST_DAYS = [
    PastDay(5, 0, "engineer02", "client01", "manager01"),
    PastDay(4, 1, "engineer01", "client02", "manager02"),
    PastDay(3, 2, "engineer01", "client01", "manager01"),
    PastDay(
        2,
        3,
        "engineer02",
        "client02",
        "manager02",
        findings={("UPS-01", "ups_fan"): FIRST_NOISE, ("NVR-01", "recorder_fan"): UNSEEN_FAN},
        form={
            "problem": "UPS-01 左侧风扇间歇异响（III级）。",
            "solution": "已清理滤网表面积灰，继续观察。",
            "cause": "滤网积灰，风扇轴承可能磨损。",
            "equipment": "UPS 风扇 120 mm × 1（待确认）",
        },
        photographed=True,
    ),
    PastDay(
        1,
        4,
        "engineer01",
        "client01",
        "manager02",
        findings={("UPS-01", "ups_fan"): SECOND_NOISE, ("NVR-01", "recorder_fan"): UNSEEN_FAN},
        form={
            "problem": "UPS-01 左侧风扇仍间歇异响，滤网积灰约 2 mm（III级）。",
            "solution": "已拆滤网清灰，响声减轻；等备件更换风扇。",
            "cause": "风扇轴承磨损；送风口旁堆放纸箱，扬尘。",
            "equipment": "UPS 风扇 120 mm × 1",
            "suggestion": "建议把 A机房送风口旁的纸箱移走。",
            "remark": "电池表面温度比上周升高 3.8 ℃，在限值内，继续观察。",
        },
        photographed=True,
    ),
]
