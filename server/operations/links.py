"""Links into one ticket for somebody without an account: made and revoked at the desk (T6, T9)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from marshmallow import Schema, fields, validate
from sqlalchemy import insert, update

from server.config import current_config
from server.language import LANGUAGES, Sentence
from server.links.pack import case_pack
from server.links.tokens import token_hash, token_of
from server.models import TicketLink
from server.models.types import instant_text, parse_instant
from server.notifications import notify_address
from server.notifications.kinds import KindOfMessage
from server.operations.events import add_ticket_event
from server.operations.fields import MAIL_ADDRESS, an_id, one_of, text, words
from server.operations.folding_tickets import fold_ticket
from server.operations.named_ticket import named_ticket, project_of_ticket, seen_ticket
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import STAFF, decision
from server.sync.work import Work

MOST_DAYS = 30
_ASKED: Mapping[str, KindOfMessage] = {"confirm": "confirmation_asked", "vendor": "vendor_asked"}
CODE_FOLLOWS = Sentence(
    "打开后要填六位验证码，会另外告诉您。", "The page asks for a code of six digits, which you are told another way."
)


class MakeLink(Schema):
    """`answer_hours`: the vendor's own clock; `days`: how long the link opens; `email`: where its address is sent.

    The code never goes with the address: it is told another way.
    """

    purpose = one_of("confirm", "vendor", required=True)
    recipient = words(most=200)
    language = one_of(*LANGUAGES, required=True)
    days = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=MOST_DAYS))
    answer_hours = fields.Integer(
        allow_none=True, load_default=None, strict=True, validate=validate.Range(min=1, max=MOST_DAYS * 24)
    )
    question = text()
    email = fields.String(allow_none=True, load_default=None, validate=MAIL_ADDRESS)


class RevokeLink(Schema):
    link_id = an_id()
    reason = text(required=True, most=500)


@decision(
    "make_link",
    roles=STAFF,
    doc_type="ticket",
    args=MakeLink(),
    project_of=project_of_ticket,
    seen_set=seen_ticket,
)
def make_link(work: Work) -> None:
    """Freeze what the recipient may see, and open a way to it. Its id is the operation's."""
    ticket = named_ticket(work)
    purpose = work.args["purpose"]
    if purpose == "confirm" and ticket["state"] != "resolved":
        raise Parked("invalid", "not_resolved_yet")
    if work.args["email"] and not current_config().smtp_host:
        raise Parked("invalid", "no_mail_here")
    until = instant_text(parse_instant(work.now) + timedelta(days=work.args["days"]))
    values: dict[str, Any] = {
        "id": work.op,
        "ticket_id": ticket.id,
        "project_id": ticket.project_id,
        "purpose": purpose,
        "token_hash": token_hash(token_of(work.op)),
        "recipient": work.args["recipient"],
        "language": work.args["language"],
        "pack": case_pack(work.books, ticket, work.args.get("question")),
        "created_by": work.person,
        "created_at": work.now,
        "expires_at": until,
    }
    work.books.at_end(insert(TicketLink), values)
    told: dict[str, Any] = {"link": work.op, "recipient": work.args["recipient"], "until": until}
    if purpose == "vendor":
        hours = work.args["answer_hours"]
        due = instant_text(parse_instant(work.now) + timedelta(hours=hours)) if hours else None
        told |= {"question": work.args.get("question"), "due_at": due}
    add_ticket_event(work, ticket.id, _ASKED[purpose], told)
    fold_ticket(work, ticket)
    if work.args["email"]:
        _send(work, ticket)


def _send(work: Work, ticket: Document) -> None:
    """By e-mail, under the link's id: the address itself is made when it goes out, so that no table holds it."""
    language, question = work.args["language"], work.args.get("question")
    note = CODE_FOLLOWS.say(language)
    notify_address(
        work,
        key=f"link/{work.op}",
        kind=_ASKED[work.args["purpose"]],
        ticket=ticket,
        address=work.args["email"],
        language=language,
        args={"link_id": work.op, "text": f"{question}\n{note}" if question else note, "due_at": None},
    )


@decision(
    "revoke_link",
    roles=STAFF,
    doc_type="ticket",
    args=RevokeLink(),
    project_of=project_of_ticket,
    seen_set=seen_ticket,
)
def revoke_link(work: Work) -> None:
    """Close the way in. What came through it stays."""
    ticket = named_ticket(work)
    link = work.books.session.get(TicketLink, work.args["link_id"])
    if link is None or link.ticket_id != ticket.id:
        raise Parked("invalid", "unknown_reference", type="ticket_link", doc=work.args["link_id"])
    if link.revoked_at is not None:
        raise Parked("stale", "already_settled")
    change = update(TicketLink).where(TicketLink.id == link.id).values(revoked_at=work.now)
    work.books.session.execute(change)
    add_ticket_event(work, ticket.id, "link_revoked", {"link": link.id, "reason": work.args["reason"]})
