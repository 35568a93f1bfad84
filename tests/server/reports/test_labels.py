"""Label sheets: every tag in use once, in its place, with the code that can be typed."""

import io
import re

import pytest
from pypdf import PdfReader, mult

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


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_name_and_short_code_stand_under_the_code(sheet: Sheet) -> None:
    """Inside the first label, and lower than the code's lower edge."""
    page = PdfReader(io.BytesIO(print_labels(sheet, labels(1, name="录像存储主机")))).pages[0]
    heights: dict[str, float] = {}

    def note(text: str, on_page: list[float], in_text: list[float], *_font: object) -> None:
        y = mult(in_text, on_page)[5]
        heights[text.strip()] = (float(page.mediabox.height) - y) / MILLIMETRE - sheet.first[1]

    page.extract_text(visitor_text=note)
    under = [heights[words] for words in ("录像存储主机", "7K3-M2Q0")]
    assert [sheet.qr < height < sheet.label[1] for height in under] == [True, True]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_a_long_name_is_printed_whole_in_smaller_letters(sheet: Sheet) -> None:
    name = "管理中心大楼至北环路接入点主用光缆链路A段"
    assert text_of(print_labels(sheet, labels(1, name=name))).count(name) == 1


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_a_name_that_no_label_holds_says_that_it_goes_on_and_moves_nothing(sheet: Sheet) -> None:
    pdf = print_labels(sheet, labels(1, name="很长的设备名称" * 200))
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    assert re.search("很长的设备名[^…]*…7K3-M2Q0", text_of(pdf))


def test_printing_twice_gives_the_same_bytes() -> None:
    assert print_labels(SHEETS["a4-24"], labels(5)) == print_labels(SHEETS["a4-24"], labels(5))
