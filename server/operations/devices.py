"""Taking a device's rights away when it is lost, and giving them back. What it holds unsent is not lost with it."""

from marshmallow import Schema

from server.models import Device, Grant
from server.operations.fields import an_id, text
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, decision
from server.sync.wire import device_field
from server.sync.work import Work


class RevokeDevice(Schema):
    """`project_id`: the project whose supervisor does it; the command line needs none."""

    device_id = device_field()
    project_id = an_id(required=False)
    reason = text(required=True, most=500)


class ReadmitDevice(Schema):
    device_id = device_field()
    project_id = an_id(required=False)


def _project_named(work: Work) -> str | None:
    project_id = work.args.get("project_id")
    return work.books.need("project", project_id).id if project_id else None


def _device(work: Work) -> Device:
    """One of somebody who has a role in that project; any other is not there."""
    device = work.books.session.get(Device, work.args["device_id"], with_for_update=True)
    if device is None or not (work.actor.is_server or _works_here(work, device.person_id)):
        raise Parked("invalid", "unknown_reference", type="device", doc=work.args["device_id"])
    return device


def _works_here(work: Work, person_id: str) -> bool:
    grant = work.books.session.get(Grant, (person_id, work.project_id))
    return grant is not None and bool(grant.roles)


@decision("revoke_device", roles=SUPERVISORS, args=RevokeDevice(), project_of=_project_named)
def revoke_device(work: Work) -> None:
    """From now on it may hand in its work, which parks, and nothing else; its next contact wipes what it shows."""
    device = _device(work)
    if device.id == work.actor.device_id:
        raise Parked("invalid", "device_in_hand")
    device.revoked_at = device.revoked_at or work.now


@decision("readmit_device", roles=SUPERVISORS, args=ReadmitDevice(), project_of=_project_named)
def readmit_device(work: Work) -> None:
    """It was found: it syncs as before. What it handed in meanwhile stays parked until a person settles it."""
    _device(work).revoked_at = None
