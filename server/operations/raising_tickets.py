"""Tickets that no round raised: registered by the desk, met by an engineer, reported by the client (T1)."""

from typing import Any, Final

from marshmallow import Schema, fields, validate

from server.operations.events import add_ticket_event, tell_ticket
from server.operations.fields import InstantField, an_id, one_of, severity, text, words
from server.operations.folding_tickets import fold_ticket
from server.operations.named_ticket import named_ticket, project_of_ticket
from server.operations.newest_policy import newest_policy
from server.operations.numbering import promise_of_ticket, ticket_number
from server.operations.ticket_news import tell_of_raising
from server.operations.ticket_steps import COMPLEXITIES
from server.sync.parked import Parked
from server.sync.registry import STAFF, event
from server.sync.work import Work

SOURCES = ("call", "letter", "email", "visit", "client", "bulletin", "engineer")
KINDS = (
    "power", "network", "hardware", "virus", "mail_virus", "denial_of_service", "exploit", "malicious_code",
    "human_error", "application", "other", "inquiry",
)  # fmt: skip
ANSWERED_AT_ONCE: Final = {"call": "phone", "visit": "site", "engineer": "site"}
"""Whoever registers it is speaking to the reporter, or stands before the fault themselves."""
CLIENTS = frozenset({"client"})
MAX_TITLE = 120


class RaiseTicket(Schema):
    project_id = an_id()
    source = one_of(*SOURCES, required=True)
    title = words(most=MAX_TITLE)
    description = text()
    asset_id = an_id(required=False)
    place_id = an_id(required=False)
    kind = one_of(*KINDS)
    suggested_severity = severity()
    severity = severity()
    severity_reason = text()
    complexity = one_of(*COMPLEXITIES)
    found_at = InstantField(allow_none=True, load_default=None)
    elsewhere = fields.Boolean(load_default=False)
    reporter_name = text(most=100)
    reporter_phone = text(most=40)
    remote_tried = one_of("none", "solved", "not_solved")
    remote_result = text()


class ReportFault(Schema):
    project_id = an_id()
    title = words(most=MAX_TITLE)
    description = text()
    code = fields.String(allow_none=True, load_default=None, validate=validate.Length(max=40))
    reporter_name = text(most=100)
    reporter_phone = text(most=40)


class ReportAgain(Schema):
    caller_name = text(most=100)
    caller_phone = text(most=40)
    text = text(required=True)


def _project_named(work: Work) -> str | None:
    return work.books.need("project", work.args["project_id"]).id


@event("raise_ticket", roles=STAFF, doc_type="ticket", args=RaiseTicket(), project_of=_project_named, makes_doc=True)
def raise_ticket(work: Work) -> None:
    """Register a fault or a question; who has to do it is decided after that (assign_ticket)."""
    given = {name: value for name, value in work.args.items() if name not in ("project_id", "title")}
    work.require("asset", given["asset_id"])
    work.require("place", given["place_id"])
    _raise(work, **given)


@event("report_fault", roles=CLIENTS, doc_type="ticket", args=ReportFault(), project_of=_project_named, makes_doc=True)
def report_fault(work: Work) -> None:
    """The client reports by themselves; a tag's code tells which equipment. The desk grades it."""
    code = work.args["code"]
    tags = work.books.look("tag", project_id=work.project_id, code=code) if code else []
    told = {name: work.args.get(name) for name in ("description", "reporter_name", "reporter_phone")}
    asset_id = tags[0]["asset_id"] if tags else None
    _raise(work, source="client", asset_id=asset_id, **told)
    _register(work, asset_id)


def _register(work: Work, asset_id: str | None) -> None:
    """What came through the app stands in the register beside calls and letters (T1)."""
    said = [work.args["title"], work.args.get("description")]
    work.insert(
        "contact",
        work.by_rule("contact", work.doc_id, work.op),
        channel="app",
        contacted_at=work.at,
        caller_name=work.args.get("reporter_name"),
        caller_phone=work.args.get("reporter_phone"),
        asset_id=asset_id,
        ticket_id=work.doc_id,
        text="\n".join(part for part in said if part),
        registered_at=work.now,
    )


@event("report_again", roles=STAFF, doc_type="ticket", args=ReportAgain(), project_of=project_of_ticket)
def report_again(work: Work) -> None:
    """Somebody gets in touch about a fault whose ticket is known: no second one is opened."""
    add_ticket_event(work, named_ticket(work).id, "reported_again", dict(work.args))


def _raise(work: Work, **given: Any) -> None:
    if work.books.get("ticket", work.doc_id) is not None:
        raise Parked("invalid", "id_not_fresh", type="ticket", doc=work.doc_id)
    before = work.promised(promise_of_ticket(work.doc_id)) or {}
    opened_at = before.get("opened_at", work.now)
    found_at = min(given.get("found_at") or work.at, opened_at)
    title = work.args["title"]
    ticket = work.insert_named(
        "ticket",
        work.doc_id,
        **{
            **given,
            "number": ticket_number(work, before.get("number")),
            "check_key": f"own:{work.doc_id}",
            "title_zh": title,
            "title_en": title,
            "opened_at": opened_at,
            "found_at": found_at,
            "policy_id": newest_policy(work, opened_at),
            "state": "raised",
            "is_open": True,
            "separate": False,
        },
    )
    work.came.append(ticket.id)
    work.record.docs[ticket.id] = ticket
    work.made(promise_of_ticket(ticket.id), number=ticket["number"], opened_at=opened_at)
    grade = {name: ticket[name] for name in ("severity", "complexity", "source", "remote_tried", "remote_result")}
    add_ticket_event(work, ticket.id, "raised", {**grade, "text": ticket["description"]})
    how = ANSWERED_AT_ONCE.get(ticket["source"])
    if how is not None:
        tell_ticket(work, ticket.id, "answered", ticket.id, {"how": how, "at_registration": True})
    fold_ticket(work, ticket)
    tell_of_raising(work, ticket)
