"""XLSForms over HTTP: a file read as a checklist, and a version given out as a file."""

import pytest
from flask import Flask

from server.xlsforms.reading import read_xlsform
from server.xlsforms.sheets import MAX_FILE_BYTES
from tests.server.xlsforms.forms import FOREIGN, workbook
from tests.support.clock import FakeClock
from tests.support.wire_phone import HEADERS, WirePhone
from tests.support.world import World, make_world


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def supervisor(app: Flask, clock: FakeClock, world: World) -> WirePhone:
    return WirePhone(app.test_client(), clock, world, "supervisor").sign_in()


def test_a_form_is_read_and_nothing_is_kept(supervisor: WirePhone) -> None:
    data = workbook("type | name | label\ninteger | heat | 温度\ngeopoint | where | 哪里")
    answer = supervisor.client.post("/api/xlsforms?name=heat.xlsx", data=data, headers=HEADERS)
    assert answer.status_code == 200, answer.text
    said = answer.get_json()
    assert (said["key"], said["understood"], said["questions"]) == ("heat", "part", 2)
    assert [item["check_key"] for item in said["items"]] == ["heat"]
    assert [(remark["kind"], remark["row"]) for remark in said["remarks"]] == [("type_not_understood", 3)]
    assert supervisor.pull().documents("template_draft") == []


def test_its_items_can_be_drafted_as_they_came(supervisor: WirePhone) -> None:
    for path in ("widgets.xls", "xlsform_spec_test.xlsx", "tutorial.xls"):
        data = (FOREIGN / path).read_bytes()
        said = supervisor.client.post("/api/xlsforms", data=data, headers=HEADERS).get_json()
        draft = supervisor.make("begin_draft", doc=new(supervisor), args=begun(said), seen={})
        edits = [
            {"doc": new(supervisor), "type": "draft_item", "key": {"draft_id": draft["doc"]}, "was": {},
             "set": {**item, "position": place, "removed": False}}
            for place, item in enumerate(said["items"], start=1)
        ]  # fmt: skip
        results = supervisor.push(draft, supervisor.make("describe_draft", edits=edits))["results"]
        assert [result["outcome"] for result in results] == ["applied", "applied"], results


def new(_: WirePhone) -> str:
    from tests.support.world import new_id

    return new_id()


def begun(said: dict[str, str]) -> dict[str, str | None]:
    return {"key": said["key"], "name_zh": said["name_zh"], "name_en": said["name_en"], "based_on_id": None}


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "empty"), (b"PK\x03\x04", "cannot be read"), (workbook("a | b\nc | d"), "survey")]
)
def test_what_is_no_form_is_refused_with_a_sentence(supervisor: WirePhone, data: bytes, said: str) -> None:
    headers = {**HEADERS, "Accept-Language": "en"}
    answer = supervisor.client.post("/api/xlsforms", data=data, headers=headers)
    assert answer.status_code == 422
    assert said in answer.get_json()["detail"]
    supervisor.client.post("/api/xlsforms", data=data, headers={**HEADERS, "Accept-Language": "zh-CN"})


def test_a_file_beyond_the_limit_is_not_read(supervisor: WirePhone) -> None:
    answer = supervisor.client.post("/api/xlsforms", data=b"x" * (MAX_FILE_BYTES + 1), headers=HEADERS)
    assert answer.status_code == 413


def test_a_version_is_given_out_and_read_again_as_it_is(supervisor: WirePhone, world: World) -> None:
    answer = supervisor.client.get(f"/api/templates/{world.template}/xlsform.xlsx", headers=HEADERS)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="daily-v1.xlsx"'
    items = supervisor.pull().base[world.template]["fields"]["items"]
    plain = [{name: value for name, value in item.items() if name != "ordinal"} for item in items]
    assert read_xlsform(answer.data).items == plain
