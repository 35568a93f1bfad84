"""A project's clock policy as data: the contract's matrix and promises are the default (domain.md section 4).

Limits are minutes of counted time. A cell or promise that is null was not promised: it has no clock.
"""

from typing import Any, Final

from server.rules.documents import Fields

Policy = Fields

MATRIX_CLOCKS: Final = ("phone_response", "dispatch", "arrival", "diagnosis", "solution")
PROMISES: Final = ("first_answer", "on_site", "repair", "spare", "information")
_MATRIX: Final = {
    "1": (15, 30, 120, 60, 120),
    "2": (15, 30, 120, 60, 120),
    "3": (30, 60, 240, 60, 240),
    "4": (60, 120, 240, 240, 480),
}
_ALL_BUT_THE_FIRST: Final = ("dispatch", "arrival", "diagnosis", "solution", "repair", "spare", "information")


def default_policy(time_zone: str = "Asia/Shanghai") -> dict[str, Any]:
    """7×24, where the tender promises twice the stricter. From when each is counted is our reading."""
    hours = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
    return {
        "matrix": {severity: dict(zip(MATRIX_CLOCKS, row, strict=True)) for severity, row in _MATRIX.items()},
        "promises": {
            "first_answer": {"minutes": 10, "elsewhere": 60},
            "on_site": {"minutes": 30},
            "repair": {"ordinary": 720, "complex": 1440},
            "spare": {"minutes": 1440},
            "information": {"minutes": 1440},
        },
        "counts": {
            **dict.fromkeys((*MATRIX_CLOCKS, *PROMISES), "registration"),
            "diagnosis": "arrival",
            "solution": "diagnosis",
        },
        "moment": "received",
        "thresholds": {"default": [80, 100], "by_kind": {}},
        "escalate_at": 100,
        "calendar": {"kind": "always", "time_zone": time_zone, "weekly": hours, "days": {}},
        "calendar_for": {},
        "pauses": {
            "waiting_client": ["diagnosis", "solution", "repair", "information"],
            "waiting_part": ["solution", "repair"],
            "access": ["arrival", "diagnosis", "solution", "repair"],
            "agreed": list(_ALL_BUT_THE_FIRST),
        },
        "not_for": {"round": ["phone_response", "first_answer"]},
        "auto_confirm_days": None,
        "repeat_window_days": 30,
    }


def limit_minutes(
    policy: Policy, key: str, *, severity: int | None, complexity: str | None, elsewhere: bool
) -> int | None:
    """How long this clock may run; None where nothing is promised (or, in the matrix, nobody graded yet)."""
    if key in MATRIX_CLOCKS:
        row: Fields = policy["matrix"].get(str(severity)) or {}
        return row.get(key)
    promise: Fields = policy["promises"].get(key) or {}
    if key == "repair":
        return promise.get("complex" if complexity == "complex" else "ordinary")
    if elsewhere and promise.get("elsewhere") is not None:
        return promise["elsewhere"]  # type: ignore[no-any-return]
    return promise.get("minutes")
