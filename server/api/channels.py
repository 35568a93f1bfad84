"""Where a project's messages go, for its supervisors. Addresses and secrets stay on the server."""

from typing import Any
from urllib.parse import urlsplit

from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate
from sqlalchemy import func, select

from server.config import current_config
from server.database import reading
from server.errors import NotFound
from server.models import Channel, Notification
from server.operations.channels import CHANNEL_KINDS
from server.signed_in import signed_in
from server.sync.rights import grants_of
from server.sync.wire import PROTOCOL, IdField

blueprint = Blueprint("channels", __name__, url_prefix="/api/projects")


class ChannelSchema(Schema):
    """One channel. `host` is all that is told of its address."""

    id = IdField()
    kind = fields.String(validate=validate.OneOf(CHANNEL_KINDS))
    name = fields.String()
    host = fields.String(metadata={"description": "where the address leads; the rest of it stays on the server"})
    has_secret = fields.Boolean()
    language = fields.String()
    kinds = fields.List(fields.String(), metadata={"description": "which messages; empty: all of them"})
    least_severity = fields.Integer(metadata={"description": "tickets of this severity and worse ones"})
    created_at = fields.String()
    disabled_at = fields.String(allow_none=True)
    last_sent_at = fields.String(allow_none=True)
    waiting = fields.Integer(metadata={"description": "how many messages have not gone out"})


class Channels(Schema):
    protocol = fields.String()
    mail = fields.Boolean(metadata={"description": "whether this server sends e-mail at all"})
    channels = fields.List(fields.Nested(ChannelSchema))


@blueprint.get("/<uuid:project_id>/channels")
@blueprint.alt_response(200, schema=Channels)
def list_channels(project_id: object) -> dict[str, Any]:
    """The project's channels, those switched off too, by name; for supervisors."""
    person = signed_in()
    with reading() as session:
        if "supervisor" not in grants_of(session, person.person_id).get(str(project_id), frozenset()):
            raise NotFound
        own = select(Channel).where(Channel.project_id == str(project_id)).order_by(Channel.name, Channel.id)
        waiting = func.count().filter(Notification.state == "waiting")
        figures = {
            row.channel_id: (row.waiting, row.last)
            for row in session.execute(
                select(Notification.channel_id, waiting.label("waiting"), func.max(Notification.sent_at).label("last"))
                .where(Notification.project_id == str(project_id), Notification.channel_id.is_not(None))
                .group_by(Notification.channel_id)
            )
        }
        channels = [_shown(row, *figures.get(row.id, (0, None))) for row in session.scalars(own)]
    return {"protocol": PROTOCOL, "mail": bool(current_config().smtp_host), "channels": channels}


def _shown(channel: Channel, waiting: int, last_sent_at: str | None) -> dict[str, Any]:
    names = ("id", "kind", "name", "language", "kinds", "least_severity", "created_at", "disabled_at")
    return {
        **{name: getattr(channel, name) for name in names},
        "host": host_of(channel),
        "has_secret": channel.secret is not None,
        "last_sent_at": last_sent_at,
        "waiting": waiting,
    }


def host_of(channel: Channel) -> str:
    """Apprise has keys where others have hosts: of those only the scheme is told."""
    if channel.kind == "apprise":
        return channel.address.partition(":")[0] + ":"
    return urlsplit(channel.address).hostname or ""
