"""What a link shows: the case as it was when the link was made, so that nothing written later leaks through it.

Plain facts in both languages; no other tickets, no phone numbers, no names of other clients.
"""

from typing import Any

from server.sync.books import Books
from server.sync.document import Document

# What happened between people of ours stays with them: hand-overs, assignments and comments are not the vendor's.
SHOWN_EVENTS = ("answered", "arrived", "guided", "diagnosed", "needs_part", "spare_placed", "resolved", "session_held")
ASSET_FACTS = ("code", "name_zh", "name_en", "brand", "model", "serial", "category", "installed_on", "warranty_until")


def case_pack(books: Books, ticket: Document, question: str | None) -> dict[str, Any]:
    """Everything about the fault that its reader needs, and nothing else. JSON."""
    asset = books.look_at("asset", ticket["asset_id"]) if ticket["asset_id"] else None
    events = sorted(books.look("ticket_event", ticket_id=ticket.id), key=lambda row: (row["received_at"], row.id))
    return {
        "number": ticket["number"],
        "title_zh": ticket["title_zh"],
        "title_en": ticket["title_en"],
        "severity": ticket["severity"],
        "opened_at": ticket["opened_at"],
        "found_at": ticket["found_at"],
        "description": ticket["description"],
        "asset": {name: asset[name] for name in ASSET_FACTS} if asset else None,
        "findings": [_finding(row) for row in books.look("finding", ticket_id=ticket.id)],
        "events": [_event(row) for row in events if row["name"] in SHOWN_EVENTS],
        "photos": _photos(books, ticket),
        "question": question,
        "resolution": _resolution(events),
        "seen": [row.id for row in events],
    }


def _finding(row: Document) -> dict[str, Any]:
    return {name: row[name] for name in ("found_at", "text", "indication", "actual", "reading")}


def _event(row: Document) -> dict[str, Any]:
    return {"name": row["name"], "at": row["at"], "args": row["args"]}


def _resolution(events: list[Document]) -> dict[str, Any] | None:
    done = [row for row in events if row["name"] == "resolved"]
    return {"at": done[-1]["at"], **done[-1]["args"]} if done else None


def _photos(books: Books, ticket: Document) -> list[str]:
    """Ids of its own photos and of those that its findings' items have, as far as they are shown at all."""
    own = books.look("photo", ticket_id=ticket.id)
    found = [
        photo
        for finding in books.look("finding", ticket_id=ticket.id)
        for photo in books.look("photo", round_id=finding["round_id"])
        if (photo["asset_id"], photo["check_key"]) == (finding["asset_id"], finding["check_key"])
    ]
    return [photo.id for photo in (*own, *found) if photo["withdrawn_at"] is None]
