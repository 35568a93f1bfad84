"""Tables of equipment as they are in life: made by hand, over years, by several people.

`messy_workbook` is what a customer sends: titles merged over the head row, rooms merged down, empty columns, dates in
four ways, numbers where text was meant, a head row printed again, a sum at the end. Its rows are all importable but
those of `FAULTS`.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADS = ("序号", "设备编号", None, "设备名称", "设备类型", "品牌", "规格型号", "序列号(S/N)", "所在机房", "机柜",
         "U位", "购置日期", "质保期", "状态", "备注")  # fmt: skip
ROOMS = ("A机房", "B机房", "UPS间")
KINDS: tuple[tuple[str, str, str, str, str], ...] = (
    ("SRV", "应用服务器", "服务器", "华为", "RH2288 V5"),
    ("NVR", "网络硬盘录像机", "存储设备", "海康威视", "DS-9632N"),
    ("CAM", "高清球机", "监控", "大华", "DH-SD6C"),
    ("SW", "接入交换机", "网络设备", "H3C", "S5130"),
    ("UPS", "UPS主机", "UPS电源", "艾默生", "NXr 40"),
    ("AC", "精密空调", "空调", "世图兹", "CyberAir 3"),
)
DATES: tuple[Any, ...] = (datetime(2021, 12, 18), 44548, "2021.12.18", "2021年12月18日")


@dataclass(frozen=True)
class Fault:
    """A row that is refused, with the word for why."""

    code: str
    change: dict[str, Any]


FAULTS = (
    Fault("word_unknown", {"设备类型": "杂项", "设备名称": "某物", "规格型号": "X-1"}),
    Fault("name_missing", {"设备名称": None, "品牌": None, "规格型号": None}),
    Fault("date_unknown", {"购置日期": "去年"}),
    Fault("formula_without_value", {"设备名称": "=VLOOKUP(B5,台账!A:C,2,0)"}),
    Fault("digits_lost", {"设备编号": 3.60424199001e17}),
)


@dataclass(frozen=True)
class MessyTable:
    """`good` rows can be imported; `refused`: line in the file -> why."""

    data: bytes
    good: int
    refused: dict[int, str] = field(default_factory=dict)


def good_row(k: int) -> dict[str, Any]:
    """Row `k` from 0; every third serial is a number, as a spreadsheet makes of digits."""
    prefix, name, category, brand, model = KINDS[k % len(KINDS)]
    return {
        "序号": k + 1,
        "设备编号": f" {prefix}-{k + 1:03}" if k % 7 else f"{prefix}-{k + 1:03}　",
        "设备名称": f"{name}\n{k + 1:03}",
        "设备类型": category,
        "品牌": brand,
        "规格型号": model,
        "序列号(S/N)": 2102310000 + k if k % 3 == 0 else f"SN{k:05}",
        "机柜": f"机柜{k % 4 + 1:02}" if k % 5 else None,
        "U位": k % 40 + 1,
        "购置日期": DATES[k % len(DATES)],
        "质保期": ("3年", 36, "36个月", "无")[k % 4],
        "状态": ("在用", "使用中", "正常", None)[k % 4],
        "备注": "利旧" if k % 11 == 0 else "/",
    }


def messy_workbook(good: int = 200, *, faults: bool = True, prefix: str = "") -> MessyTable:
    """`prefix` before every code and serial, so that two tables of one test are about different things."""
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover.title, cover["A1"] = "封面", "数字城管机房设备台账"
    sheet = book.create_sheet("设备清单")
    _title(sheet)
    sheet.append(HEADS)
    rooms = [sorted(range(good), key=lambda k: k * len(ROOMS) // good)]
    for k in rooms[0]:
        if k and k % 80 == 0:
            sheet.append(HEADS)  # printed again on a new page
        _append(sheet, _with(good_row(k), prefix))
    _merge_rooms(sheet, first=5, good=good)
    refused = _append_faults(sheet, good, prefix) if faults else {}
    sheet.append([])
    sheet.append(["合计", None, None, f"共 {good} 台"])
    if faults:
        refused[sheet.max_row] = "code_missing"
    else:
        sheet.delete_rows(sheet.max_row)
    out = io.BytesIO()
    book.save(out)
    return MessyTable(out.getvalue(), good, refused)


def _title(sheet: Worksheet) -> None:
    sheet.append(["长葛市数字城管机房设备台账"])
    sheet.append(["填表人：服务经理01", None, None, None, "日期：2026-11-30"])
    sheet.merge_cells("A1:O1")
    sheet.merge_cells("A2:D2")
    sheet.append([])


def _with(row: dict[str, Any], prefix: str) -> dict[str, Any]:
    if prefix:
        row["设备编号"] = prefix + str(row["设备编号"]).strip()
        row["序列号(S/N)"] = f"{prefix}{row['序列号(S/N)']}"
    return row


def _append(sheet: Worksheet, row: dict[str, Any]) -> None:
    sheet.append([row.get(head) if head else None for head in HEADS])


def _merge_rooms(sheet: Worksheet, *, first: int, good: int) -> None:
    """Each room stands once, beside all its rows."""
    lines = [line for line in range(first, sheet.max_row + 1) if isinstance(sheet.cell(line, 1).value, int)]
    share = -(-good // len(ROOMS))
    column = HEADS.index("所在机房") + 1
    for k, room in enumerate(ROOMS):
        part = lines[k * share : (k + 1) * share]
        if part:
            sheet.cell(part[0], column, room)
            sheet.merge_cells(start_row=part[0], end_row=part[-1], start_column=column, end_column=column)


def _append_faults(sheet: Worksheet, good: int, prefix: str) -> dict[int, str]:
    refused = {}
    for k, fault in enumerate(FAULTS, start=good):
        _append(sheet, {**_with(good_row(k), prefix), "所在机房": "A机房", **fault.change})
        refused[sheet.max_row] = fault.code
    for _ in range(2):  # one serial on two things
        twin = _with(good_row(good + 50), prefix)
        twin["设备编号"] = f"{prefix}TWIN-{_ + 1}"
        _append(sheet, {**twin, "所在机房": "A机房"})
        refused[sheet.max_row] = "serial_twice"
    return refused


def workbook(rows: Sequence[Sequence[Any]]) -> bytes:
    """A plain sheet with these rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def delimited(rows: Sequence[Sequence[Any]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)
