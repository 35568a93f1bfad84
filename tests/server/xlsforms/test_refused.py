"""Files that are no XLSForm: a reason, never a crash."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.xlsforms.reading import read_xlsform
from server.xlsforms.sheets import MAX_UNPACKED_BYTES, NotAnXlsForm
from tests.server.xlsforms.forms import FOREIGN, workbook


def bomb() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b"0" * (MAX_UNPACKED_BYTES + 1))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty_file"),
        (b"PK\x03\x04nothing", "unreadable"),
        (b"\xd0\xcf\x11\xe0nothing", "unreadable"),
        (b"%PDF-1.7\x00\x01", "unreadable"),
        (b"\xff\xfe\xff", "unreadable"),
        (b"hello", "unreadable"),
        (b"a,b,c\n1,2,3\n4,5,6\n", "unreadable"),
        (bomb(), "too_large"),
        (workbook("name | label\na | A"), "no_survey_sheet"),
        (workbook("type | name | label\n" + "text | a | A\n" * 501), "too_many_items"),
    ],
)
def test_each_has_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotAnXlsForm) as refused:
        read_xlsform(data)
    assert refused.value.reason == reason


def test_a_csv_from_a_chinese_excel_is_read() -> None:
    data = '"survey",,,\n,"type","name","label"\n,"text","a","柜门"\n'.encode("gb18030")
    assert read_xlsform(data).items[0]["title_zh"] == "柜门"


WHOLE = (
    (FOREIGN / "widgets.csv").read_bytes(),
    workbook("type | name | label\ntext | a | A"),
    (FOREIGN / "group.xls").read_bytes(),
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(WHOLE), st.data())
def test_a_damaged_file_is_read_or_refused(whole: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(whole) - 1))
    cut = whole[:place] + data.draw(st.binary(max_size=8)) + whole[place + data.draw(st.integers(0, 40)) :]
    try:
        read_xlsform(cut)
    except NotAnXlsForm:
        pass
