"""The list of assets is searched on the server: what a person types of a code, a name, a serial or a tag is found."""

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, insert, text

from server.asset_list.search import Wanted, search
from server.asset_list.texts import write_texts
from server.database import reading, writing
from server.models import Asset
from server.rules.tags import check_character
from tests.server.asset_list.conftest import codes, describes, page
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id


@pytest.mark.parametrize(
    "asked",
    ["北门", "球型", "门球", "机", "北门 球型", "HKV", "ds-2de", "DS２DE", "sn 7788", "N778", "ptz north", "8"],
)
def test_what_is_typed_of_it_is_found(supervisor: WirePhone, asked: str) -> None:
    describes(
        supervisor, code="CAM-07", name_zh="北门球型摄像机", name_en="PTZ, north gate", brand="HKVision",
        model="DS-2DE4425", serial="SN 7788-X",
    )  # fmt: skip
    describes(supervisor, code="SRV-02", name_zh="南楼服务器", name_en="Blade")
    assert codes(supervisor, text=asked) == ["CAM-07"]


@pytest.mark.parametrize("asked", ["球北", "南门", "2de7788", "--", "％"])
def test_what_nothing_says_is_not_found(supervisor: WirePhone, asked: str) -> None:
    """Not even where its pairs of characters stand somewhere."""
    describes(supervisor, code="CAM-07", name_zh="北门球型摄像机", model="DS-2DE4425", serial="SN 7788-X")
    assert codes(supervisor, text=asked) == []


def test_a_changed_name_is_found_and_the_old_one_no_more(supervisor: WirePhone) -> None:
    asset = describes(supervisor, name_zh="旧大厅摄像机")
    describes(supervisor, asset, name_zh="新大厅摄像机")
    assert codes(supervisor, text="旧大厅") == []
    assert codes(supervisor, text="新大厅") == ["CAM-01"]


def test_a_live_tag_is_found_and_a_revoked_one_no_more(supervisor: WirePhone, world: World) -> None:
    tag = new_id()
    code = f"4F7K2Q{check_character('4F7K2Q')}"
    issued = {"asset_id": world.ups, "code": code, "check": "ABCDEFGHIJKLMNOP"}
    assert supervisor.does("issue_tag", doc=tag, args=issued)["outcome"] == "applied"
    assert codes(supervisor, text=code[:5]) == ["UPS-01"]
    assert [doc["fields"]["code"] for doc in page(supervisor, text="4F7K")["docs"]] == ["UPS-01", code]
    supervisor.pull()
    seen = {tag: supervisor.writers_of(supervisor.base[tag])}
    assert supervisor.does("revoke_tag", doc=tag, args={"reason": "磨损"}, seen=seen)["outcome"] == "applied"
    assert codes(supervisor, text=code[:5]) == []


def test_retired_ones_are_shown_only_when_they_are_asked_for(supervisor: WirePhone) -> None:
    asset = describes(supervisor)
    describes(supervisor, asset, state="retired")
    assert "CAM-01" not in codes(supervisor)
    assert codes(supervisor, state="retired") == ["CAM-01"]
    assert codes(supervisor, state="any") == ["CAM-01", "NVR-01", "UPS-01"]
    assert codes(supervisor, category="ups") == ["UPS-01"]


def test_a_place_shows_what_lies_in_it_however_deep(supervisor: WirePhone, world: World) -> None:
    rack = new_id()
    key = {"project_id": world.project}
    fields = {"kind": "rack", "name_zh": "机柜01", "name_en": "Rack 01", "ordinal": 1, "parent_id": world.room}
    edit = {"doc": rack, "type": "place", "key": key, "set": fields, "was": {}}
    assert supervisor.does("describe_place", edits=[edit])["outcome"] == "applied"
    describes(supervisor, place_id=rack)
    assert codes(supervisor, place=rack) == ["CAM-01"]
    assert codes(supervisor, place=world.room) == ["CAM-01", "NVR-01", "UPS-01"]
    assert codes(supervisor, place=world.room, text="摄像") == ["CAM-01"]
    counted = supervisor.client.get(f"/api/projects/{world.project}/places/counts").get_json()["places"]
    assert counted == {world.room: 2, rack: 1}


