"""A phone that may hold work and is not heard of: the project's supervisors are told (watchdog), once each day."""

from marshmallow import Schema, fields, validate

from server.models import Person
from server.notifications.notify import notify_of_project
from server.notifications.people import supervisors
from server.operations.fields import MAX_WHOLE, an_id, text
from server.sync.parked import Parked
from server.sync.registry import SERVER_ONLY, event
from server.sync.wire import device_field
from server.sync.work import Work

_COUNT = validate.Range(min=0, max=MAX_WHOLE)


class WarnOfPhone(Schema):
    """`hours`: unheard of for so long; `rounds`: of which work may be on it alone."""

    device_id = device_field()
    person_id = an_id()
    label = text(most=200)
    hours = fields.Integer(required=True, strict=True, validate=_COUNT)
    rounds = fields.Integer(required=True, strict=True, validate=_COUNT)


@event("warn_of_phone", roles=SERVER_ONLY, doc_type="project", args=WarnOfPhone())
def warn_of_phone(work: Work) -> None:
    """The message is the operation's, which is one for each phone and day."""
    person = work.books.session.get(Person, work.args["person_id"])
    if person is None:
        raise Parked("invalid", "unknown_reference", type="person", doc=work.args["person_id"])
    who = {"who_zh": person.display_name_zh, "who_en": person.display_name_en, "person_id": person.id}
    told = {name: work.args[name] for name in ("label", "hours", "rounds")}
    notify_of_project(
        work, key=f"phone_unseen/{work.op}", kind="phone_unseen", people=supervisors(work), args={**who, **told}
    )
