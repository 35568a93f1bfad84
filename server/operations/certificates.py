"""Certificates of a project's people (S5): what, by whom, for which equipment, until when."""

from marshmallow import Schema, fields, validate

from server.operations.fields import (
    CATEGORIES,
    DayField,
    InstantField,
    ProjectKey,
    an_id,
    one_of,
    sha256,
    text,
    words,
)
from server.operations.projects import partial
from server.rules.ids import member_id
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, EditTarget, edit
from server.sync.work import Work


class CertificateFields(Schema):
    """`expires_on` null: for good. `withdrawn_at`: entered by mistake, or no longer held."""

    name = words()
    number = text(most=200)
    issuer = text(most=200)
    categories = fields.List(one_of(*CATEGORIES, required=True), validate=validate.Length(max=len(CATEGORIES)))
    issued_on = DayField(allow_none=True)
    expires_on = DayField(allow_none=True)
    photo_hash = sha256(required=False)
    withdrawn_at = InstantField(allow_none=True)


class CertificateKey(ProjectKey):
    """Whose it is, for good."""

    person_id = an_id()


def _is_sound(work: Work) -> None:
    """A member's, and it does not end before it begins."""
    assert work.project_id is not None
    for each in work.checked.edits:
        held = work.books.need("certificate", each.doc)
        if work.books.get("member", member_id(work.project_id, held["person_id"])) is None:
            raise Parked("invalid", "unknown_reference", type="member", doc=held["person_id"])
        if held["issued_on"] and held["expires_on"] and held["expires_on"] < held["issued_on"]:
            raise Parked("invalid", "certificate_ends_first")


edit(
    "describe_certificate",
    roles=SUPERVISORS,
    targets={"certificate": EditTarget(partial(CertificateFields), CertificateKey())},
    effect=_is_sound,
)
