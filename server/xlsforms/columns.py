"""Columns of an XLSForm that a checklist has no place for: said once for each, or once for each row that uses them."""

from server.xlsforms.languages import Languages
from server.xlsforms.remarks import Remarks
from server.xlsforms.sheets import Path, Row, Sheets

OURS = "rm:"
_READ = {
    "survey": ("type", "name", "label", "hint", "guidance_hint", "disabled"),
    "choices": ("list name", "name", "label"),
}
_BINDS = ("relevant", "constraint", "required")
_OTHERWISE = {"control": "appearance", "jr:constraintMsg": "message", "jr:requiredMsg": "message"}
_PER_ROW = {
    ("default",): "default_left_out",
    ("choice_filter",): "choice_filter_left_out",
    ("trigger",): "trigger_left_out",
    ("bind", "readonly"): "read_only_left_out",
    ("bind", "calculate"): "calculation_left_out",
}
_CALCULATED = ("calculate", "hidden", "note")


def remark_columns(sheets: Sheets, languages: Languages, remarks: Remarks) -> None:
    """Columns as a whole: other languages, media, display, and what nobody knows."""
    for name, sheet in (("survey", sheets.survey), ("choices", sheets.choices)):
        used = {path for row in sheet.rows for path in row.cells}
        for path, head in sheet.heads.items():
            if path in used and not _is_read(name, path) and path not in _PER_ROW:
                _remark_column(name, path, head, remarks)
        for column in (("label",), ("hint",)):
            for head in languages.left_out(sheet, *column):
                remarks.lost("language_left_out", sheet=name, column=head)


def remark_cells(row: Row, remarks: Remarks) -> None:
    """What a row says in columns that a checklist has no place for."""
    for path, kind in _PER_ROW.items():
        text = row.get(*path)
        if text and not (path == ("bind", "calculate") and row.get("type").casefold() in _CALCULATED):
            remarks.lost(kind, row=row.number, column=path[-1], value=text)


def _is_read(sheet: str, path: Path) -> bool:
    ours = path[-1].startswith(OURS)
    return path[0] in _READ[sheet] or (path[0] == "bind" and path[1:2] and path[1] in _BINDS) or ours


def _remark_column(sheet: str, path: Path, head: str, remarks: Remarks) -> None:
    otherwise = _OTHERWISE.get(path[1] if path[0] == "bind" and len(path) > 1 else path[0])
    if otherwise is not None and path[1:2] != ("jr:count",):
        remarks.note(otherwise, sheet=sheet, column=head)
    elif path[0] == "media":
        remarks.lost("media_left_out", sheet=sheet, column=head)
    elif path[0] in ("bind", "instance", "control", "parameters", "body"):
        remarks.lost("column_not_understood", sheet=sheet, column=head)
    else:
        remarks.note("column_ignored", sheet=sheet, column=head)
