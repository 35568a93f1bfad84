"""A ticket in a world, and an operation that tells people of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from marshmallow import Schema, fields
from sqlalchemy import select

from server.database import reading, writing
from server.models import Channel, Notification, Preference
from server.models.types import instant_text
from server.notifications import notify
from server.rules.ids import natural_id, ticket_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from server.sync.parked import Parked
from server.sync.registry import REGISTRY, SERVER_ONLY, event
from server.sync.work import Work
from tests.support.clock import FakeClock
from tests.support.mail_server import MailServer, serving_mail
from tests.support.receiver import Receiver, receiving
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world, new_id, operation

Outbox = Callable[[], list[Notification]]
PhoneOf = Callable[[str], WirePhone]
Tells = Callable[..., str]


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def phone_of(app: Flask, clock: FakeClock, world: World) -> PhoneOf:
    return lambda name: WirePhone(app.test_client(), clock, world, name).sign_in().pull()


@pytest.fixture
def ticket(phone_of: PhoneOf, world: World) -> str:
    """A fault of severity III on the UPS, found by the engineer."""
    phone = phone_of("engineer")
    phone.answers(world.ups, "fan", value="abnormal", severity=2, actual="风扇停转")
    ticket = ticket_id(world.round, world.ups, "fan")
    edit = {"doc": ticket, "type": "ticket", "set": {"severity": 3}, "was": {"severity": []}}
    assert phone.does("grade_ticket", edits=[edit])["outcome"] in ("applied", "conflict")
    return ticket


class Told(Schema):
    key = fields.String(required=True)
    kind = fields.String(load_default="near")
    people = fields.List(fields.String(), load_default=list)
    urgent = fields.Boolean(load_default=False, allow_none=True)
    args = fields.Dict(load_default=dict)
    fails = fields.Boolean(load_default=False)


@pytest.fixture
def tells(app: Flask, clock: FakeClock, ticket: str) -> Iterator[Tells]:
    """`tells("key", people=[…])` applies an operation of a job that does nothing but tell."""

    @event("tell_in_a_test", roles=SERVER_ONLY, doc_type="ticket", args=Told())
    def tell(work: Work) -> None:
        args = work.args
        named = {name: args[name] for name in ("key", "kind", "people", "args", "urgent")}
        notify(work, ticket=work.doc(), **named)
        if args["fails"]:
            raise Parked("invalid", "set_aside")

    def apply(key: str, **args: Any) -> str:
        made = operation("tell_in_a_test", clock, doc=ticket, args={"key": key, **args}, after=[])
        with app.app_context():
            (answered,) = apply_operations(Actor("job", "test"), [made])
        return answered.record.outcome

    yield apply
    del REGISTRY["tell_in_a_test"]


@pytest.fixture
def outbox(app: Flask) -> Callable[[], list[Notification]]:
    """The rows for outside, by key."""

    def read() -> list[Notification]:
        with app.app_context(), reading() as session:
            return list(session.scalars(select(Notification).order_by(Notification.key)))

    return read


@pytest.fixture
def wishes(app: Flask, world: World) -> Callable[..., None]:
    """`wishes("engineer", email=…)`: how a person wants to be told."""

    def keep(name: str, **fields_: Any) -> None:
        person = world.people[name]
        with app.app_context(), writing() as session:
            row = Preference(id=natural_id("preference", person), person_id=person, writers={}, rev=1, **fields_)
            session.merge(row)

    return keep


@pytest.fixture
def channel(app: Flask, clock: FakeClock, world: World) -> Callable[..., str]:
    """`channel(kind="webhook", address=…)`: one of the home project."""

    def make(**fields_: Any) -> str:
        given = {"kind": "webhook", "name": "群", "address": "https://hooks.example.com/1", "language": "zh-CN"}
        more = {"kinds": [], "least_severity": 4, "project_id": world.project, **given, **fields_}
        row = Channel(**{"id": new_id(), "created_at": instant_text(clock.now()), **more})
        with app.app_context(), writing() as session:
            return session.merge(row).id

    return make


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    with serving_mail() as found:
        yield found
