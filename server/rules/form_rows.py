"""The seven rows of the printed 巡检记录单, from the answers of the items that belong to each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, TypedDict

from server.rules.blank import is_blank
from server.rules.chosen import chosen_text
from server.rules.documents import Fields
from server.rules.items import Cell, shown_cells
from server.rules.missing import missing_field

AnswerValue = Literal["normal", "abnormal", "not_applicable"]

ROWS: Final = (1, 2, 3, 4, 5, 6, 7)
WORST_FIRST: Final[tuple[AnswerValue, ...]] = ("abnormal", "normal", "not_applicable")


class RowEntry(TypedDict):
    """One text of a row, and the asset that it is about (None: the row as a whole)."""

    asset_id: str | None
    text: str


class RowText(TypedDict):
    """What the engineer wrote for the row itself."""

    indication: str | None
    actual: str | None


class FormRow(TypedDict):
    row: int
    status: AnswerValue | None
    indication: list[RowEntry]
    actual: list[RowEntry]


def form_rows(
    template: Fields,
    assets: Sequence[Fields],
    answers: Sequence[Fields],
    row_texts: Mapping[int, RowText] | None = None,
) -> list[FormRow]:
    """Rows 1 to 7. A required item without a value leaves its row's status blank; so does a row of no items."""
    by_cell = {(answer["asset_id"], answer["check_key"]): answer for answer in answers}
    cells = [(cell, by_cell.get(cell.key)) for cell in shown_cells(template, assets, answers)]
    return [
        _form_row(row, [one for one in cells if one[0].item["form_row"] == row], (row_texts or {}).get(row))
        for row in ROWS
    ]


def worst_value(values: Iterable[str | None]) -> AnswerValue | None:
    said = set(values)
    return next((value for value in WORST_FIRST if value in said), None)


def _form_row(row: int, cells: Sequence[tuple[Cell, Fields | None]], text: RowText | None) -> FormRow:
    unanswered = any(cell.item["required"] and _is_unanswered(cell, answer) for cell, answer in cells)
    status = None if unanswered else worst_value(None if answer is None else answer.get("value") for _, answer in cells)
    telling = [(cell, answer) for cell, answer in cells if answer is not None and _tells(cell, answer)]
    own = text or {"indication": None, "actual": None}
    return {
        "row": row,
        "status": status,
        "indication": _own(own["indication"]) or [e for e in (_entry(c, a.get("indication")) for c, a in telling) if e],
        "actual": _own(own["actual"]) or [e for e in (_entry(c, _actual(c, a)) for c, a in telling) if e],
    }


def _is_unanswered(cell: Cell, answer: Fields | None) -> bool:
    return (answer is None or answer.get("value") is None) and missing_field(cell.item, answer) is not None


def _tells(cell: Cell, answer: Fields) -> bool:
    """An abnormal answer speaks for its row; one given for the whole round (rows 6 and 7) always does."""
    return cell.asset is None or answer.get("value") == "abnormal"


def _actual(cell: Cell, answer: Fields) -> str | None:
    """What was measured or observed: the words, else the reading with its unit, what was chosen, what was written."""
    reading = answer.get("reading")
    if not is_blank(answer.get("actual")):
        return str(answer["actual"])
    if is_blank(reading):
        return chosen_text(cell.item, answer, "zh-CN") or answer.get("text")
    unit = cell.item["unit"]
    return str(reading) if is_blank(unit) else f"{reading}\u00a0{unit}"


def _own(text: str | None) -> list[RowEntry]:
    return [] if text is None or is_blank(text) else [{"asset_id": None, "text": text}]


def _entry(cell: Cell, text: str | None) -> RowEntry | None:
    return None if text is None or is_blank(text) else {"asset_id": cell.asset_id, "text": text}
