"""How a round, ticket, shift or lone contact leaves the feed with all that hangs on it, and is forgotten after a year.

Its rows stay in their tables; only its entries in the feed say `gone` (docs/protocol.md, "Retirement").
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, func, or_, select, update
from sqlalchemy.orm import Session

from server.clock import now
from server.models import Conflict, Contact, Finding, Photo, Retirement, Round, Shift, Stream, StreamEntry, Ticket
from server.models.types import instant_text
from server.sync.feed import dialect_insert, lock_streams, place_newest
from server.sync.hanging import Root, RootType, hanging_on, retired_among, shown_by

QUIET = timedelta(days=14)
PAST_DUTY = timedelta(days=60)  # last month and the one before are still looked at when hours are counted
REMEMBERED = timedelta(days=400)
TABLES: dict[RootType, type[Round | Ticket | Shift | Contact]] = {
    "round": Round,
    "ticket": Ticket,
    "shift": Shift,
    "contact": Contact,
}
BYTES_TO_COME = ("expected", "received")


def quiet_rounds() -> Select[str]:
    """Rounds sealed long enough ago, with no difference open and no photo on its way; the oldest first."""
    unsettled = exists().where(Conflict.round_id == Round.id, Conflict.state == "open")
    awaited = exists().where(
        Photo.round_id == Round.id, Photo.withdrawn_at.is_(None), Photo.blob_state.in_(BYTES_TO_COME)
    )
    quiet = (Round.state == "sealed", Round.sealed_at <= _before(QUIET), ~unsettled, ~awaited, _stays(Round.id))
    return select(Round.id).where(*quiet).order_by(Round.sealed_at)


def quiet_tickets() -> Select[str]:
    """Tickets closed long enough ago, whose rounds have left and whose client is not being asked; the oldest first."""
    left = select(Retirement.root_id).where(Retirement.retired_at.is_not(None))
    shown = exists().where(Finding.ticket_id == Ticket.id, Finding.round_id.not_in(left))
    unsettled = exists().where(Conflict.doc_id == Ticket.id, Conflict.state == "open")
    closed = (Ticket.is_open.is_(False), Ticket.closed_at <= _before(QUIET), Ticket.confirmation != "asked")
    return select(Ticket.id).where(*closed, ~unsettled, ~shown, _stays(Ticket.id)).order_by(Ticket.closed_at)


def past_shifts() -> Select[str]:
    """Shifts that ended long ago: some 2,000 a year, which no phone has to begin with."""
    unsettled = exists().where(Conflict.doc_id == Shift.id, Conflict.state == "open")
    past = (Shift.ends_at <= _before(PAST_DUTY), ~unsettled, _stays(Shift.id))
    return select(Shift.id).where(*past).order_by(Shift.ends_at)


def quiet_contacts() -> Select[str]:
    """Calls and letters that no ticket followed, registered long enough ago; the others leave with their tickets."""
    quiet = (Contact.ticket_id.is_(None), Contact.registered_at <= _before(QUIET), _stays(Contact.id))
    return select(Contact.id).where(*quiet).order_by(Contact.registered_at)


def due(session: Session, kind: RootType, most: int) -> list[Root]:
    return [Root(kind, root_id) for root_id in session.scalars(_quiet(kind).limit(most))]


def retire(session: Session, root: Root) -> None:
    """Take it out of the feed, unless something has happened to it since it was found."""
    table = TABLES[root.type]
    locked = select(table.project_id).where(table.id == root.id).with_for_update(key_share=True)
    stream = f"project:{session.scalars(locked).one()}"
    lock_streams(session, [stream])  # before asking: who brings one of its rounds back locks nothing else of it
    if session.scalars(_quiet(root.type).where(table.id == root.id)).first() is not None:
        leave(session, root, stream)


def leave(session: Session, root: Root, stream: str) -> None:
    """All that hangs on it gets its last place in the stream. Whoever changes it at the same time brings it back."""
    heads = lock_streams(session, [stream])
    documents = hanging_on(session, root)
    if root.type == "round":
        for doc_id in _shown_by_tickets(session, root.id):
            documents.pop(doc_id, None)
    moment = instant_text(now())
    place_newest(session, heads, {stream: documents}, gone_at=moment)
    left = dialect_insert(session)(Retirement).values(root_id=root.id, retired_at=moment)
    session.execute(left.on_conflict_do_update(index_elements=["root_id"], set_={"retired_at": moment}))


def _shown_by_tickets(session: Session, round_id: str) -> Iterator[str]:
    """What stays although its round leaves."""
    tickets = set(session.scalars(select(Finding.ticket_id).where(Finding.round_id == round_id)))
    here = tickets - retired_among(session, sorted(tickets))
    for doc_id, _ in shown_by(session, Finding.ticket_id.in_(here)):
        yield doc_id


def forget_gone(session: Session) -> None:
    """Raise each stream's floor over what left it long ago: a phone that was away for longer begins anew."""
    old = (StreamEntry.gone, StreamEntry.gone_at <= _before(REMEMBERED))
    streams = sorted(set(session.scalars(select(StreamEntry.stream_id).where(*old))))
    for stream in streams:
        lock_streams(session, [stream])
        of_stream = (StreamEntry.stream_id == stream, *old)
        floor = session.scalars(select(func.max(StreamEntry.seq)).where(*of_stream)).one()
        session.execute(delete(StreamEntry).where(*of_stream))
        session.execute(update(Stream).where(Stream.id == stream, Stream.floor < floor).values(floor=floor))


def _quiet(kind: RootType) -> Select[str]:
    return {"round": quiet_rounds, "ticket": quiet_tickets, "shift": past_shifts, "contact": quiet_contacts}[kind]()


def _stays(root_id: Any) -> ColumnElement[bool]:
    """It has not left, and did not come back lately."""
    lately = or_(Retirement.retired_at.is_not(None), Retirement.returned_at > _before(QUIET))
    return ~exists().where(Retirement.root_id == root_id, lately)


def _before(time: timedelta) -> str:
    return instant_text(now() - time)
