"""What the form page prints: the content that was signed last, or today's state while nobody has signed.

A later change never alters what stands above a signature; it goes to "changes after signature".
"""

import json
from collections.abc import Mapping
from typing import Any

from server.reports.record.file import RoundFile
from server.rules.documents import Fields
from server.rules.items import Cell, shown_cells
from server.rules.signed_content import signed_content

CellKey = tuple[str | None, str]
Content = Mapping[str, Any]


def printed_content(file: RoundFile) -> Content:
    """Return what the client signed last, else what the engineer did, else the current state."""
    for party in ("client", "engineer"):
        copy = file.latest_signed(party)
        content = None if copy is None else read_content(copy)
        if content is not None:
            return content
    return current_content(file)


def read_content(copy: Fields) -> Content | None:
    """Read a signed copy; None when a foreign phone signed something that is not our canonical content."""
    try:
        content = json.loads(copy["content"])
        answers_by_cell(content)
        content["form"]["problem"], content["staff"], content["time"], content["photos"]
    except (ValueError, KeyError, TypeError):
        return None
    return dict(content)


def current_content(file: RoundFile) -> Content:
    """Write the present state as if it were to be signed now, in Chinese: only its fields are compared or printed."""
    return signed_content(
        language="zh-CN",
        project=file.project,
        round_=file.round,
        template=file.template,
        staff=[],
        time=file.round["opened_at"] or "",
        cells=round_cells(file),
        answers=file.answers,
        photo_hashes=[photo["hash"] for photo in file.photos if photo["withdrawn_at"] is None],
    )


def answers_by_cell(content: Content) -> dict[CellKey, Fields]:
    """Return the answers of a content; the reason for overruling a limit is none of its fields."""
    return {
        (answer["asset_id"], answer["check_key"]): {"overrule_reason": None, **answer} for answer in content["answers"]
    }


def round_cells(file: RoundFile) -> list[Cell]:
    """What was to be answered, as the answers stand: items that their condition leaves out are not printed."""
    return shown_cells(file.template, file.assets, file.answers)
