"""One synced row in memory: what the merge and the effects work on."""

from dataclasses import dataclass, field
from typing import Any

from server.models.documents import DocumentType


@dataclass
class Document:
    """Fields hold wire values. `rev` is the stored revision; 0 means that the row is new. `locked` until the commit."""

    type: DocumentType
    id: str
    project_id: str | None
    fields: dict[str, Any]
    writers: dict[str, list[str]] = field(default_factory=dict)
    rev: int = 0
    changed: bool = False
    locked: bool = False
    edited_by: set[str] = field(default_factory=set)

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]

    @property
    def next_rev(self) -> int:
        """The revision that this row has once the transaction is committed."""
        return self.rev + 1 if self.changed else self.rev

    def all_writers(self) -> list[str]:
        """Every operation that wrote a standing value: what `seen` must equal for a decision (I14)."""
        return sorted({op for ops in self.writers.values() for op in ops})

    def wire_fields(self) -> dict[str, Any]:
        if not self.type.private:
            return self.fields
        return {name: value for name, value in self.fields.items() if name not in self.type.private}
