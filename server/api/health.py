"""Whether this server can do its work: for load balancers and for people."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields
from sqlalchemy import text

from server.backup.durable import has_policy
from server.clock import now
from server.config import current_config
from server.database import reading
from server.models.types import instant_text
from server.version import VERSION

blueprint = Blueprint("health", __name__, url_prefix="/api/health")


class HealthSchema(Schema):
    status = fields.String(required=True)
    version = fields.String(required=True)
    server_time = fields.String(required=True)
    phones_keep_until = fields.String(
        required=True,
        metadata={"description": "committed: no backup policy; backed_up: until a completed backup contains it"},
    )


@blueprint.get("")
@blueprint.response(200, HealthSchema)
def get_health() -> dict[str, Any]:
    """Fine when the database answers; 503 when it does not."""
    with reading() as session:
        session.execute(text("SELECT 1"))
    kept = "backed_up" if has_policy(current_config()) else "committed"
    return {"status": "fine", "version": VERSION, "server_time": instant_text(now()), "phones_keep_until": kept}
