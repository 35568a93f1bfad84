"""Two hundred assets from a table as customers send them."""

from tests.support.importer import Importer, verdicts
from tests.support.messy_tables import messy_workbook


def test_two_hundred_assets_come_from_a_messy_workbook_and_go_again_by_undo(desk: Importer) -> None:
    table = messy_workbook(200)
    before, before_places = set(desk.assets()), [place.name_zh for place in desk.places()]
    preview = desk.reads(table.data)
    assert verdicts(preview) == {"add": 200, "refuse": len(table.refused)}
    refused = desk.sees(preview["id"], verdict="refuse")["rows"]
    assert {row["line"]: row["problems"][0]["code"] for row in refused} == table.refused
    assert set(desk.assets()) == before

    done = desk.applies(preview)
    assert (done["state"], done["problem"], done["progress"]) == ("applied", None, 100)
    assets, places = desk.assets(), desk.places()
    assert len(set(assets) - before) == 200
    one = assets["NVR-002"]
    assert (one.name_zh, one.category, one.brand, one.serial) == (
        "网络硬盘录像机 002",
        "recording",
        "海康威视",
        "SN00001",
    )
    assert (one.installed_on, one.warranty_until, one.position) == ("2021-12-18", "2024-12-18", "U2")
    rack = next(place for place in places if place.id == one.place_id)
    room = next(place for place in places if place.id == rack.parent_id)
    assert [(rack.name_zh, rack.kind), (room.name_zh, room.kind)] == [("机柜02", "rack"), ("A机房", "room")]

    undone = desk.undoes(preview)
    assert (undone["state"], undone["problem"]) == ("undone", None)
    assert set(desk.assets()) == before
    assert [place.name_zh for place in desk.places()] == before_places


def test_the_same_table_again_changes_nothing(desk: Importer) -> None:
    table = messy_workbook(30, faults=False)
    desk.applies(desk.reads(table.data))
    again = desk.reads(table.data)
    assert verdicts(again) == {"same": 30}
    answer = desk.orders(again)
    assert (answer["outcome"], answer["reason"]) == ("parked", "import_changes_nothing")
