"""Writing messages: one notice per person in the app, one row per address outside of it, each once for its key.

They are written in the transaction of what they tell of, so that nothing is told that did not happen, and nothing that
happened is not told. Ids follow from the key: told again (a second consumer, a restore) it is the same row.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from server.config import current_config
from server.jobs.queue import insert_job, job_row
from server.language import DEFAULT_LANGUAGE
from server.models import Channel, Notification, Person, Preference, Project
from server.models.types import instant_text, parse_instant
from server.notifications.facts import facts_of
from server.notifications.kinds import KindOfMessage
from server.rules.ids import natural_id
from server.rules.quiet_hours import quiet_until
from server.sync.document import Document
from server.sync.feed import dialect_insert
from server.sync.work import Work

LEAST = 4  # severity of what was not graded: every channel that asks for IV hears of it
WAITING, SENT, WITHDRAWN = "waiting", "sent", "withdrawn"
JOB = "send_notification"


def notify(
    work: Work,
    *,
    key: str,
    kind: KindOfMessage,
    ticket: Document,
    people: Iterable[str],
    args: Mapping[str, Any] | None = None,
    urgent: bool | None = None,
) -> None:
    """Tell these people, and the project's channels that asked for this kind, once for this key.

    `key` names the occasion, e.g. `assigned/<operation>`; a second call with it tells nobody twice. Who did it is not
    told of it. `urgent` (severity I unless it is said) is told also in a person's quiet hours.
    """
    is_urgent = ticket["severity"] == 1 if urgent is None else urgent
    told = {**facts_of(work, ticket), **(args or {})}
    message: dict[str, Any] = {"kind": kind, "ticket_id": ticket.id, "args": told, "urgent": is_urgent}
    for person_id in sorted(set(people) - {work.person}):
        _tell_person(work, key, person_id, message)
    severity = ticket["severity"] or LEAST
    for channel in _channels(work, kind, severity):
        write_row(work, f"{key}/channel/{channel.id}", message, channel_id=channel.id, language=channel.language)


def notify_of_project(
    work: Work, *, key: str, kind: KindOfMessage, people: Iterable[str], args: Mapping[str, Any]
) -> None:
    """Tell these people, and the channels that asked for this kind, of something that is about no ticket."""
    message: dict[str, Any] = {"kind": kind, "ticket_id": None, "args": dict(args), "urgent": False}
    for person_id in sorted(set(people) - {work.person}):
        _tell_person(work, key, person_id, message)
    for channel in _channels(work, kind, LEAST):
        write_row(work, f"{key}/channel/{channel.id}", message, channel_id=channel.id, language=channel.language)


def notify_address(
    work: Work,
    *,
    key: str,
    kind: KindOfMessage,
    ticket: Document,
    address: str,
    language: str = DEFAULT_LANGUAGE,
    args: Mapping[str, Any] | None = None,
) -> bool:
    """Tell somebody without an account by e-mail; false where this server sends none."""
    if not current_config().smtp_host:
        return False
    told = {**facts_of(work, ticket), **(args or {})}
    message = {"kind": kind, "ticket_id": ticket.id, "args": told, "urgent": False}
    write_row(work, f"{key}/address/{natural_id('address', address)}", message, address=address, language=language)
    return True


def write_row(work: Work, key: str, message: Mapping[str, Any], due_at: str | None = None, **fields: Any) -> None:
    """One message for outside, and the job that sends it; both are there when the transaction is."""
    row = {"channel_id": None, "person_id": None, "address": None, **message, **fields}
    row_id = natural_id("notification", key)
    due_at = due_at or work.now
    row |= {"id": row_id, "key": key, "project_id": work.project_id, "state": WAITING, "due_at": due_at}
    row |= {"created_at": work.now, "attempts": 0}
    session = work.books.session
    work.books.at_end(dialect_insert(session)(Notification).on_conflict_do_nothing(), row)
    work.books.at_end(insert_job(session), job_row(JOB, {"notification": row_id}, parse_instant(due_at), key=_job(key)))


def _job(key: str) -> str:
    return f"notification/{natural_id('notification', key)}"


def _tell_person(work: Work, key: str, person_id: str, message: Mapping[str, Any]) -> None:
    person = work.books.session.get(Person, person_id)
    if person is None:
        return
    notice_id = work.by_rule("notice", key, person_id)
    if work.books.get("notice", notice_id) is not None:
        return
    wish = work.books.session.scalars(select(Preference).where(Preference.person_id == person_id)).one_or_none()
    quiet = None if message["urgent"] or wish is None else _quiet(work, wish)
    args = {**message["args"], "quiet": True} if quiet else message["args"]
    own = {"person_id": person_id, "subject_project_id": work.project_id, "at": work.now, "args": args}
    work.books.insert("notice", notice_id, None, {**message, **own})
    if wish is not None and wish.email and current_config().smtp_host:
        language = wish.language or person.language
        write_row(work, f"{key}/mail/{person_id}", message, due_at=quiet, person_id=person_id, language=language)


def _quiet(work: Work, wish: Preference) -> str | None:
    zone = work.books.session.scalars(select(Project.time_zone).where(Project.id == work.project_id)).one()
    end = quiet_until(parse_instant(work.now), wish.quiet_from, wish.quiet_to, zone)
    return instant_text(end) if end else None


def _channels(work: Work, kind: str, severity: int) -> list[Channel]:
    """Those in use that asked for this kind (none named: for all) and for this severity or a lesser one."""
    in_use = (Channel.project_id == work.project_id, Channel.disabled_at.is_(None), Channel.least_severity >= severity)
    rows = work.books.session.scalars(select(Channel).where(*in_use).order_by(Channel.id))
    return [row for row in rows if not row.kinds or kind in row.kinds]
