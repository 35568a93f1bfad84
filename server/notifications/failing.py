"""Messages that failed again and again, for the supervisors of their project to see."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.jobs.queue import TROUBLED_AFTER
from server.models import Channel, Notification, Person
from server.notifications.notify import WAITING
from server.notifications.sending.send_failed import trouble_of

MOST = 200


@dataclass(frozen=True)
class FailingMessage:
    """`to_*` is a person's or a channel's name; null for an address without an account, which is not shown."""

    id: str
    kind: str
    ticket_id: str | None
    number: str | None
    to_zh: str | None
    to_en: str | None
    since: str
    attempts: int
    next_at: str
    trouble: str
    detail: str


def failing_messages(session: Session, project_id: str) -> list[FailingMessage]:
    """The oldest first."""
    tried = (Notification.state == WAITING, Notification.attempts >= TROUBLED_AFTER)
    rows = session.execute(
        select(Notification, Channel.name, Person.display_name_zh, Person.display_name_en)
        .outerjoin(Channel, Channel.id == Notification.channel_id)
        .outerjoin(Person, Person.id == Notification.person_id)
        .where(Notification.project_id == project_id, *tried, Notification.last_error.is_not(None))
        .order_by(Notification.created_at, Notification.id)
        .limit(MOST)
    )
    return [_shown(row, channel, zh, en) for row, channel, zh, en in rows]


def _shown(row: Notification, channel: str | None, zh: str | None, en: str | None) -> FailingMessage:
    trouble, detail = trouble_of(row.last_error)
    return FailingMessage(
        id=row.id,
        kind=row.kind,
        ticket_id=row.ticket_id,
        number=row.args.get("number"),
        to_zh=channel or zh,
        to_en=channel or en,
        since=row.created_at,
        attempts=row.attempts,
        next_at=row.due_at,
        trouble=trouble,
        detail=detail,
    )
