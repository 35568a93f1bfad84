"""Words for a category, a state, an importance: what other tables call what we have a fixed name for."""

import re
from collections.abc import Mapping
from typing import Final

from server.rules.asset_columns import choice_said
from server.rules.import_text import word

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "category": ("live_display", "recording", "server", "ups", "camera", "network", "fibre", "air_conditioning",
                 "training", "system"),
    "kind": ("device", "route"),
    "state": ("in_use", "spare", "retired"),
    "importance": ("key", "normal"),
}  # fmt: skip
_MEANS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "category": {
        "live_display": ("实时显示", "实时画面", "视频显示", "大屏", "显示屏", "显示设备", "live video"),
        "recording": ("录像存储", "录像", "存储", "存储设备", "recording", "storage"),
        "server": ("服务器", "服务器设备", "servers", "server"),
        "ups": ("ups主机", "ups电源", "不间断电源", "电源", "电源设备", "动力", "power"),
        "camera": ("前端摄像机", "摄像机", "摄像头", "监控", "监控设备", "前端", "cameras", "camera"),
        "network": ("网络", "网络设备", "数通设备", "传输", "传输设备", "network", "networking"),
        "fibre": ("光缆", "光纤", "线路", "光缆线路", "布线", "综合布线", "fibre", "fiber", "cabling"),
        "air_conditioning": ("空调", "精密空调", "机房空调", "制冷", "air conditioning", "cooling"),
        "training": ("培训", "培训文件", "training documents", "training"),
        "system": ("整套系统", "系统", "软件", "平台", "whole system", "system", "software"),
    },
    "kind": {"device": ("设备", "device"), "route": ("线路", "路由", "光缆", "route", "cable")},
    "state": {
        "in_use": ("在用", "使用中", "使用", "正常", "运行", "运行中", "在线", "良好", "in use", "active", "online",
                   "deployed", "offline", "failed", "broken", "out for repair", "维修", "故障"),
        "spare": ("备件", "备用", "备机", "库存", "在库", "闲置", "spare", "inventory", "staged", "planned",
                  "ready to deploy", "pending", "in stock"),
        "retired": ("退役", "报废", "停用", "已报废", "拆除", "下线", "retired", "archived", "decommissioning",
                    "decommissioned", "undeployable", "lost/stolen", "disposed"),
    },
    "importance": {
        "key": ("关键", "重要", "核心", "是", "高", "key", "critical", "high", "yes", "y", "true", "1"),
        "normal": ("一般", "普通", "否", "中", "低", "normal", "low", "medium", "no", "n", "false", "0"),
    },
}  # fmt: skip
_KNOWN: Final = {
    field: {word(said): choice for choice, words in means.items() for said in (choice, *words)}
    for field, means in _MEANS.items()
}
# Surest first: a "UPS monitoring server" is told by its UPS.
_SIGNS: Final = tuple(
    (category, re.compile(pattern, re.IGNORECASE))
    for category, pattern in (
        ("ups", r"(?<![a-z])ups(?![a-z])|不间断|蓄电池|电池|配电|电源|\bpdu\b"),
        ("air_conditioning", r"空调|制冷|冷却|(?<![a-z])(hvac|crac)(?![a-z])|air.?con"),
        ("camera", r"摄像|球机|枪机|半球|探头|监控点|(?<![a-z])ipc(?![a-z])|camera"),
        ("recording", r"录像|存储|磁盘阵列|硬盘|(?<![a-z])(nvr|dvr|nas|san)(?![a-z])|storage|recorder"),
        ("live_display", r"大屏|拼接|显示|监视器|解码|display|screen|video wall|(?<![a-z])monitor(?![a-z])"),
        ("fibre", r"光缆|光纤|光交|尾纤|配线架|(?<![a-z])odf(?![a-z])|fib(re|er)|patch.?panel"),
        ("network", r"交换|路由器|防火墙|网关|网络|收发器|光模块|光端机|switch|router|firewall|gateway|access.?point"),
        ("server", r"服务器|刀片|工作站|server|blade|hypervisor"),
        ("training", r"培训|training"),
        ("system", r"系统|平台|软件|system|platform|software"),
    )
)
_ASIDE: Final = re.compile(r"[(（].*[)）]$")


def choice_of(field: str, text: str, own: Mapping[str, str] | None = None) -> str | None:
    """Our name for it; `own` are words that a person has explained for this table, by `word`."""
    for said in (word(text), word(_ASIDE.sub("", text))):
        if own and said in own:
            return own[said]
        if said in _KNOWN[field]:
            return _KNOWN[field][said]
    return choice_said(field, text)


def guess_category(*texts: str) -> str | None:
    """From what a thing is called: each text in turn, so that a category's own word counts before a name."""
    for text in texts:
        for category, sign in _SIGNS:
            if text and sign.search(text):
                return category
    return None
