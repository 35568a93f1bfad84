"""Ids of rows that have a natural key: two phones that never met make the same row.

UUIDv5 of `<kind>/<part>/<part>…`; a part that is absent is `-`. `check_key` comes last wherever it
occurs and every other part is an id, a day or a field name, so no two keys make one string.
"""

import hashlib
import uuid
from typing import Final

NAMESPACE: Final = uuid.UUID("8d1f0c52-6f0a-5c57-9d0b-2f6a6f1e7a10")


def natural_id(kind: str, *parts: str | None) -> str:
    return _uuid5("/".join([kind, *("-" if part is None else part for part in parts)]))


def _uuid5(name: str) -> str:
    """As `str(uuid.uuid5(NAMESPACE, name))`, without its objects: every answer needs one."""
    made = bytearray(hashlib.sha1(NAMESPACE.bytes + name.encode(), usedforsecurity=False).digest()[:16])
    made[6] = made[6] & 0x0F | 0x50
    made[8] = made[8] & 0x3F | 0x80
    text = made.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def round_id(plan_id: str, occurrence_date: str) -> str:
    return natural_id("round", plan_id, occurrence_date)


def answer_id(round_id: str, asset_id: str | None, check_key: str) -> str:
    return natural_id("answer", round_id, asset_id, check_key)


def finding_id(round_id: str, asset_id: str | None, check_key: str) -> str:
    return natural_id("finding", round_id, asset_id, check_key)


def ticket_id(round_id: str, asset_id: str | None, check_key: str) -> str:
    """The id of the ticket that this finding raises if it joins no open one."""
    return natural_id("ticket", round_id, asset_id, check_key)


def member_id(project_id: str, person_id: str) -> str:
    return natural_id("member", project_id, person_id)


def preference_id(person_id: str) -> str:
    return natural_id("preference", person_id)


def readings_id(asset_id: str) -> str:
    return natural_id("readings", asset_id)


def status_id(person_id: str, op: str) -> str:
    return natural_id("status", person_id, op)


def conflict_id(doc_id: str, field: str, op: str) -> str:
    return natural_id("conflict", doc_id, field, op)


def seal_id(round_id: str) -> str:
    return natural_id("seal", round_id)


def signed_copy_id(op: str) -> str:
    """The one insert-only row that does not take its operation's id: sign_round's round_event has that."""
    return natural_id("signed_copy", op)


def problem_id(op: str) -> str:
    """What one event on a ticket leaves over; the operation's own id is its row on the timeline."""
    return natural_id("problem", op)


def client_ticket_id(ticket_id: str) -> str:
    """What the client sees of this ticket."""
    return natural_id("client_ticket", ticket_id)
