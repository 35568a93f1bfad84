"""The list as a file: what is filtered, in the columns that an import reads, and no cell that computes."""

import csv
import io
from typing import Any

import pytest
from openpyxl import load_workbook

from server.rules.asset_columns import COLUMNS, choice_said, unguarded
from tests.server.asset_list.conftest import describes
from tests.support.wire_phone import WirePhone
from tests.support.world import World

HEADS = [column.head[0] for column in COLUMNS]
NASTY = {
    "name_zh": '=HYPERLINK("http://x")',
    "name_en": "+1",
    "brand": "@SUM(A1)",
    "note": "两行\n第二行",
    "model": "\x0b-48V",
}


def got(phone: WirePhone, kind: str, **asked: Any) -> bytes:
    answer = phone.client.get(f"/api/projects/{phone.world.project}/assets.{kind}", query_string=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Disposition"] == f'attachment; filename="assets.{kind}"'
    return bytes(answer.data)


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_csv_says_everything_and_begins_no_cell_with_a_formula(supervisor: WirePhone, world: World) -> None:
    describes(supervisor, **NASTY, installed_on="2024-05-06", importance="key")
    heads, row = csv_rows(got(supervisor, "csv", category="camera", language="zh-CN"))
    assert heads == HEADS
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
    said = dict(zip([column.key for column in COLUMNS], map(unguarded, row), strict=True))
    assert {name: said[name] for name in ("name_zh", "name_en", "brand", "note", "model")} == NASTY
    assert (said["place"], said["installed_on"], said["warranty_until"]) == ("A机房", "2024-05-06", "")
    assert choice_said("category", said["category"]) == "camera"
    assert choice_said("importance", said["importance"]) == "key"


def test_a_workbook_holds_the_same_and_only_texts_and_days(supervisor: WirePhone) -> None:
    describes(supervisor, **NASTY, warranty_until="2027-01-31")
    sheet = load_workbook(io.BytesIO(got(supervisor, "xlsx", text="HYPERLINK", language="en"))).active
    assert sheet is not None
    heads, row = list(sheet.iter_rows())
    assert [cell.value for cell in heads] == [column.head[1] for column in COLUMNS]
    assert {cell.data_type for cell in row if cell.value is not None} == {"s", "d"}
    said = dict(zip([column.key for column in COLUMNS], [cell.value for cell in row], strict=True))
    assert said["name_zh"] == NASTY["name_zh"]
    assert said["model"] == "-48V"
    assert said["place"] == "Room A"
    assert str(said["warranty_until"]).startswith("2027-01-31")


@pytest.mark.parametrize(("asked", "many"), [({}, 3), ({"text": "ups"}, 1), ({"state": "retired"}, 0)])
def test_a_file_has_what_the_list_shows(supervisor: WirePhone, asked: dict[str, str], many: int) -> None:
    describes(supervisor)
    assert len(csv_rows(got(supervisor, "csv", **asked))) == many + 1
