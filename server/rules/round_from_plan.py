"""The round that a plan makes on a day: the phone at the door, the server and the job all make the same one."""

from collections.abc import Iterable
from typing import Any

from server.rules.documents import Fields
from server.rules.ids import round_id
from server.rules.plan_assignees import plan_assignees
from server.rules.recurrence import due_at


def round_from_plan(
    plan: Fields, occurrence_date: str, template_id: str, time_zone: str, shifts: Iterable[Fields]
) -> dict[str, Any]:
    """All fields of the round document, `id` included. `number` is the server's to give. `shifts`: the duty roster."""
    deadline = due_at(occurrence_date, plan["due_time"], time_zone)
    return {
        "id": round_id(plan["id"], occurrence_date),
        "plan_id": plan["id"],
        "occurrence_date": occurrence_date,
        "template_id": template_id,
        "name_zh": plan["name_zh"],
        "name_en": plan["name_en"],
        "place_id": plan["place_id"],
        "asset_ids": list(plan["asset_ids"]),
        "due_at": deadline,
        "number": None,
        "problem": None,
        "solution": None,
        "cause": None,
        "equipment": None,
        "suggestion": None,
        "remark": None,
        "extra_asset_ids": [],
        "assignee_ids": plan_assignees(plan, shifts, deadline),
        "state": "planned",
        "opened_at": None,
        "submitted_at": None,
        "sealed_at": None,
        "seal_hash": None,
        "incomplete": [],
        "holding": [],
        "proof_percent": plan["proof_percent"],
        "missed_at": None,
        "reviewer_id": None,
        "review_taken_at": None,
    }
