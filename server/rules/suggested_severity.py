"""The severity that the desk is offered (事件定级), by what the caller says and whether the asset is a key one.

domain.md section 4: I key systems down with effect on business, bulk tampering or leak · II efficiency of key systems
gravely hurt, small tampering or leak · III non-key systems affected, exploitable vulnerability · IV not exploitable
now, still to be fixed. A person decides; where they decide otherwise they say why.
"""

from dataclasses import dataclass
from typing import Final

# What the caller says is affected, worst first.
EFFECTS: Final = ("stopped", "tampered", "slowed", "partly", "none")

_ANYWHERE: Final = {"partly": (3, "partly"), "none": (4, "no_effect")}
_ON_KEY: Final = {"stopped": (1, "key_stopped"), "tampered": (1, "key_tampered"), "slowed": (2, "key_slowed")}
_ON_OTHERS: Final = {"stopped": (3, "other_stopped"), "tampered": (2, "tampered"), "slowed": (3, "other_slowed")}

_WORDS: Final = {
    "inquiry": ("只是咨询", "An inquiry"),
    "exploit": ("有可被利用的漏洞", "An exploitable vulnerability"),
    "key_stopped": ("关键设备停了，业务受影响", "A key system is down and business is affected"),
    "key_tampered": ("关键设备的数据被改或外泄", "Data of a key system were tampered with or leaked"),
    "key_slowed": ("关键设备明显变差", "A key system is gravely hurt"),
    "other_stopped": ("停的不是关键设备", "What is down is not a key system"),
    "tampered": ("数据被改或外泄，范围不大", "Some data were tampered with or leaked"),
    "other_slowed": ("变差的不是关键设备", "What is hurt is not a key system"),
    "partly": ("只有一部分受影响", "Only a part is affected"),
    "no_effect": ("暂时没有影响，仍须修复", "No effect yet; still to be fixed"),
}


@dataclass(frozen=True)
class Suggestion:
    """`because`: which line of the table it was."""

    severity: int
    because: str


def suggest_severity(kind: str | None, importance: str | None, effect: str | None) -> Suggestion | None:
    """None while the caller has not said what is affected. An asset that is not known counts as an ordinary one."""
    if kind == "inquiry":
        return Suggestion(4, "inquiry")
    if effect is None:
        return None
    if effect == "none" and kind == "exploit":
        return Suggestion(3, "exploit")
    lines = {**_ANYWHERE, **(_ON_KEY if importance == "key" else _ON_OTHERS)}
    return Suggestion(*lines[effect])


def suggestion_in_words(suggestion: Suggestion, language: str) -> str:
    """The reason, to be shown beside the suggestion."""
    zh, en = _WORDS[suggestion.because]
    return zh if language == "zh-CN" else en
