"""What a round's answers mean for tickets, carried out: the rule says what, this writes the rows (R4, T8)."""

from collections.abc import Iterable
from typing import Any

from server.models import TicketAlias
from server.operations.events import tell_ticket, with_id
from server.operations.folding_tickets import fold_ticket
from server.operations.newest_policy import newest_policy
from server.operations.numbering import ticket_number
from server.operations.promised_findings import promises_of_findings
from server.operations.round_facts import RoundView
from server.rules.consequences import Consequence, Found, Raise
from server.rules.ids import finding_id, ticket_id
from server.rules.tickets_from_round import RoundFacts, tickets_from_round
from server.sync.document import Document
from server.sync.feed import dialect_insert
from server.sync.work import Work

__all__ = ["fold_ticket", "follow_tickets"]


def follow_tickets(work: Work, view: RoundView, answers: list[dict[str, Any]]) -> None:
    """Raise, join, withdraw, renew, worsen or confirm for these answers, then fold every ticket that they touch."""
    findings = work.books.find("finding", round_id=view.round.id)
    tickets = _tickets_in_play(work, answers, findings)
    facts = RoundFacts(
        round_id=view.round.id,
        template=view.template,
        assets=view.assets,
        answers=answers,
        findings=[with_id(row) for row in findings],
        tickets=[with_id(row) for row in tickets],
        events=view.events,
        at=work.now,
        promised=_promised(work, view.round.id, answers, findings),
        hidden=view.hidden,
    )
    touched = {row["ticket_id"] for row in findings}
    for consequence in tickets_from_round(facts):
        _carry_out(work, view.round, consequence)
        touched.add(consequence["ticket_id"])
    for touched_id in sorted(touched):
        fold_ticket(work, work.books.need("ticket", touched_id))


def _promised(work: Work, round_id: str, answers: Iterable[dict[str, Any]], findings: list[Document]) -> dict[str, str]:
    """Per new finding, the ticket that it belonged to before a restore."""
    known = {row.id for row in findings}
    abnormal = [answer for answer in answers if answer["value"] == "abnormal"]
    new = {finding_id(round_id, answer["asset_id"], answer["check_key"]) for answer in abnormal} - known
    return {key: told["ticket"] for key, told in promises_of_findings(work, new).items()}


def _tickets_in_play(work: Work, answers: Iterable[dict[str, Any]], findings: list[Document]) -> list[Document]:
    faults = {(a["asset_id"], a["check_key"]) for a in answers if a["value"] == "abnormal"}
    faults |= {(row["asset_id"], row["check_key"]) for row in findings}
    rows = {row["ticket_id"]: work.books.need("ticket", row["ticket_id"]) for row in findings}
    for asset_id, check_key in sorted(faults, key=str):
        same = work.books.find("ticket", project_id=work.project_id, asset_id=asset_id, check_key=check_key)
        rows.update({row.id: row for row in same})
    return list(rows.values())


def _carry_out(work: Work, round_: Document, told: Consequence) -> None:
    named = told["ticket_id"]
    match told["kind"]:
        case "raise":
            _raise(work, round_, told)
        case "join":
            _add_finding(work, round_, told)
            _remember_alias(work, told["own_ticket_id"], named)
            _tell_first(work, "joined", told, {"finding": told["finding_id"]})
        case "withdraw":
            args = {"finding": told["finding_id"], "value": told["value"]}
            tell_ticket(work, named, "withdrawn", told["finding_id"], args)
        case "renew":
            tell_ticket(work, named, "joined", told["finding_id"], {"finding": told["finding_id"], "renewed": True})
            work.books.derive(work.books.need("ticket", named), separate=told["separate"])
        case "worsen":
            ticket = work.books.need("ticket", named)
            work.books.write(ticket, "severity", told["severity"], [work.op])
            tell_ticket(work, named, "graded", told["finding_id"], {"severity": told["severity"]})
        case "confirm":
            tell_ticket(work, named, "confirmed", round_.id, {"findings": told["finding_ids"]})


def _raise(work: Work, round_: Document, told: Raise) -> None:
    before = promises_of_findings(work, {told["finding_id"]}).get(told["finding_id"], {})
    first = work.books.get("round", before.get("round_id"))
    work.came.append(told["ticket_id"])
    _remember_alias(work, ticket_id(round_.id, told["asset_id"], told["check_key"]), told["ticket_id"])
    work.insert(
        "ticket",
        told["ticket_id"],
        number=ticket_number(work, before.get("number")),
        asset_id=told["asset_id"],
        check_key=told["check_key"],
        round_id=first.id if first else round_.id,
        title_zh=told["title_zh"],
        title_en=told["title_en"],
        opened_at=before.get("opened_at", work.now),
        severity=told["severity"],
        source="round",
        found_at=before.get("ticket_found_at", told["found_at"]),
        policy_id=newest_policy(work, before.get("opened_at", work.now)),
        state="raised",
        is_open=True,
        separate=told["separate"],
        repeat_of_id=told["repeat_of_id"],
    )
    _add_finding(work, round_, told)
    grade = {"severity": told["severity"], "complexity": None}
    _tell_first(work, "raised", told, {"finding": told["finding_id"], "repeat_of": told["repeat_of_id"], **grade})


def _tell_first(work: Work, name: str, told: Found, args: dict[str, Any]) -> None:
    """The event of a new finding, under the id that it had before a restore: others may name it as their cause."""
    finding, ticket = told["finding_id"], work.books.need("ticket", told["ticket_id"])
    before = promises_of_findings(work, {finding}).get(finding)
    if before is None or before["ticket"] != ticket.id:
        before = {
            "event": name,
            "args": args,
            "cause": work.op,
            "by": work.person,
            "at": work.at,
            "received_at": work.now,
        }
    tell_ticket(work, ticket.id, before["event"], finding, before["args"], before)
    facts = {"ticket": ticket.id, "ticket_found_at": ticket["found_at"]}
    facts |= {name: ticket[name] for name in ("number", "opened_at", "round_id")}
    work.made(f"finding/{finding}", **{**before, **facts})


def _add_finding(work: Work, round_: Document, told: Found) -> None:
    work.insert(
        "finding",
        told["finding_id"],
        ticket_id=told["ticket_id"],
        round_id=round_.id,
        asset_id=told["asset_id"],
        check_key=told["check_key"],
        answer_id=told["answer_id"],
        found_at=told["found_at"],
        severity=told["severity"],
        text=told["text"],
        indication=told["indication"],
        actual=told["actual"],
        reading=told["reading"],
        state="open",
    )


def _remember_alias(work: Work, own_id: str, joined_id: str) -> None:
    """A phone may name the ticket that its finding would have raised."""
    if own_id != joined_id:
        work.came.append(own_id)
        insert = dialect_insert(work.books.session)(TicketAlias)
        row = {"id": own_id, "ticket_id": joined_id}
        work.books.at_end(insert.on_conflict_do_nothing(index_elements=["id"]), row)
