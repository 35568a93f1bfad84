"""Taking a device's rights away when it is lost, and giving them back. What it holds unsent is not lost with it."""

from marshmallow import Schema, fields, validate

from server.models import Device
from server.operations.fields import text
from server.sync.parked import Parked
from server.sync.registry import SERVER_ONLY, decision
from server.sync.wire import device_field
from server.sync.work import Work


class RevokeDevice(Schema):
    device_id = device_field()
    reason = text(required=True, most=500)


class ReadmitDevice(Schema):
    device_id = fields.String(required=True, validate=validate.Length(max=40))


def _device(work: Work) -> Device:
    device = work.books.session.get(Device, work.args["device_id"], with_for_update=True)
    if device is None:
        raise Parked("invalid", "unknown_reference", type="device", doc=work.args["device_id"])
    return device


@decision("revoke_device", roles=SERVER_ONLY, args=RevokeDevice())
def revoke_device(work: Work) -> None:
    """From now on it may hand in its work, which parks, and nothing else; its next contact wipes what it shows."""
    device = _device(work)
    device.revoked_at = device.revoked_at or work.now


@decision("readmit_device", roles=SERVER_ONLY, args=ReadmitDevice())
def readmit_device(work: Work) -> None:
    """It was found: it syncs as before. What it handed in meanwhile stays parked until a person settles it."""
    _device(work).revoked_at = None
