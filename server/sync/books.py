"""The rows of one transaction, in memory: loaded in bulk, changed by operations, written at the end.

An operation that is parked half-way leaves no trace: every change since `begin` is undone.
Rows that several operations touch at once are locked in one order (round before the rest, by id),
so that two batches cannot wait for each other.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.models import Installation, Stream, StreamEntry, TicketAlias
from server.models.documents import DOCUMENT_TYPES, DocumentType
from server.models.stream import is_restored
from server.models.synced import Writers
from server.prepared import Prepared
from server.sync.asking import Asked, Question, to_write
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.tickets_in_play import LOCKED, TicketsInPlay

# Named by many, edited rarely: locked by who edits one, not by who only points to it, which would queue everybody.
_READ_UNLOCKED = frozenset({"project", "template", "member", "place", "plan", "asset", "route_point"})

_INSTALLATION = Prepared(select(Installation.organisation_id, Installation.incarnation))

Undo = Callable[[], object]


class RowMoved(Exception):
    """Somebody else wrote a row between our reading and our writing it: the batch must be judged anew."""


class Books:
    """Documents by type and id. A known absence is remembered as well as a row."""

    def __init__(self, session: Session) -> None:
        (installation,) = _INSTALLATION.rows(session)
        self.session = session
        self.incarnation: str = installation.incarnation
        self.organisation_id: str = installation.organisation_id
        self.was_restored = is_restored(self.incarnation)
        self._rows: dict[str, dict[str, Document | None]] = {name: {} for name in DOCUMENT_TYPES}
        self._asked = Asked()
        self._undo: list[Undo] = []
        self._remembered: set[tuple[str, str]] = set()
        self._at_end: list[tuple[Any, dict[str, Any]]] = []
        self._removed: list[Document] = []

    # Reading

    def load(self, wanted: Mapping[str, Collection[str]], edited: Collection[str] = ()) -> None:
        """Load and lock rows that are not here yet, one statement a type, by id; `edited` ones in any case."""
        for name in sorted(wanted, key=lambda type_name: (type_name != "round", type_name)):
            have = self._rows[name]
            missing = sorted(set(wanted[name]) - have.keys())
            if missing:
                have.update(dict.fromkeys(missing))
                self._take(name, Question(among=("id", missing)), lock=not set(edited).isdisjoint(missing))

    def get(self, name: str, row_id: str | None) -> Document | None:
        if row_id is None:
            return None
        rows = self._rows[name]
        if row_id not in rows:
            self.load({name: [row_id]})
        return rows[row_id]

    def need(self, name: str, row_id: str | None) -> Document:
        """The row, or the answer that also a foreign row gets: nobody learns what exists elsewhere."""
        found = self.get(name, row_id)
        if found is None:
            raise Parked("forbidden", "unknown_document", type=name, doc=row_id)
        return found

    def knows(self, row_id: str) -> bool:
        """Whether there is a row of any type with this id, or a ticket that it has become."""
        if any(rows.get(row_id) is not None for rows in self._rows.values()):
            return True
        shared = list(self.session.scalars(select(Stream.id).where(Stream.id.not_like("user:%"))))
        entry = select(StreamEntry.doc_id).where(StreamEntry.stream_id.in_(shared), StreamEntry.doc_id == row_id)
        return (
            self.session.scalars(entry.limit(1)).first() is not None
            or self.session.get(TicketAlias, row_id) is not None
        )

    def find(self, name: str, **where: Any) -> list[Document]:
        """All rows of a type with these values, the changes of this transaction included; by id."""
        if not self._asked.covers(name, where):
            self._asked.note(name, where)
            self._take(name, Question(where))
        rows = (row for row in self._rows[name].values() if row is not None)
        found = [row for row in rows if _has(row, where)]
        return sorted(found, key=lambda row: row.id) if len(found) > 1 else found

    def look(self, name: str, **where: Any) -> list[Document]:
        """As `find`, for who only reads them: they are locked when one is written, and then must not have moved.

        For rows whose changes another lock of ours keeps out already: to wait for them as well could be for ever.
        """
        if not self._asked.covers(name, where):
            self._asked.note(name, where)
            self._take(name, Question(where), only_read=True)
        return self.find(name, **where)

    def look_at(self, name: str, row_id: str) -> Document | None:
        """As `get`, for who only reads it."""
        rows = self._rows[name]
        if row_id not in rows:
            rows[row_id] = None
            self._take(name, Question(among=("id", [row_id])), only_read=True)
        return rows[row_id]

    def find_among(self, name: str, column: str, values: Collection[str], **where: Any) -> None:
        """Load what later `find`s of each value would ask for, in one statement."""
        if not values:
            return
        self._take(name, Question(where, among=(column, values)))
        self.expect_none(name, column, values, **where)

    def expect_none(self, name: str, column: str, values: Collection[str], **where: Any) -> None:
        """Have later `find`s of each value not ask: there are no more rows than those here."""
        for value in values:
            self._asked.note(name, {column: value, **where})

    def lock_tickets(self, in_play: TicketsInPlay) -> None:
        """All at once; later `find`s of what they are about do not ask."""
        if in_play:
            self._keep("ticket", LOCKED, in_play.values(), locked=True)
            self.expect_none("ticket", "asset_id", in_play.assets)
            for project_id in in_play.projects:
                self.expect_none("ticket", "check_key", in_play.keys, project_id=project_id, asset_id=None)

    def _take(self, name: str, question: Question, *, lock: bool = False, only_read: bool = False) -> None:
        locked = lock or not (only_read or name in _READ_UNLOCKED)
        self._keep(name, question.statement(name, lock=locked), question.values(), locked=locked)

    def _keep(self, name: str, statement: Prepared, values: Mapping[str, Any], *, locked: bool) -> None:
        kind, have = DOCUMENT_TYPES[name], self._rows[name]
        for row in statement.rows(self.session, **values):
            if have.get(row.id) is None:
                have[row.id] = _document(kind, row, locked)

    # Writing

    def begin(self) -> None:
        self._undo.clear()
        self._remembered.clear()

    def undo(self) -> None:
        """Take back everything since `begin`."""
        while self._undo:
            self._undo.pop()()
        self._remembered.clear()

    def insert(
        self, name: str, row_id: str, project_id: str | None, fields: Mapping[str, Any], writers: Writers | None = None
    ) -> Document:
        """Add a row that is not there; every field that is not given has its column's default."""
        kind = DOCUMENT_TYPES[name]
        document = Document(kind, row_id, project_id, {**kind.empty(), **fields}, dict(writers or {}), changed=True)
        rows = self._rows[name]
        before = rows.get(row_id)
        rows[row_id] = document
        self._undo.append(lambda: rows.__setitem__(row_id, before))
        self._remembered.add((name, row_id))
        self.check_references(document, fields)
        return document

    def write(self, document: Document, field: str, value: Any, writers: Iterable[str]) -> None:
        """Set a field and who stands behind it."""
        self._remember(document)
        document.fields[field] = value
        document.writers[field] = list(writers)
        if field in document.type.references:
            self.check_references(document, {field: value})

    def write_union(self, document: Document, field: str, members: list[str], adders: Mapping[str, list[str]]) -> None:
        """Set a set-valued field; each member keeps the operations that added it."""
        self._remember(document)
        document.fields[field] = members
        prefix = f"{field}+"
        for key in [key for key in document.writers if key.startswith(prefix)]:
            del document.writers[key]
        document.writers.update({prefix + member: ops for member, ops in adders.items()})

    def derive(self, document: Document, **values: Any) -> bool:
        """Set what the server computes; says whether anything is different now."""
        different = {name: value for name, value in values.items() if document.fields[name] != value}
        if different:
            self._remember(document)
            document.fields.update(different)
        return bool(different)

    def touch(self, document: Document) -> None:
        """Send the row again although no field changed (its joint writers did)."""
        self._remember(document)

    def remove(self, document: Document) -> None:
        """Take away a stored row to which nothing points: phones are told that it is gone."""
        if not document.locked:
            self._lock(document)
        rows = self._rows[document.type.name]
        rows[document.id] = None
        self._removed.append(document)
        self._undo += [self._removed.pop, lambda: rows.__setitem__(document.id, document)]

    def removed(self) -> list[Document]:
        return self._removed

    def at_end(self, statement: Any, row: dict[str, Any]) -> None:
        """Run a statement once the rows are written that it points to."""
        self._at_end.append((statement, row))
        self._undo.append(self._at_end.pop)

    def finish(self) -> None:
        for statement, row in self._at_end:
            self.session.execute(statement, [row])
        self._at_end.clear()

    def changed(self) -> list[Document]:
        """What must be written, parents before children."""
        return [row for rows in self._rows.values() for row in rows.values() if row is not None and row.changed]

    def _lock(self, document: Document) -> None:
        """Before the first change of a row that was only read."""
        table = document.type.table
        rev = self.session.scalars(to_write(select(table.c.rev).where(table.c.id == document.id))).one()
        if rev != document.rev:
            raise RowMoved
        document.locked = True

    def _remember(self, document: Document) -> None:
        if document.rev and not document.locked:
            self._lock(document)
        key = (document.type.name, document.id)
        if key not in self._remembered:
            self._remembered.add(key)
            self._undo.append(_as_it_is(document))
        document.changed = True

    def check_references(self, document: Document, values: Mapping[str, Any]) -> None:
        """Every foreign key must lie in the same project or in the organisation."""
        for field, target in document.type.references.items():
            row_id = values.get(field)
            if row_id is None:
                continue
            other = self.get(target, row_id)
            if other is None or (other.project_id is not None and other.project_id != document.project_id):
                raise Parked("invalid", "unknown_reference", field=field, doc=row_id)


def _as_it_is(document: Document) -> Undo:
    """Puts the document back as it is now."""
    before = (dict(document.fields), {k: list(v) for k, v in document.writers.items()}, document.changed)

    def put_back() -> None:
        document.fields, document.writers, document.changed = before

    return put_back


def _has(row: Document, where: Mapping[str, Any]) -> bool:
    for name, value in where.items():
        if (row.project_id if name == "project_id" else row.fields[name]) != value:
            return False
    return True


def _document(kind: DocumentType, row: Any, locked: bool) -> Document:
    values = dict(zip(row._fields, row, strict=True))
    fields = {name: values[name] for name in kind.fields}
    own, writers = values["project_id"], dict(values["writers"])
    return Document(kind, values["id"], own, fields, writers, values["rev"], locked=locked)
