"""The one registry of operations: per name its kind, its schema, what it may set, who may do it, what follows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from marshmallow import Schema

if TYPE_CHECKING:
    from server.sync.books import Books
    from server.sync.document import Document
    from server.sync.work import Work

Kind = Literal["edit", "event", "decision"]
Effect = Callable[["Work"], None]
SeenSet = Callable[["Work"], Iterable["Document"]]


@dataclass(frozen=True)
class EditTarget:
    """A document type that an edit may write: its fields, and the key that may create it."""

    fields: Schema
    key: Schema | None = None


@dataclass(frozen=True)
class OperationEntry:
    """One operation, in one place.

    `doc_type` is what `doc` names (events, decisions); `makes_doc` says that the row may be missing.
    `seen_set` names the rows that a decision must have seen. `roles` empty means server actors only.
    `anywhere`: what belongs to no project, but to the organisation, is for who has the role in any project.
    `administrators`: it makes what belongs to no project yet; who administers the installation may, and nobody else.
    `own`: it edits rows of the author's own stream, which belong to no project: it is everybody's, and never another's.
    """

    name: str
    kind: Kind
    roles: frozenset[str]
    doc_type: str | None = None
    args: Schema | None = None
    edits: Mapping[str, EditTarget] = field(default_factory=dict)
    makes_doc: bool = False
    effect: Effect | None = None
    seen_set: SeenSet | None = None
    project_of: Callable[["Work"], str | None] | None = None
    anywhere: bool = False
    administrators: bool = False
    own: bool = False


REGISTRY: dict[str, OperationEntry] = {}
# Called with the books of each batch before they are written, whatever operations it holds.
AFTERWARDS: list[Callable[["Books"], None]] = []

ENGINEERS = frozenset({"engineer", "supervisor"})
SUPERVISORS = frozenset({"supervisor"})
STAFF = frozenset({"engineer", "supervisor", "desk"})
DESK = frozenset({"supervisor", "desk"})
EVERYBODY = frozenset({"engineer", "supervisor", "desk", "client"})
SERVER_ONLY: frozenset[str] = frozenset()


def register(entry: OperationEntry) -> None:
    if entry.name in REGISTRY:
        raise ValueError(f"operation {entry.name} is registered twice")
    REGISTRY[entry.name] = entry


def afterwards(follow: Callable[["Books"], None]) -> Callable[["Books"], None]:
    """Register what follows from rows that have changed, once a batch, by whichever operations."""
    AFTERWARDS.append(follow)
    return follow


def edit(name: str, *, roles: frozenset[str], targets: Mapping[str, EditTarget], **more: Any) -> None:
    """Register an edit: merged field by field, then `effect` recomputes what follows."""
    register(OperationEntry(name, "edit", roles, edits=targets, **more))


def edit_own(name: str, *, targets: Mapping[str, EditTarget]) -> None:
    """Register an edit of rows in one's own stream: whoever is signed in may, whatever their roles."""
    register(OperationEntry(name, "edit", EVERYBODY, edits=targets, own=True))


def event(name: str, *, roles: frozenset[str], doc_type: str, args: Schema, **more: Any) -> Callable[[Effect], Effect]:
    """Register the decorated effect as an event: an insert-only row, accepted from any rightful actor."""

    def bind(effect: Effect) -> Effect:
        register(OperationEntry(name, "event", roles, doc_type, args, effect=effect, **more))
        return effect

    return bind


def decision(
    name: str, *, roles: frozenset[str], args: Schema, doc_type: str | None = None, **more: Any
) -> Callable[[Effect], Effect]:
    """Register the decorated effect as a decision: all or nothing, on exactly what was on the screen."""

    def bind(effect: Effect) -> Effect:
        register(OperationEntry(name, "decision", roles, doc_type, args, effect=effect, **more))
        return effect

    return bind
