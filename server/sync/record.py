"""One operation in the books: what came, and what became of it."""

import json
from dataclasses import dataclass, field
from typing import Any, Literal

from server.sync.actor import Actor, ActorKind
from server.sync.checked import Checked
from server.sync.document import Document
from server.sync.upconversion import up_to_date
from server.sync.wire import is_id

Outcome = Literal["applied", "conflict", "parked", "waiting"]


@dataclass
class Record:
    """The stored form of an operation. `stored` says that its row is in the table already."""

    op: str
    name: str
    actor_kind: ActorKind
    actor_id: str
    on_behalf_of: str | None
    device_id: str | None
    n: int | None
    kind: str | None
    schema: int
    body_text: str
    body_hash: str
    received_at: str
    outcome: Outcome = "applied"
    code: str | None = None
    result: dict[str, Any] = field(default_factory=dict)
    project_id: str | None = None
    settled_by: str | None = None
    rightful: bool | None = None
    made: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Any] | None = None
    stored: bool = False
    changed: bool = True
    docs: dict[str, Document] = field(default_factory=dict)
    conflicts: list[dict[str, str]] = field(default_factory=list)

    @property
    def author(self) -> str | None:
        """The person who answers for it; None for the server's own."""
        return self.actor_id if self.actor_kind == "person" else self.on_behalf_of

    @property
    def was_applied(self) -> bool:
        """Offered again after a restore, with our word that it had been applied."""
        return self.told is not None and self.told["outcome"] in ("applied", "conflict")

    @property
    def first_device_id(self) -> str | None:
        """The device that it came from first; after a restore it may come from another."""
        return self.told.get("device") if self.told else self.device_id

    @property
    def causes(self) -> list[str]:
        """What a decision stood on beyond what its body names."""
        return list(self.result.get("causes") or (self.told or {}).get("causes", []))

    @property
    def doc_id(self) -> str | None:
        """The document that it is about, for lists; None where it names none, or not by an id."""
        body = self.body()
        if is_id(body.get("doc")):
            return str(body["doc"])
        edits = body.get("edits")
        first = edits[0] if isinstance(edits, list) and edits else None
        doc = first.get("doc") if isinstance(first, dict) else None
        return doc if is_id(doc) else None

    def body(self) -> dict[str, Any]:
        """In today's words."""
        return dict(up_to_date(json.loads(self.body_text), self.schema))

    def lost(self, doc: str, field_name: str) -> bool:
        """Whether its value of this field was kept as a conflict instead of being written."""
        return any(c["doc"] == doc and c["field"] == field_name for c in self.result.get("conflicts", self.conflicts))

    def settle(self, outcome: Outcome, code: str | None = None, **result: Any) -> None:
        """Fix the outcome; what is not given is left out of the answer."""
        self.outcome, self.code, self.changed = outcome, code, True
        self.result = {name: value for name, value in result.items() if value}


def new_record(checked: Checked, actor: Actor, received_at: str) -> Record:
    """A record as it first came; one that is offered again keeps the moment of then."""
    told = checked.receipt
    return Record(
        op=checked.op,
        name=checked.name,
        actor_kind=actor.kind,
        actor_id=actor.id,
        on_behalf_of=actor.on_behalf_of,
        device_id=actor.device_id,
        n=checked.n,
        kind=checked.entry.kind if checked.entry else None,
        schema=checked.schema,
        body_text=checked.body_text,
        body_hash=checked.body_hash,
        received_at=told.at if told else received_at,
        rightful=told.right if told else None,
        told=told.said() if told else None,
    )
