"""Who is told of what in a story: people on duty with e-mail, a robot, a webhook; set up by operations."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import uuid_utils
from sqlalchemy import select

from server.database import reading
from server.demo.bookkeeping import ACTOR, acting, hand_in
from server.demo.people import BY_SIGN_IN
from server.demo.project import PROJECT_ID
from server.demo.wire import Moment, Operation
from server.models import Channel, Notification
from server.models.types import instant_text
from server.rules.ids import natural_id
from server.sync.actor import Actor
from tests.e2e.clocked_server import ClockedServer
from tests.support.mail_server import MailServer
from tests.support.receiver import Receiver

ROBOT, HOOK = "/robot", "/hook"


def mail_of(sign_in: str) -> str:
    return f"{sign_in}@example.com"


def is_on_duty(server: ClockedServer, sign_in: str, start: datetime, hours: int) -> None:
    ends = start + timedelta(hours=hours)
    times = {"starts_at": instant_text(start), "ends_at": instant_text(ends)}
    shift = {"person_id": BY_SIGN_IN[sign_in].id, "duty": "first", **times}
    edit = {"doc": _fresh(), "type": "shift", "key": {"project_id": PROJECT_ID}, "set": shift, "was": {}}
    _hand_in(server, ACTOR, [_moment(server).edit("plan_shift", sign_in, edits=[edit])])


def wants_mail(server: ClockedServer, sign_in: str) -> None:
    person = BY_SIGN_IN[sign_in].id
    doc = natural_id("preference", person)
    wish = {"email": mail_of(sign_in)}
    edit = {"doc": doc, "type": "preference", "key": {"person_id": person}, "set": wish, "was": {}}
    with server.app.app_context():
        actor = acting(person)
    _hand_in(server, actor, [_moment(server).edit("set_preference", sign_in, edits=[edit])])


def has_channel(server: ClockedServer, kind: str, address: str, secret: str | None = None) -> None:
    """Named like its kind, told of everything."""
    args: dict[str, Any] = {
        "project_id": PROJECT_ID,
        "channel_id": _fresh(),
        "kind": kind,
        "name": kind,
        "address": address,
    }
    args |= {"secret": secret, "language": "zh-CN", "kinds": [], "least_severity": 4}
    _hand_in(server, ACTOR, [_moment(server).decide("change_channel", kind, doc=None, args=args)])


def told(server: ClockedServer, ticket_id: str) -> Counter[tuple[str, str]]:
    """How often who was told what of a ticket outside of the app: {(sign-in or channel, kind of message): n}."""
    people = {person.id: sign_in for sign_in, person in BY_SIGN_IN.items()}
    with server.app.app_context(), reading() as session:
        channels = {row.id: row.name for row in session.scalars(select(Channel))}
        rows = list(session.scalars(select(Notification).filter_by(ticket_id=ticket_id)))
    assert {row.state for row in rows} <= {"sent"}, [row.last_error for row in rows]
    return Counter(
        (people.get(row.person_id or "") or channels.get(row.channel_id or "", ""), row.kind) for row in rows
    )


def came_once(server: ClockedServer, mail: MailServer, group: Receiver) -> None:
    """Whatever is in the books of any ticket came, once, at the receiver that it was for."""
    with server.app.app_context(), reading() as session:
        kinds = {row.id: row.kind for row in session.scalars(select(Channel))}
        rows = list(session.scalars(select(Notification)))
    letters = [str(letter["Message-ID"]).partition("@")[0].strip("<") for letter in mail.letters]
    hooks = [call.headers["webhook-id"] for call in group.calls if call.path == HOOK]
    texts = [call.json["text"]["content"] for call in group.calls if call.path == ROBOT]
    assert sorted(letters) == sorted(row.id for row in rows if row.person_id)
    assert sorted(hooks) == sorted(row.id for row in rows if kinds.get(row.channel_id or "") == "webhook")
    assert len(texts) == sum(kinds.get(row.channel_id or "") == "wecom" for row in rows)


def _moment(server: ClockedServer) -> Moment:
    return Moment(server.clock.now())


def _fresh() -> str:
    return str(uuid_utils.uuid7())


def _hand_in(server: ClockedServer, actor: Actor, operations: list[Operation]) -> None:
    with server.app.app_context():
        hand_in(actor, operations, at=server.clock.now())
