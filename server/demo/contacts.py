"""Calls and letters of the last days that no ticket followed (来电来函登记)."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from server.demo.bookkeeping import acting, hand_in
from server.demo.equipment import ASSETS
from server.demo.people import BY_SIGN_IN, DESK
from server.demo.project import PROJECT_ID, TIME_ZONE
from server.demo.wire import Moment

# Days ago, time of day, who, what.
CALLS: tuple[tuple[int, time, str, Mapping[str, Any]], ...] = (
    (
        9,
        time(10, 12),
        "client01",
        {
            "channel": "call",
            "asset": "NVR-01",
            "text": "问上周三路口录像怎么导出。",
            "answer": "按知识库的步骤在电话里带着做完。",
        },
    ),
    (
        6,
        time(15, 40),
        "client02",
        {
            "channel": "visit",
            "asset": None,
            "text": "来取三季度巡检报告的纸质件。",
            "answer": "已当面交两份。",
        },
    ),
    (
        4,
        time(9, 5),
        "client03",
        {
            "channel": "letter",
            "asset": None,
            "text": "函告月底有检查，请提前安排一次全面巡检。",
            "answer": "已转服务经理排计划。",
        },
    ),
    (
        2,
        time(16, 20),
        "client01",
        {
            "channel": "call",
            "asset": "VW-01",
            "text": "拼接屏左下角偶尔闪一下，先不用来人。",
            "answer": "请值班员记下次数，巡检时一并看。",
        },
    ),
)


def register_calls(today: date) -> None:
    """What the desk wrote down, each on its day."""
    codes = {asset.code: asset.id for asset in ASSETS}
    for ago, at, sign_in, said in CALLS:
        caller = BY_SIGN_IN[sign_in]
        moment = Moment(datetime.combine(today - timedelta(days=ago), at, ZoneInfo(TIME_ZONE)))
        who = {"caller_name": caller.name_zh, "caller_phone": caller.phone, "caller_organisation": "市数字城管中心"}
        about = {"asset_id": codes.get(said["asset"] or ""), "text": said["text"], "answer": said["answer"]}
        args = {"channel": said["channel"], **who, **about}
        registered = moment.event("register_contact", sign_in, doc=PROJECT_ID, args=args)
        hand_in(acting(DESK.id), [registered], at=moment.at)
