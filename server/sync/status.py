"""Telling an author what became of an operation that was not applied at once (`op_status` in their own stream)."""

from server.language import LANGUAGES
from server.rules.ids import status_id
from server.sync.books import Books
from server.sync.messages import sentence_of
from server.sync.record import Record

_ZH, _EN = LANGUAGES


def tell_author(books: Books, record: Record, now: str, outcome: str | None = None) -> None:
    """Write or renew the author's row. The server's own operations have nobody to tell."""
    if record.author is None:
        return
    from_result = record.result.get("reason")
    reason = str(from_result) if from_result else None
    details = record.result.get("details") or {}
    fields = {
        "outcome": outcome or record.outcome,
        "code": record.code,
        "reason": reason,
        "message_zh": sentence_of(record.code, reason).say(_ZH, **details) if record.code else None,
        "message_en": sentence_of(record.code, reason).say(_EN, **details) if record.code else None,
        "at": now,
    }
    row_id = status_id(record.author, record.op)
    row = books.get("op_status", row_id)
    if row is not None:
        books.derive(row, **fields)
        return
    books.insert(
        "op_status",
        row_id,
        None,
        {"person_id": record.author, "op": record.op, "name": record.name, "doc_id": record.doc_id, **fields},
    )
