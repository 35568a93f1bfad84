"""Label sheets: every tag in use once, in its place, with the code that can be typed."""

import io
import re

import pytest
from pypdf import PdfReader

from server.reports.labels.printing import Label, print_labels
from server.reports.labels.sheets import SHEETS, Sheet
from server.reports.qr import qr_matrix
from tests.server.reports.printing import text_of

MILLIMETRE = 72 / 25.4


def labels(count: int, name: str = "UPS主机") -> list[Label]:
    return [
        Label(
            qr_text=f"https://rounds.example.com/t/7K3M2Q{number}#ABCDEFGHIJKLMNOP",
            short_code=f"7K3-M2Q{number}",
            name_zh=name,
            name_en="UPS host",
            asset_code=f"UPS-{number:02}",
            place="A机房",
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_each_label_has_name_code_and_short_code(sheet: Sheet) -> None:
    text = text_of(print_labels(sheet, labels(3)))
    for number in range(3):
        assert f"UPS-{number:02}" in text
        assert f"7K3-M2Q{number}" in text
    assert text.count("UPS主机") == 3


@pytest.mark.parametrize(("name", "pages"), [("a4-24", 2), ("a4-65", 1), ("roll-62", 30)])
def test_pages_follow_from_the_sheet(name: str, pages: int) -> None:
    reader = PdfReader(io.BytesIO(print_labels(SHEETS[name], labels(30))))
    assert len(reader.pages) == pages
    width, height = SHEETS[name].page
    assert float(reader.pages[0].mediabox.width) == pytest.approx(width * MILLIMETRE, abs=0.1)
    assert float(reader.pages[0].mediabox.height) == pytest.approx(height * MILLIMETRE, abs=0.1)


def test_a_begun_sheet_goes_on_at_its_first_free_label() -> None:
    pages = PdfReader(io.BytesIO(print_labels(SHEETS["a4-24"], labels(3), start=23))).pages
    found = [re.findall(r"7K3-M2Q\d", page.extract_text()) for page in pages]
    assert [sorted(codes) for codes in found] == [["7K3-M2Q0", "7K3-M2Q1"], ["7K3-M2Q2"]]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_labels_lie_on_the_page_and_not_on_each_other(sheet: Sheet) -> None:
    right = sheet.first[0] + (sheet.columns - 1) * sheet.pitch[0] + sheet.label[0]
    bottom = sheet.first[1] + (sheet.rows - 1) * sheet.pitch[1] + sheet.label[1]
    assert right <= sheet.page[0]
    assert bottom <= sheet.page[1]
    assert sheet.pitch[0] >= sheet.label[0]
    assert sheet.pitch[1] >= sheet.label[1]
    assert sheet.qr < sheet.label[1]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_a_module_is_large_enough_for_a_phone_at_arms_length(sheet: Sheet) -> None:
    longest = qr_matrix("https://inspection.city-management.example.com:8443/t/7K3M2QA#ABCDEFGHIJKLMNOP")
    assert sheet.qr / (len(longest) + 8) >= 0.33


def test_a_long_name_is_cut_and_does_not_move_the_short_code() -> None:
    reader = PdfReader(io.BytesIO(print_labels(SHEETS["a4-65"], labels(65, name="很长的设备名称" * 20))))
    assert len(reader.pages) == 1
    assert "7K3-M2Q64" in reader.pages[0].extract_text()


def test_printing_twice_gives_the_same_bytes() -> None:
    assert print_labels(SHEETS["a4-24"], labels(5)) == print_labels(SHEETS["a4-24"], labels(5))
