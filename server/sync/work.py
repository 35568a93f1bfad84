"""What an operation's effect works with: the books, who acts, what was asked, and the verbs to change rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from server.models import Promise
from server.rules.ids import natural_id
from server.sync.actor import Actor
from server.sync.books import Books
from server.sync.checked import Checked
from server.sync.document import Document
from server.sync.history import History
from server.sync.parked import Parked
from server.sync.record import Record
from server.sync.wire import is_fresh


@dataclass(frozen=True)
class Acceptance:
    """Who took a parked operation upon themselves, and by which decision."""

    op: str
    by: Actor


@dataclass
class Work:
    """One operation being applied. `now` is when the server received it (wire instant).

    `second_thoughts` are stored operations that this decision lets be tried again: (op, released, its acceptance).
    `came` are rows that a rule made and that others may wait for. `stood_on`: causes that its body does not name.
    `wrote`: what stands now because of it, (document, field); a value that is only kept as a conflict is not in it.
    """

    books: Books
    history: History
    actor: Actor
    checked: Checked
    record: Record
    now: str
    project_id: str | None = None
    second_thoughts: list[tuple[str, bool, Acceptance | None]] = field(default_factory=list)
    came: list[str] = field(default_factory=list)
    stood_on: list[str] = field(default_factory=list)
    wrote: set[tuple[str, str]] = field(default_factory=set)

    @property
    def op(self) -> str:
        return self.checked.op

    @property
    def at(self) -> str:
        """When the author says that it happened."""
        return self.checked.at

    @property
    def args(self) -> dict[str, Any]:
        return self.checked.args

    @property
    def person(self) -> str | None:
        return self.actor.person_id

    @property
    def doc_id(self) -> str:
        assert self.checked.doc is not None
        return self.checked.doc

    def doc(self) -> Document:
        """The document that the operation names."""
        entry = self.checked.entry
        assert entry is not None and entry.doc_type is not None
        return self.books.need(entry.doc_type, self.doc_id)

    def insert(self, name: str, row_id: str, /, **fields: Any) -> Document:
        """Add a row to the project that the operation belongs to."""
        return self.books.insert(name, row_id, self.project_id, fields)

    def insert_own(self, name: str, /, **fields: Any) -> Document:
        """Add the row that this event *is*: its id is the operation's."""
        row = self.insert(name, self.op, **fields)
        self.record.docs[row.id] = row
        return row

    def insert_named(self, name: str, row_id: str, /, **fields: Any) -> Document:
        """Add a row whose id its author chose: never one that a rule will give to a row to come."""
        if self.actor.is_remote and not self.record.was_applied and not is_fresh(row_id):
            raise Parked("invalid", "id_not_fresh", type=name, doc=row_id)
        return self.insert(name, row_id, **fields)

    def require(self, name: str, row_id: str | None) -> Document | None:
        """A row that the arguments name, if they name one: it must lie in the same project."""
        if row_id is None:
            return None
        row = self.books.get(name, row_id)
        if row is None or row.project_id not in (None, self.project_id):
            raise Parked("invalid", "unknown_reference", type=name, doc=row_id)
        return row

    def promised(self, key: str) -> dict[str, Any] | None:
        """What was given for this before a restore."""
        if not self.books.was_restored:
            return None
        return self.books.session.scalars(select(Promise.value).where(Promise.key == key)).one_or_none()

    def standing(self, document: Document) -> dict[str, Any]:
        """The values of this row that stand now because of it."""
        return {name: document[name] for doc, name in sorted(self.wrote) if doc == document.id}

    def made(self, key: str, **value: Any) -> None:
        """Note what could come out differently another time; it goes out with the receipt."""
        self.record.made[key] = value

    def by_rule(self, kind: str, *parts: str | None) -> str:
        """The id of a row that a rule makes, so that making it again makes the same row."""
        return natural_id(kind, *parts)


def rows_of_round(books: Books, round_id: str) -> list[Document]:
    """Everything that is on the screen when a round is decided on (the round itself included)."""
    children = ("answer", "photo", "scan", "round_event", "signed_copy", "comment", "conflict")
    rows: list[Document] = [books.need("round", round_id)]
    for name in children:
        rows += books.find(name, round_id=round_id)
    return rows


def seen_round(work: Work) -> Iterable[Document]:
    """The seen set of decisions about a round."""
    return rows_of_round(work.books, work.doc_id)


def seen_doc(work: Work) -> Iterable[Document]:
    """The seen set of decisions about one document."""
    return [work.doc()]
