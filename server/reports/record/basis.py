"""What the form page prints: the content that was signed last, or today's state while nobody has signed.

A later change never alters what stands above a signature; it goes to "changes after signature".
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.reports.record.file import RoundFile
from server.rules.documents import Fields
from server.rules.items import Cell, cells_of

CellKey = tuple[str | None, str]
FORM_FIELDS = ("problem", "solution", "cause", "equipment", "suggestion", "remark")
ANSWER_FIELDS = (
    "value",
    "severity",
    "reading",
    "seen",
    "indication",
    "actual",
    "remark",
    "na_reason",
    "unmeasurable_reason",
)


@dataclass(frozen=True)
class Content:
    """One state of a round, signed or current, in one shape so that two can be compared."""

    answers: Mapping[CellKey, Mapping[str, Any]]
    form: Mapping[str, Any]
    photos: frozenset[str]
    staff: tuple[str, ...] = ()
    time: str | None = None


def printed_content(file: RoundFile) -> Content:
    """Return what the client signed last, else what the engineer did, else the current state."""
    for party in ("client", "engineer"):
        copy = file.latest_signed(party)
        content = None if copy is None else signed_content(copy)
        if content is not None:
            return content
    return current_content(file)


def signed_content(copy: Fields) -> Content | None:
    """Read a signed copy; None when a foreign phone signed something that is not our canonical content."""
    try:
        content = json.loads(copy["content"])
        return Content(
            answers={(answer["asset_id"], answer["check_key"]): _fields(answer) for answer in content["answers"]},
            form={field: content["form"].get(field) for field in FORM_FIELDS},
            photos=frozenset(map(str, content["photos"])),
            staff=tuple(map(str, content["staff"])),
            time=str(content["time"]) if content["time"] else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def current_content(file: RoundFile) -> Content:
    shown = {cell.key for cell in file_cells(file)}
    answers = {(answer["asset_id"], answer["check_key"]): _fields(answer) for answer in file.answers}
    return Content(
        answers={key: fields for key, fields in answers.items() if key in shown or fields["value"]},
        form={field: file.round[field] for field in FORM_FIELDS},
        photos=frozenset(photo["hash"] for photo in file.photos if photo["withdrawn_at"] is None),
    )


def file_cells(file: RoundFile) -> list[Cell]:
    return cells_of(file.template, file.assets)


def _fields(answer: Fields) -> dict[str, Any]:
    return {field: answer.get(field) for field in ANSWER_FIELDS}
