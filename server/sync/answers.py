"""How stored outcomes look on the wire: in the person's language, and only of rows that they can see."""

from collections.abc import Mapping
from typing import Any

from server.language import Language
from server.sync.batch import Answered
from server.sync.messages import sentence_of
from server.sync.receipts import receipt_of


def result_of(answered: Answered, language: Language) -> dict[str, Any]:
    """One operation's result, as docs/protocol.md section "Push" shows it."""
    record = answered.record
    stored = record.result
    result: dict[str, Any] = {"op": record.op, "outcome": record.outcome}
    docs = [{"id": row.id, "rev": row.rev} for row in record.docs.values()] or stored.get("docs", [])
    if record.outcome in ("applied", "conflict"):
        result["docs"] = docs
    if record.outcome == "conflict":
        result["conflicts"] = stored["conflicts"]
    if record.outcome == "waiting":
        result["for"] = stored["waits_for"]
    if record.outcome == "parked":
        result |= _why(record.code, stored, language)
    if subject := stored.get("subject"):
        result["subject"] = {"op": subject["op"], "outcome": subject["outcome"]}
        if subject["code"]:
            result["subject"] |= _why(subject["code"], subject, language)
    if not answered.reused:
        result["receipt"] = receipt_of(record)
    if answered.duplicate:
        result["duplicate"] = True
    return result


def _why(code: str | None, stored: Mapping[str, Any], language: Language) -> dict[str, Any]:
    reason, details = stored.get("reason"), stored.get("details") or {}
    said = {"code": code, "reason": reason, "message": sentence_of(code, reason).say(language, **details)}
    return {**said, "details": details} if details else said
