"""Operations on how people come to a project: a link is made, withdrawn, used once (S5)."""

from datetime import timedelta
from typing import Any

from marshmallow import Schema, fields, validate
from sqlalchemy import select

from server.joining.invitations import standing_of
from server.language import LANGUAGES
from server.models import Grant, Person
from server.models.types import instant_text, parse_instant
from server.operations.fields import an_id, one_of, sha256, text, words
from server.operations.membership import give_roles, new_person, refuse_taken_name, sign_in_name
from server.sync.actor import ROLES
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, decision
from server.sync.work import Work, seen_doc

MOST_DAYS = 30


class InvitePerson(Schema):
    """`token_hash`: hex SHA-256 of the link's token, which its maker alone knows; `days`: how long the link opens."""

    project_id = an_id()
    token_hash = sha256()
    roles = fields.List(one_of(*ROLES, required=True), required=True, validate=validate.Length(min=1, max=len(ROLES)))
    days = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=MOST_DAYS))
    person_id = an_id(required=False)
    display_name_zh = words(required=False)
    display_name_en = words(required=False)
    phone = text(most=40)


class RevokeInvitation(Schema):
    reason = text(most=500)


class AcceptInvitation(Schema):
    """`name` makes a new person of `person_id`; without it that person is here already."""

    person_id = an_id()
    name = sign_in_name(required=False)
    display_name_zh = words(required=False)
    display_name_en = words(required=False)
    language = one_of(*LANGUAGES)


def _project_named(work: Work) -> str:
    return work.books.need("project", work.args["project_id"]).id


@decision(
    "invite_person",
    roles=SUPERVISORS,
    doc_type="invitation",
    args=InvitePerson(),
    project_of=_project_named,
    makes_doc=True,
)
def invite_person(work: Work) -> None:
    """Open a way into the project, once. Who made it answers for it."""
    if work.books.get("invitation", work.doc_id) is not None:
        raise Parked("stale", "already_settled")
    asked = work.args
    for_whom = asked.get("person_id")
    if for_whom is not None:
        refuse_stranger(work, for_whom)
    values: dict[str, Any] = {name: asked.get(name) for name in ("display_name_zh", "display_name_en", "phone")}
    made = work.insert_named(
        "invitation",
        work.doc_id,
        **values,
        token_hash=asked["token_hash"],
        roles=sorted(set(asked["roles"])),
        person_id=for_whom,
        made_by=work.person,
        made_at=work.now,
        expires_at=instant_text(parse_instant(work.now) + timedelta(days=asked["days"])),
    )
    work.record.docs[made.id] = made


def refuse_stranger(work: Work, person_id: str) -> None:
    """Somebody whom the inviter works with in one of their projects: nobody else's id tells anything."""
    shared = select(Grant.person_id).where(Grant.person_id == person_id)
    if not work.actor.is_server:
        shared = shared.where(Grant.project_id.in_(work.actor.grants))
    if work.books.session.scalars(shared.limit(1)).first() is None:
        raise Parked("invalid", "unknown_reference", type="person", doc=person_id)


@decision("revoke_invitation", roles=SUPERVISORS, doc_type="invitation", args=RevokeInvitation(), seen_set=seen_doc)
def revoke_invitation(work: Work) -> None:
    """Close the way in. Who came by it stays."""
    invitation = work.doc()
    if invitation["used_at"] is not None or invitation["revoked_at"] is not None:
        raise Parked("stale", "already_settled")
    work.books.write(invitation, "revoked_at", work.now, [work.op])


@decision("accept_invitation", roles=frozenset({"link"}), doc_type="invitation", args=AcceptInvitation())
def accept_invitation(work: Work) -> None:
    """Whoever holds the link comes in: a new person, or one who is here and now has these roles as well."""
    invitation = work.doc()
    _still_good(work, invitation)
    person_id, name = work.args["person_id"], work.args.get("name")
    if invitation["person_id"] not in (None, person_id):
        raise Parked("forbidden", "invitation_for_another")
    if name is not None:
        refuse_taken_name(work, name)
        shown = {key: work.args.get(key) for key in ("display_name_zh", "display_name_en", "language")}
        new_person(work, {"person_id": person_id, "name": name, **_all_given(shown)})
    person = work.books.session.get(Person, person_id)
    if person is None:
        raise Parked("invalid", "unknown_reference", type="person", doc=person_id)
    give_roles(work, person, list(invitation["roles"]), phone=invitation["phone"])
    for field, value in (("used_at", work.now), ("used_by", person_id)):
        work.books.write(invitation, field, value, [work.op])


def _still_good(work: Work, invitation: Document) -> None:
    moments = {name: invitation[name] for name in ("used_at", "revoked_at", "expires_at")}
    standing = standing_of(**moments, now=work.now)
    if standing != "good":
        raise Parked("stale", f"invitation_{standing}")


def _all_given(shown: dict[str, Any]) -> dict[str, Any]:
    missing = sorted(name for name, value in shown.items() if not value)
    if missing:
        raise Parked("invalid", "fields_missing", fields=missing)
    return shown