def rows(world: World, many: int, name: str, category: str = "camera") -> list[dict[str, Any]]:
    common = {
        "kind": "device",
        "category": category,
        "importance": "normal",
        "state": "in_use",
        "writers": {},
        "rev": 1,
    }
    return [
        {**common, "id": new_id(), "project_id": world.project, "place_id": world.room, "code": f"{name}-{k:05}",
         "name_zh": f"{name} 号 {k}", "name_en": f"{name} {k}"}
        for k in range(many)
    ]  # fmt: skip


@pytest.fixture
def crowd(app: Flask, world: World) -> None:
    """1,500 cameras and 60 servers, as rows."""
    made = [*rows(world, 1_500, "枪机"), *rows(world, 60, "刀片", "server")]
    with app.app_context(), writing() as session:
        session.execute(insert(Asset), made)
        write_texts(session, [row["id"] for row in made])


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize(
    ("asked", "many", "more_than"),
    [
        ({}, 1_000, True),
        ({"text": "枪机"}, 1_000, True),
        ({"category": "server"}, 60, False),
        ({"text": "刀片"}, 60, False),
    ],
)
def test_pages_show_each_once_by_code_and_the_count_says_when_it_is_more(
    supervisor: WirePhone, asked: dict[str, str], many: int, more_than: bool
) -> None:
    shown: list[str] = []
    answer = page(supervisor, **asked)
    assert (answer["count"], answer["more_than"]) == (many, more_than)
    for _ in range(3):
        assert len(answer["docs"]) <= 50
        shown += [doc["fields"]["code"] for doc in answer["docs"]]
        if answer["next"] is None:
            break
        answer = page(supervisor, **asked, after=answer["next"])
    assert len(shown) == len(set(shown)) == (60 if many == 60 else 150)
    if many != 60:
        assert shown[:2] == codes(supervisor, **asked)[:2]


@pytest.mark.usefixtures("crowd")
def test_all_that_match_can_be_chosen_up_to_a_thousand(supervisor: WirePhone, world: World) -> None:
    def ids(**asked: str) -> dict[str, Any]:
        answer = supervisor.client.get(f"/api/projects/{world.project}/assets/ids", query_string=asked)
        return dict(answer.get_json())

    few, many = ids(text="刀片"), ids(text="枪机")
    assert (len(few["ids"]), few["more_than"]) == (60, False)
    assert (len(many["ids"]), many["more_than"]) == (1_000, True)


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("wanted", [Wanted(text="刀片 号 7"), Wanted(text="枪机"), Wanted(), Wanted(category="server")])
def test_no_question_reads_the_whole_table(app: Flask, world: World, wanted: Wanted) -> None:
    with app.app_context():
        with writing() as session:
            session.execute(text("ANALYZE"))
        with reading() as session:
            if session.get_bind().dialect.name == "postgresql":  # it reads a table this small whole, if it may
                session.execute(text("SET LOCAL enable_seqscan = off"))
            plans = plans_of(session, lambda: search(session, world.project, wanted))
    assert plans
    for plan in plans:
        assert not re.search(r"(SCAN|Seq Scan on) asset(_text)?\b(?!_fts)", plan), plan


def plans_of(session: Any, ask: Any) -> list[str]:
    """How the database answers each statement that is asked meanwhile."""
    said: list[tuple[str, Any]] = []
    connection = session.connection()

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        said.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    ask()
    event.remove(connection, "before_cursor_execute", note)
    explain = "EXPLAIN QUERY PLAN " if connection.dialect.name == "sqlite" else "EXPLAIN "
    return [
        "\n".join(str(row) for row in connection.exec_driver_sql(explain + statement, parameters))
        for statement, parameters in said
    ]
