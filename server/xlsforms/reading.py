"""An XLSForm as a checklist: its questions in their order, and what could not be taken over."""

from dataclasses import dataclass
from typing import Any, Literal

from server.xlsforms.choice_lists import choice_lists
from server.xlsforms.columns import remark_columns
from server.xlsforms.keys import plain_key
from server.xlsforms.languages import Languages, language_of
from server.xlsforms.questions import Questions
from server.xlsforms.remarks import Remark, Remarks
from server.xlsforms.sheets import NotAnXlsForm, Row, read_sheets

MAX_ITEMS = 500
RESIGN = ("never", "on_finding_change", "always")


@dataclass(frozen=True)
class ReadForm:
    """`items` have the members of a draft's item. `whole`: nothing that the form asks for was left out.

    `questions` counts the rows that ask something.
    """

    key: str
    name_zh: str
    name_en: str
    resign: str
    items: list[dict[str, Any]]
    remarks: list[Remark]
    questions: int
    understood: Literal["whole", "part", "nothing"]


def read_xlsform(data: bytes, file_name: str = "") -> ReadForm:
    """Read it; raises `NotAnXlsForm` where it is none. Without an item nothing of it was understood."""
    sheets = read_sheets(data)
    remarks, settings = Remarks(), sheets.settings
    languages = Languages(language_of(settings.get("default_language") or ""))
    remark_columns(sheets, languages, remarks)
    questions = Questions(choice_lists(sheets.choices, languages, remarks), languages, remarks)
    for row in sheets.survey.rows:
        if row.cells and row.get("disabled") not in ("yes", "true", "TRUE"):
            questions.take(row)
    items = questions.finish()
    if len(items) > MAX_ITEMS:
        raise NotAnXlsForm("too_many_items", limit=MAX_ITEMS)
    stem = file_name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    title = settings.get("title") or settings.get("id_string") or stem or "XLSForm"
    said = settings.get("attribute", "rm:resign")
    return ReadForm(
        key=plain_key(settings.get("id_string") or stem, "checklist"),
        name_zh=title[:200],
        name_en=_name_en(settings, title),
        resign=said if said in RESIGN else "on_finding_change",
        items=items,
        remarks=list(remarks.found),
        questions=questions.asked,
        understood="nothing" if not items else "whole" if remarks.is_whole else "part",
    )


def _name_en(settings: Row, title: str) -> str:
    return (settings.get("attribute", "rm:name_en") or title)[:200]
