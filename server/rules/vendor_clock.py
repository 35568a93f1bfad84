"""The vendor's own clock: by when an answer was promised or asked for (domain.md T9), beside the contract's clocks."""

from collections.abc import Iterable
from typing import TypedDict

from server.rules.documents import Fields


class Awaited(TypedDict):
    """A question to the vendor that nobody has answered. `key` names it once for all who are told."""

    key: str
    asked: str
    due_at: str


def awaited_answers(events: Iterable[Fields]) -> list[Awaited]:
    """Questions with a deadline that still wait, the first deadline first.

    An answer by the question's own link ends its wait; one that the staff wrote down ends every wait from before it. A
    revoked link waits for nothing.
    """
    known = sorted(events, key=lambda event: (event["received_at"], event["id"]))
    waits: dict[str, Awaited] = {}
    for event in known:
        args = event["args"] or {}
        if event["name"] == "vendor_asked" and args.get("due_at"):
            waits[args.get("link") or event["id"]] = {
                "key": f"vendor/{event['id']}",
                "asked": event["id"],
                "due_at": args["due_at"],
            }
        elif event["name"] == "vendor_answered" and args.get("link") is None:
            waits.clear()
        elif event["name"] in ("vendor_answered", "link_revoked"):
            waits.pop(args["link"], None)
    return sorted(waits.values(), key=lambda wait: (wait["due_at"], wait["key"]))
