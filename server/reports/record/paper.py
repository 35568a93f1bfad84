"""The first page's data: the paper form with its header, its seven rows and its boxes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from server.reports.record.basis import Content, answers_by_cell
from server.reports.record.figures import moment, person
from server.reports.record.file import RoundFile
from server.reports.words import Language, name_of, word
from server.rules.documents import Fields
from server.rules.form_rows import FormRow, RowEntry, form_rows

BOXES = ("problem", "solution", "cause", "equipment", "suggestion")


def form_sheet(file: RoundFile, content: Content, language: Language) -> dict[str, Any]:
    """Return header, rows and boxes as they stood when signed."""
    answers = answers_by_cell(content)
    rows = form_rows(file.template, file.assets, list(answers.values()))
    return {
        "head": {
            "project": name_of(file.project, language),
            "contract": file.project["contract_number"],
            "round": name_of(file.round, language),
            "staff": word("list_separator", language).join(_names(file, content["staff"], language)),
            "time": _time(file, content["time"]),
            "remark": content["form"].get("remark"),
        },
        "rows": [_row(file, row, _worst_severity(file, row["row"], content), language) for row in rows],
        "boxes": {box: content["form"].get(box) for box in BOXES},
    }


def _row(file: RoundFile, row: FormRow, severity: int | None, language: Language) -> dict[str, Any]:
    return {
        "number": row["row"],
        "value": row["status"],
        "severity": severity if row["status"] == "abnormal" else None,
        "indication": _told(file, row["indication"], language),
        "actual": _told(file, row["actual"], language),
    }


def _told(file: RoundFile, entries: Sequence[RowEntry], language: Language) -> str:
    """One asset on the round: the words alone; several: each with the code of the asset that it is about."""
    codes = {asset["id"]: asset["code"] for asset in file.assets}
    several, colon = len(codes) > 1, ": " if language == "en" else "："
    return "\n".join(
        f"{codes[entry['asset_id']]}{colon}{entry['text']}" if several and entry["asset_id"] in codes else entry["text"]
        for entry in entries
    )


def _worst_severity(file: RoundFile, row: int, content: Content) -> int | None:
    keys = {item["check_key"] for item in file.template["items"] if item["form_row"] == row}
    levels = [
        answer["severity"]
        for answer in content["answers"]
        if answer["check_key"] in keys and answer["value"] == "abnormal" and answer["severity"]
    ]
    return min(levels, default=None)


def _names(file: RoundFile, signed: Sequence[str], language: Language) -> list[str]:
    """The staff that was signed; whom the project knows, by the name in this language."""
    if not signed:
        return _staff(file, language)
    known = {name: member for member in file.members.values() for name in _called(member)}
    return [name_of(known[name], language, "display_name") if name in known else name for name in signed]


def _called(member: Fields) -> set[str]:
    return {member["display_name_zh"], member["display_name_en"]}


def _staff(file: RoundFile, language: Language) -> list[str]:
    """While nobody has signed: who opened the round."""
    opened = [event["by"] for event in file.events if event["name"] == "opened" and event["by"]]
    return [person(file.members, by, language) for by in dict.fromkeys(opened)]


def _time(file: RoundFile, told: str) -> str:
    """A signed content says its time as an instant or in words; the round's own is from opened to signed."""
    start, end = file.round["opened_at"], _signed_at(file)
    if start and end:
        first, last = moment(start, file.zone), moment(end, file.zone)
        return f"{first}–{last[11:]}" if first[:10] == last[:10] else f"{first} – {last}"
    return moment(told, file.zone) if _is_instant(told) else told


def _signed_at(file: RoundFile) -> str | None:
    copy = file.latest_signed("client") or file.latest_signed("engineer")
    return None if copy is None else str(copy["at"])


def _is_instant(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
