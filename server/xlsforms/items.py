"""One question of a form as an item of a checklist, without its key and condition."""

from collections.abc import Mapping
from typing import Any

from server.operations.fields import MAX_TEXT_CHARACTERS
from server.xlsforms.choice_lists import ChoiceList
from server.xlsforms.languages import NO_TEXT, REFERENCE, Languages, Text
from server.xlsforms.limits import limits_of
from server.xlsforms.own_fields import own_fields
from server.xlsforms.question_types import QuestionType
from server.xlsforms.remarks import Remarks
from server.xlsforms.sheets import Row

_KINDS = {"reading", "text", "photo", "scan"}
_YES, _NO = ("yes", "true", "true()"), ("", "no", "false", "false()")
MOST_TITLE = 200


class NotTaken(Exception):
    """A question that no item asks; `kind` is the word of the remark."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def item_of(
    row: Row, said: QuestionType, choices: Mapping[str, ChoiceList], languages: Languages, remarks: Remarks, above: Text
) -> dict[str, Any]:
    """Raises `NotTaken`; `above`: the notes that stand over it."""
    item = _empty() | _by_kind(row, said, choices, remarks) | _texts(row, languages, remarks, above)
    item["required"] = _required(row, remarks)
    constraint = row.get("bind", "constraint")
    if constraint:
        item |= _limits(item, constraint, row, remarks)
    return item | own_fields(row, item)


def reads_whole_numbers(item: Mapping[str, Any]) -> bool:
    return bool(item["kind"] == "reading" and item["decimals"] == 0)


def _empty() -> dict[str, Any]:
    return {
        "check_key": "", "scope": "asset", "categories": [], "form_row": None, "kind": "text", "title_zh": "",
        "title_en": "", "unit": None, "decimals": None, "low": None, "high": None, "required": False,
        "has_indication": False, "has_actual": False, "phrases_zh": [], "phrases_en": [], "guidance_zh": None,
        "guidance_en": None, "options": [], "multiple": False, "photo": "none", "scan": False, "shown_if": None,
    }  # fmt: skip


def _by_kind(row: Row, said: QuestionType, choices: Mapping[str, ChoiceList], remarks: Remarks) -> dict[str, Any]:
    if said.kind in ("select_one", "select_multiple"):
        return _choice(row, said, choices, remarks)
    if said.kind == "acknowledge":
        remarks.note("acknowledge_is_judged", row=row.number, column="type", value=row.get("type"))
        return {"kind": "judgement"}
    if said.kind not in _KINDS:
        raise NotTaken("choices_elsewhere" if said.kind == "elsewhere" else "type_not_understood")
    if said.detail == "date":
        remarks.lost("date_as_text", row=row.number, column="type", value=row.get("type"))
    return {"kind": said.kind, "decimals": 0 if said.detail == "integer" else None}


def _choice(row: Row, said: QuestionType, choices: Mapping[str, ChoiceList], remarks: Remarks) -> dict[str, Any]:
    listed = choices.get(said.detail)
    if listed is None:
        raise NotTaken("choices_not_there")
    if said.or_other:
        remarks.lost("or_other_left_out", row=row.number, column="type", value=row.get("type"))
    if listed.judged is not None and said.kind == "select_one":
        return {"kind": "judgement"}
    if len(listed.options) < 2:
        raise NotTaken("too_few_choices")
    return {"kind": "choice", "options": [*listed.options], "multiple": said.kind == "select_multiple"}


def _texts(row: Row, languages: Languages, remarks: Remarks, above: Text) -> dict[str, Any]:
    label, hint = languages.text(row, "label"), languages.text(row, "hint")
    if not label:
        label, hint = hint, NO_TEXT
    hint = languages.text(row, "guidance_hint").under(hint)
    name = row.get("name") or row.get("type")
    zh, en, guidance = label.zh or name, label.en or name, hint.under(above)
    if not label:
        remarks.lost("no_label", row=row.number, column="label", value=name)
    if any(REFERENCE.search(cell) for path, cell in row.cells.items() if path[0] in ("label", "hint")):
        remarks.lost("answer_in_text", row=row.number, column="label", value=zh)
    if max(len(zh), len(en)) > MOST_TITLE:
        remarks.note("title_shortened", row=row.number, column="label", value=zh)
        guidance = guidance.under(label)
    titles = {"title_zh": zh[:MOST_TITLE], "title_en": en[:MOST_TITLE]}
    said = {"guidance_zh": guidance.zh[:MAX_TEXT_CHARACTERS], "guidance_en": guidance.en[:MAX_TEXT_CHARACTERS]}
    return titles | {name: text or None for name, text in said.items()}


def _required(row: Row, remarks: Remarks) -> bool:
    said = row.get("bind", "required")
    if said.casefold() in _YES:
        return True
    if said.casefold() not in _NO:
        remarks.lost("required_by_condition", row=row.number, column="required", value=said)
    return False


def _limits(item: Mapping[str, Any], constraint: str, row: Row, remarks: Remarks) -> dict[str, Any]:
    where = {"row": row.number, "column": "constraint", "value": constraint}
    found = limits_of(constraint, whole_numbers=item["decimals"] == 0) if item["kind"] == "reading" else None
    if found is None:
        remarks.lost("constraint_left_out", **where)
        return {}
    if not found.exact:
        remarks.lost("limit_itself_is_within", **where)
    return {"low": found.low, "high": found.high}
