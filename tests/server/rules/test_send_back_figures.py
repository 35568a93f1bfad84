from typing import Any

from server.rules.send_back_figures import send_back_figures

NONE: dict[str, Any] = {
    "rounds": 0,
    "sent_back": 0,
    "points": 0,
    "reasons": {},
    "months": [],
    "people": [],
    "items": [],
}


def event(round_id: str, name: str, at: str, by: str = "a", **args: Any) -> dict[str, Any]:
    return {"round_id": round_id, "name": name, "by": by, "received_at": f"{at}:00.000Z", "args": args}


def back(round_id: str, at: str, **reasons: str) -> dict[str, Any]:
    return event(round_id, "sent_back", at, "boss", comment_ids=list(reasons), reasons=reasons)


def test_nothing_handed_in_is_nothing_to_tell() -> None:
    assert send_back_figures([], {}, "Asia/Shanghai") == NONE
    assert send_back_figures([back("r", "2026-11-22T08:00", c="other")], {}, "Asia/Shanghai") == NONE


def test_points_by_reason_item_person_and_month() -> None:
    events = [
        event("r1", "submitted", "2026-10-31T15:30"),
        event("r2", "submitted", "2026-10-31T16:30"),  # after midnight in Shanghai
        event("r3", "submitted", "2026-11-02T08:00", by="b"),
        back("r2", "2026-11-01T09:00", c1="photo_unclear", c2="photo_unclear"),
        event("r2", "submitted", "2026-11-01T10:00", by="b"),
        back("r2", "2026-11-01T11:00", c2="wrong_asset", c3="other"),
    ]
    said = send_back_figures(events, {"c1": "fan", "c2": "fan", "c3": None}, "Asia/Shanghai")
    assert (said["rounds"], said["sent_back"], said["points"]) == (3, 1, 3)
    assert said["reasons"] == {"other": 1, "photo_unclear": 1, "wrong_asset": 1}
    assert said["months"] == [
        {"month": "2026-10", "rounds": 1, "sent_back": 0, "points": 0},
        {"month": "2026-11", "rounds": 2, "sent_back": 1, "points": 3},
    ]
    assert [(row["person_id"], row["rounds"], row["sent_back"], row["points"]) for row in said["people"]] == [
        ("a", 2, 1, 3),
        ("b", 1, 0, 0),
    ]
    assert said["items"] == [
        {"check_key": "fan", "points": 2, "reasons": {"photo_unclear": 1, "wrong_asset": 1}},
        {"check_key": None, "points": 1, "reasons": {"other": 1}},
    ]


def test_what_was_sent_back_without_a_reason_is_counted_as_that() -> None:
    old = event("r", "sent_back", "2026-11-22T08:00", comment_ids=["c"], note=None)
    said = send_back_figures([event("r", "submitted", "2026-11-22T07:00"), old], {"c": "fan"}, "UTC")
    assert said["reasons"] == {"unstated": 1}
