"""Short ways to write a template item; every field of the document is there in the end."""

from collections.abc import Sequence
from typing import Any

Phrases = Sequence[tuple[str, str]]
FAULTS: Phrases = (("异响", "Noise"), ("积灰", "Dust"), ("停转", "Stopped"), ("过热", "Hot"))
LAMPS: Phrases = (("黄灯", "Amber lamp"), ("红灯", "Red lamp"), ("灯不亮", "Lamp off"))
CABLES: Phrases = (("松动", "Loose"), ("标签缺失", "Label missing"), ("线缆破损", "Cable damaged"))


def judgement(
    check_key: str,
    title: tuple[str, str],
    row: int | None,
    *,
    phrases: Phrases = (),
    required: bool = True,
    guidance: tuple[str, str] | None = None,
) -> dict[str, Any]:
    """An item that is judged: normal, abnormal, not applicable."""
    return {
        "check_key": check_key,
        "form_row": row,
        "kind": "judgement",
        "title_zh": title[0],
        "title_en": title[1],
        "unit": None,
        "decimals": None,
        "low": None,
        "high": None,
        "required": required,
        "has_indication": True,
        "has_actual": True,
        "phrases_zh": [chinese for chinese, _ in phrases],
        "phrases_en": [english for _, english in phrases],
        "guidance_zh": guidance[0] if guidance else None,
        "guidance_en": guidance[1] if guidance else None,
    }


def reading(
    check_key: str,
    title: tuple[str, str],
    row: int | None,
    *,
    unit: str,
    decimals: int,
    low: str | None = None,
    high: str | None = None,
    guidance: tuple[str, str] | None = None,
    required: bool = True,
) -> dict[str, Any]:
    """An item whose number is typed; outside its limits it is abnormal by itself."""
    item = judgement(check_key, title, row, required=required, guidance=guidance)
    measured = {"unit": unit, "decimals": decimals, "low": low, "high": high}
    return item | measured | {"kind": "reading", "has_indication": False, "has_actual": False}


def for_assets(categories: Sequence[str], items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item | {"scope": "asset", "categories": list(categories)} for item in items]


def for_round(items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item | {"scope": "round", "categories": []} for item in items]


def numbered(*groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give every item its place: the order written is the order shown."""
    items = [item for group in groups for item in group]
    return [item | {"ordinal": ordinal} for ordinal, item in enumerate(items, 1)]
