"""Files as they come: encodings, delimiters, the wrong file altogether, and files that mean harm."""

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest

from server.imports import workbook as reading
from tests.support.importer import Importer, reasons, verdicts
from tests.support.messy_tables import delimited, workbook
from tests.support.pictures import picture

HEADS = ["设备编号", "设备名称", "设备类型"]
ROWS = [HEADS, ["A-1", "录像机", "存储"], ["A-2", "球机", "监控"]]


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ","), ("gbk", ","), ("gb18030", ";"), ("utf-16", "\t"), ("utf-8", "|")],
)
def test_text_is_read_in_the_encodings_and_with_the_delimiters_of_life(
    desk: Importer, encoding: str, delimiter: str
) -> None:
    preview = desk.reads(delimited(ROWS, encoding, delimiter), "台账.csv")
    assert verdicts(preview) == {"add": 2}
    assert preview["rows"][0]["set"]["name_zh"] == "录像机"


def test_a_netbox_export_is_understood_as_it_is(desk: Importer) -> None:
    heads = "name,role,manufacturer,device_type,serial,asset_tag,status,site,location,rack,position".split(",")
    row = ["core-sw-1", "Access Switch", "H3C", "S5130", "SN1", "T-1", "active", "长葛", "A机房", "R1", "12.0"]
    preview = desk.reads(delimited([heads, row]), "netbox_devices.csv")
    assert (preview["source"], verdicts(preview)) == ("netbox", {"add": 1})
    said = preview["rows"][0]["set"]
    assert (said["code"], said["category"], said["model"], said["position"]) == ("T-1", "network", "S5130", "U12")


def test_a_snipe_it_export_is_understood_as_it_is(desk: Importer) -> None:
    heads = ["Asset Tag", "Asset Name", "Serial", "Model", "Category", "Manufacturer", "Location", "Status",
             "Purchase Date", "Warranty"]  # fmt: skip
    row = ["IT-1", "", "SN2", "R740", "Servers", "Dell", "Room 2", "Ready to Deploy (deployable)", "2024-03-05",
           "36 months"]  # fmt: skip
    preview = desk.reads(delimited([heads, row]), "assets.csv")
    assert (preview["source"], verdicts(preview)) == ("snipe_it", {"add": 1})
    said = preview["rows"][0]["set"]
    assert (said["name_en"], said["category"], said["state"]) == ("Dell R740", "server", "spare")
    assert (said["installed_on"], said["warranty_until"]) == ("2024-03-05", "2027-03-05")


def test_days_and_numbers_of_a_spreadsheet_are_what_a_person_sees(desk: Importer) -> None:
    heads = [*HEADS, "安装日期", "质保到期", "序列号"]
    rows: list[list[Any]] = [
        heads,
        [1001, "甲", "服务器", 44548, datetime(2027, 1, 31), 210235],
        [1002.0, "乙", "服务器", "2021年12月", "2027.6", 123456789012345678],
        [1003, "丙", "服务器", "03/04/2024", None, "2.10235E+17"],
    ]
    preview = desk.reads(workbook(rows))
    said = preview["rows"][0]["set"]
    assert (said["code"], said["serial"]) == ("1001", "210235")
    assert (said["installed_on"], said["warranty_until"]) == ("2021-12-18", "2027-01-31")
    assert reasons(preview) == {3: ["digits_lost"], 4: ["digits_lost", "date_ambiguous"]}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧版 Excel"),
        (picture("PNG", size=(40, 30)), "图片"),
        (b"%PDF-1.7\n...", "文档"),
        ("<html><table><tr><td>编号</td></tr></table></html>".encode(), "网页"),
        (b"PK\x03\x04 broken", "打不开"),
        (bytes(range(256)) * 40, "读不懂"),
        ("只有一句话的信。\n".encode(), "没有表格"),
        (delimited([HEADS]), "没有内容"),
    ],
)
def test_the_wrong_file_is_refused_with_a_sentence_that_helps(desk: Importer, data: bytes, words: str) -> None:
    desk.phone.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "zh-CN"
    answer = desk.uploads(data)
    assert (answer.status_code, answer.get_json()["code"]) == (422, "invalid_input")
    assert words in answer.get_json()["detail"]
    assert desk.phone.client.get(desk.path).get_json()["imports"] == []


def _with_part(name: str, content: bytes) -> bytes:
    """A workbook in which one part is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(ROWS))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return out.getvalue()


def test_a_part_that_unpacks_beyond_reason_is_not_unpacked(desk: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_SHEET_BYTES", 100_000)
    swollen = _with_part("xl/worksheets/sheet1.xml", b" " * 200_000)
    assert desk.uploads(swollen).status_code == 422


def test_entities_that_grow_are_not_read(desk: Importer) -> None:
    lol = "".join(f'<!ENTITY l{k} "{f"&l{k - 1};" * 10}">' for k in range(1, 9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><worksheet>&l8;</worksheet>'
    assert desk.uploads(_with_part("xl/worksheets/sheet1.xml", bomb.encode())).status_code == 422


def test_a_cell_far_out_costs_nothing(desk: Importer) -> None:
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{ns}"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    sheet += '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells></worksheet>'
    assert desk.uploads(_with_part("xl/worksheets/sheet1.xml", sheet.encode())).status_code == 422
