"""A round's file for tests of the printed record: two assets, four items, signed by both, sealed when asked."""

import hashlib
from dataclasses import replace
from typing import Any

from server.reports.record.basis import current_content
from server.reports.record.file import Deed, RoundFile
from server.rules.ids import answer_id
from server.rules.signed_content import canonical, content_hash

ROUND = "0195a000-0000-7000-8000-000000000001"
UPS, RECORDER = "0195a000-0000-7000-8000-00000000000a", "0195a000-0000-7000-8000-00000000000b"
ENGINEER, MANAGER = "0195a000-0000-7000-8000-0000000000e1", "0195a000-0000-7000-8000-0000000000e2"
SEAL_HASH = hashlib.sha256(b"sealed").hexdigest()
STROKES = {"width": 300, "height": 120, "paths": [[[30, 24], [120, 84], [240, 36]], [[150, 60]]]}
BLANK_ANSWER = dict.fromkeys(
    ("value", "severity", "reading", "seen", "indication", "actual", "remark", "na_reason", "unmeasurable_reason")
)


def item(check_key: str, ordinal: int, title: str, row: int, **more: Any) -> dict[str, Any]:
    facts = {"scope": "asset", "categories": ["ups"], "kind": "judgement", "required": True, "unit": None}
    limits = {"low": None, "high": None, "decimals": None, "title_zh": title, "title_en": f"{check_key} checked"}
    return {"check_key": check_key, "ordinal": ordinal, "form_row": row, **facts, **limits, **more}


ITEMS = [
    item("fan", 1, "风扇与滤网", 4),
    item("battery", 2, "电池表面温度", 4, kind="reading", unit="℃", low="15", high="30", decimals=1),
    item("picture", 3, "实时画面", 1, categories=["recording"]),
    item("whole", 4, "整套系统工作正常", 7, scope="round", categories=[]),
]


def answer(asset_id: str | None, check_key: str, **said: Any) -> dict[str, Any]:
    row_id = answer_id(ROUND, asset_id, check_key)
    return {"id": row_id, "asset_id": asset_id, "check_key": check_key, "overrule_reason": None, **BLANK_ANSWER, **said}


def asset(row_id: str, code: str, category: str, name: str) -> dict[str, Any]:
    facts = {"brand": "恒源", "model": "HY-1", "serial": f"S-{code}", "place_id": "rack", "position": "U10"}
    about = {"warranty_until": "2027-01-31", "end_a_id": None, "end_b_id": None}
    return {
        "id": row_id,
        "code": code,
        "category": category,
        "name_zh": name,
        "name_en": f"{code} host",
        **facts,
        **about,
    }


def member(person_id: str, name_zh: str, name_en: str) -> dict[str, Any]:
    return {"person_id": person_id, "display_name_zh": name_zh, "display_name_en": name_en}


def photo(number: int, **more: Any) -> dict[str, Any]:
    about = {"asset_id": UPS, "check_key": "fan", "purpose": "item", "markup": None}
    state = {"blob_state": "verified", "blob_reason": None, "withdrawn_at": None, "withdrawn_reason": None}
    taken = {"taken_at": f"2026-11-22T06:0{number}:00.000Z", "taken_by": ENGINEER}
    return {
        "id": f"photo-{number}",
        "hash": hashlib.sha256(bytes([number])).hexdigest(),
        **about,
        **state,
        **taken,
        **more,
    }


def round_file(
    *, answers: list[dict[str, Any]] | None = None, form: dict[str, str] | None = None, **more: Any
) -> RoundFile:
    """A round with everything normal and nobody's signature."""
    boxes = dict.fromkeys(("problem", "solution", "cause", "equipment", "suggestion", "remark")) | (form or {})
    given: dict[str, Any] = {
        "project": {
            "id": "project",
            "name_zh": "数字城管机房托管项目",
            "name_en": "City machine room",
            "contract_number": "【2021】030号",
            "time_zone": "Asia/Shanghai",
        },
        "round": {
            "id": ROUND,
            "number": "XJ-20261122-01",
            "name_zh": "每日巡检·A机房",
            "name_en": "Daily round, room A",
            "occurrence_date": "2026-11-22",
            "due_at": "2026-11-22T10:00:00.000Z",
            "opened_at": "2026-11-22T06:00:00.000Z",
            "incomplete": [],
            **boxes,
        },
        "template": {"key": "daily", "version": 1, "items": ITEMS},
        "assets": [asset(UPS, "UPS-01", "ups", "UPS主机"), asset(RECORDER, "NVR-01", "recording", "录像存储主机")],
        "places": {
            "room": {"kind": "room", "parent_id": None, "name_zh": "A机房", "name_en": "Room A"},
            "rack": {"kind": "rack", "parent_id": "room", "name_zh": "3排02柜", "name_en": "Row 3 rack 02"},
        },
        "members": {
            ENGINEER: member(ENGINEER, "维护工程师01", "Engineer 01"),
            MANAGER: member(MANAGER, "服务经理02", "Service manager 02"),
        },
        "answers": answers if answers is not None else all_normal(),
    }
    return RoundFile(**(given | more))


def all_normal(**fan: Any) -> list[dict[str, Any]]:
    return [
        answer(UPS, "fan", **{"value": "normal", **fan}),
        answer(UPS, "battery", value="normal", reading="27.9"),
        answer(RECORDER, "picture", value="normal"),
        answer(None, "whole", value="normal"),
    ]


def signed_copy(file: RoundFile, party: str, *, at: str = "2026-11-22T06:30:05.000Z", **more: Any) -> dict[str, Any]:
    content = canonical({**current_content(file), "staff": ["维护工程师01"], "time": at})
    signer = {"signer_name": "甲方值班员01" if party == "client" else "维护工程师01", "signer_phone": "138 0000 0001"}
    about = {"on_behalf": False, "opinion": None, "seal_photo_id": None, "strokes": STROKES, "by": ENGINEER, "at": at}
    fixed = {"content": content, "content_hash": content_hash(content)}
    return {"id": f"copy-{party}-{at}", "party": party, **signer, **about, **fixed, **more}


def signed(file: RoundFile, **more: Any) -> RoundFile:
    """The same round, signed as it stands by the engineer and then the client."""
    copies = [signed_copy(file, "engineer", **more), signed_copy(file, "client", **more)]
    return replace(file, signed=[*file.signed, *copies])


def sealed(file: RoundFile) -> RoundFile:
    seal = {"hash": SEAL_HASH, "previous_hash": None, "sealed_by": MANAGER, "sealed_at": "2026-11-22T08:00:00.000Z"}
    return replace(file, seal=seal)


def answered(op: str, asset_id: str, check_key: str, at: str, **said: Any) -> dict[str, Deed]:
    """The operation that set these fields."""
    return {op: Deed(op, "answer_item", ENGINEER, at, {answer_id(ROUND, asset_id, check_key): said})}
