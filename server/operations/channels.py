"""Where a project's messages go besides its people: set, tried and switched off by a supervisor."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from server.language import LANGUAGES
from server.models import Channel
from server.notifications.kinds import KINDS
from server.notifications.notify import write_row
from server.notifications.sending.receivers import split_address
from server.notifications.sending.webhook import key_of
from server.operations.fields import SEVERITIES, an_id, one_of, words
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, decision
from server.sync.wire import is_fresh
from server.sync.work import Work

CHANNEL_KINDS = ("wecom", "dingtalk", "feishu", "webhook", "apprise")
MOST_CHARACTERS = 2_000


class ChangeChannel(Schema):
    """`address` and `secret` are the server's alone once they are set: absent, they stay as they are."""

    project_id = an_id()
    channel_id = an_id()
    kind = one_of(*CHANNEL_KINDS, required=True)
    name = words(most=60)
    address = fields.String(validate=validate.Length(min=1, max=MOST_CHARACTERS))
    secret = fields.String(allow_none=True, validate=validate.Length(min=1, max=200))
    language = one_of(*LANGUAGES, required=True)
    kinds = fields.List(one_of(*KINDS, required=True), required=True, validate=validate.Length(max=len(KINDS)))
    least_severity = one_of(*SEVERITIES, required=True)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        address, secret = data.get("address"), data.get("secret")
        if address is not None and data["kind"] != "apprise" and split_address(address) is None:
            raise ValidationError("a web address", "address")
        if data["kind"] == "webhook" and secret is not None and key_of(secret) is None:
            raise ValidationError("whsec_ and 24 to 64 bytes in base64", "secret")


class NamedChannel(Schema):
    project_id = an_id()
    channel_id = an_id()


def _project_named(work: Work) -> str:
    return work.books.need("project", work.args["project_id"]).id


def _channel(work: Work) -> Channel:
    channel = work.books.session.get(Channel, work.args["channel_id"], with_for_update=True)
    if channel is None or channel.project_id != work.project_id:
        raise Parked("forbidden", "unknown_document", type="channel", doc=work.args["channel_id"])
    return channel


@decision("change_channel", roles=SUPERVISORS, args=ChangeChannel(), project_of=_project_named)
def change_channel(work: Work) -> None:
    """Set up, or set anew; one that was switched off works again. Another address does not inherit the old secret."""
    session, args = work.books.session, work.args
    channel = session.get(Channel, args["channel_id"], with_for_update=True)
    given = {name: args[name] for name in ("kind", "name", "language", "kinds", "least_severity")}
    if channel is None:
        if "address" not in args:
            raise Parked("invalid", "fields_missing", fields=["address"])
        if work.actor.is_remote and not is_fresh(args["channel_id"]):
            raise Parked("invalid", "id_not_fresh", type="channel", doc=args["channel_id"])
        given |= {"id": args["channel_id"], "project_id": work.project_id, "created_at": work.now}
        session.add(Channel(**given, address=args["address"], secret=args.get("secret")))
        session.flush()
        return
    channel = _channel(work)
    for name, value in given.items():
        setattr(channel, name, value)
    if "address" in args and args["address"] != channel.address:
        channel.address, channel.secret = args["address"], None
    if "secret" in args:
        channel.secret = args["secret"]
    channel.disabled_at = None
    session.flush()


@decision("disable_channel", roles=SUPERVISORS, args=NamedChannel(), project_of=_project_named)
def disable_channel(work: Work) -> None:
    """Nothing goes there any more, what is waiting included."""
    channel = _channel(work)
    channel.disabled_at = channel.disabled_at or work.now
    work.books.session.flush()


@decision("test_channel", roles=SUPERVISORS, args=NamedChannel(), project_of=_project_named)
def test_channel(work: Work) -> None:
    """Send it a trial message, on the way that all messages go."""
    channel = _channel(work)
    if channel.disabled_at is not None:
        raise Parked("stale", "channel_disabled")
    message = {"kind": "trial", "ticket_id": None, "args": {"name": channel.name}, "urgent": False}
    write_row(work, f"trial/{work.op}", message, channel_id=channel.id, language=channel.language)
