"""What the phone has to know of this server: its limits, and the origins of its labels."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from server.config import current_config
from server.sync import wire
from server.sync.checked import MAX_OPERATION_BYTES
from server.sync.upconversion import SCHEMA_VERSION
from server.version import VERSION

blueprint = Blueprint("config", __name__, url_prefix="/api/config")


class ConfigSchema(Schema):
    protocol = fields.String(required=True)
    version = fields.String(required=True)
    schema = fields.Integer(required=True)
    max_photo_bytes = fields.Integer(required=True)
    max_photo_pixels = fields.Integer(required=True)
    max_chunk_bytes = fields.Integer(required=True)
    max_operation_bytes = fields.Integer(required=True)
    max_push_operations = fields.Integer(required=True)
    max_push_bytes = fields.Integer(required=True)
    max_page_bytes = fields.Integer(required=True)
    tag_origin = fields.String(required=True)
    tag_origins_old = fields.List(fields.String(), required=True)


@blueprint.get("")
@blueprint.response(200, ConfigSchema)
def get_config() -> dict[str, Any]:
    """The limits that the phone keeps to, and the origins whose labels are ours."""
    config = current_config()
    return {
        "protocol": wire.PROTOCOL,
        "version": VERSION,
        "schema": SCHEMA_VERSION,
        "max_photo_bytes": config.max_photo_bytes,
        "max_photo_pixels": config.max_photo_pixels,
        "max_chunk_bytes": config.max_chunk_bytes,
        "max_operation_bytes": MAX_OPERATION_BYTES,
        "max_push_operations": wire.MAX_OPERATIONS,
        "max_push_bytes": wire.MAX_PUSH_BYTES,
        "max_page_bytes": wire.MAX_PAGE_BYTES,
        "tag_origin": config.tag_origin,
        "tag_origins_old": config.tag_origins_old,
    }
