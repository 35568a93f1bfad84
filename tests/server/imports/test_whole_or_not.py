"""Nothing is ever half imported, and nothing is overrun."""

import pytest
from flask import Flask

from server.imports import applying
from server.jobs import run_due_jobs
from server.rules.tags import check_character
from tests.support.clock import FakeClock
from tests.support.importer import Importer, verdicts
from tests.support.messy_tables import delimited
from tests.support.world import new_id

HEADS = ["编号", "名称", "类别", "位置", "品牌"]


def table(*rows: list[str]) -> bytes:
    return delimited([HEADS, *rows])


def describe(desk: Importer, doc: str, new: bool = False, **values: str) -> None:
    shown = desk.phone.pull().base.get(doc, {"writers": {}})
    was = {name: shown["writers"].get(name, []) for name in values}
    edit = {"doc": doc, "type": "asset", "set": values, "was": was}
    result = desk.phone.does(
        "describe_asset", edits=[{**edit, **({"key": {"project_id": desk.project}} if new else {})}]
    )
    assert result["outcome"] == "applied", result


def test_a_code_that_somebody_takes_meanwhile_stops_the_whole_import(desk: Importer, app: Flask) -> None:
    preview = desk.reads(table(["A-1", "甲", "服务器", "", ""], ["A-2", "乙", "服务器", "", ""]))
    desk.orders(preview)
    made = {"kind": "device", "category": "ups", "code": "A-2", "name_zh": "x", "name_en": "x", "importance": "normal"}
    describe(desk, new_id(), new=True, **made)
    run_due_jobs(app)
    seen = desk.sees(preview["id"])
    assert (seen["state"], seen["problem"]["reason"], seen["problem"]["lines"]) == ("read", "changed_meanwhile", [3])
    assert "A-1" not in desk.assets()
    again = desk.maps(preview["id"], **seen["mapping"]).get_json()
    assert verdicts(again) == {"add": 1, "change": 1}
    assert desk.applies(again)["state"] == "applied"


def test_a_field_that_somebody_changes_meanwhile_is_not_overrun(desk: Importer, app: Flask) -> None:
    preview = desk.reads(table(["UPS-01", "", "", "", "艾默生"], ["A-1", "甲", "服务器", "", ""]))
    assert verdicts(preview) == {"add": 1, "change": 1}
    desk.orders(preview)
    describe(desk, desk.phone.world.ups, brand="华为")
    run_due_jobs(app)
    assert desk.sees(preview["id"])["state"] == "read"
    assert desk.assets()["UPS-01"].brand == "华为" and "A-1" not in desk.assets()


def test_a_job_that_dies_before_its_commit_leaves_nothing_and_is_done_again(
    desk: Importer, app: Flask, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = desk.reads(table(["A-1", "甲", "服务器", "C机房/机柜09", ""]))
    places = len(desk.places())

    def dies(name: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(applying, "failpoint", dies)
    desk.orders(preview)
    run_due_jobs(app)
    assert "A-1" not in desk.assets() and len(desk.places()) == places
    assert desk.sees(preview["id"])["state"] == "applying"
    monkeypatch.undo()
    clock.advance(minutes=1)
    run_due_jobs(app)
    assert "A-1" in desk.assets() and desk.sees(preview["id"])["state"] == "applied"


def test_undo_leaves_what_was_changed_or_used_since_and_says_which(desk: Importer) -> None:
    rows = [["A-1", "甲", "服务器", "新机房", ""], ["A-2", "乙", "服务器", "", ""], ["A-3", "丙", "服务器", "", ""]]
    preview = desk.applies(desk.reads(table(*rows, ["UPS-01", "", "", "", "艾默生"])))
    assets = desk.assets()
    describe(desk, assets["A-1"].id, name_zh="改过的")
    code = f"7K3M2Q{check_character('7K3M2Q')}"
    tag = {"asset_id": assets["A-2"].id, "code": code, "check": "ABCDEFGHIJKLMNOP"}
    assert desk.phone.does("issue_tag", doc=new_id(), args=tag, seen={})["outcome"] == "applied"
    undone = desk.undoes(preview)
    left = {code for code in desk.assets() if code.startswith("A-")}
    assert undone["state"] == "undone"
    assert left == {"A-1", "A-2"}
    assert desk.assets()["UPS-01"].brand is None
    assert undone["problem"]["lines"] == [2, 3] and "新机房" in [place.name_zh for place in desk.places()]


def test_phones_forget_what_an_undo_takes_away(desk: Importer) -> None:
    preview = desk.applies(desk.reads(table(["A-1", "甲", "服务器", "新机房", ""])))
    asset = preview["rows"][0]["asset_id"]
    assert asset in desk.phone.pull().base
    desk.undoes(preview)
    assert asset not in desk.phone.pull().base


def test_an_old_preview_is_not_applied(desk: Importer) -> None:
    preview = desk.reads(table(["A-1", "甲", "杂项", "", ""]))
    words = {"category": {"杂项": "server"}}
    explained = desk.maps(preview["id"], columns=preview["mapping"]["columns"], words=words).get_json()
    assert verdicts(explained) == {"add": 1}
    answer = desk.orders({**explained, "digest": "0" * 64})
    assert (answer["outcome"], answer["code"]) == ("parked", "stale")
    assert desk.reads(table(["A-9", "己", "杂项", "", ""]))["counts"]["add"] == 1  # the word is remembered


def test_an_import_is_applied_once_and_taken_back_once(desk: Importer) -> None:
    preview = desk.applies(desk.reads(table(["A-1", "甲", "服务器", "", ""])))
    assert desk.orders(preview)["reason"] == "import_moved_on"
    desk.undoes(preview)
    args = {"project_id": desk.project, "import_id": preview["id"]}
    assert desk.phone.does("undo_import", args=args, seen={})["reason"] == "import_moved_on"
