"""What a round's answers mean for tickets (R4, T8), told from scratch each time and naming only what is new.

An abnormal answer raises a ticket, or joins the open one of the same fault, from the first submit on;
severity I and II already from a draft. Corrected to normal withdraws the finding, found again renews it.
Sealing confirms. Every id is a natural key, so telling it twice, or on a phone and on the server, is the same.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from server.rules.consequences import Confirm, Consequence, Found, Raise, Renew, Told, Withdraw, Worsen
from server.rules.documents import Fields
from server.rules.fixed_on_site import is_fixed_on_site
from server.rules.ids import finding_id, ticket_id
from server.rules.items import CellKey, cells_of
from server.rules.repeat_repair import WINDOW_DAYS, repeat_of
from server.rules.round_state import round_state, was_submitted
from server.rules.same_fault import is_same_fault, ticket_to_join
from server.rules.severity import is_urgent, is_worse
from server.rules.ticket_titles import finding_text, ticket_titles


@dataclass(frozen=True, kw_only=True)
class RoundFacts:
    """Documents as they stand. `findings` are this round's; `tickets` are those of its findings and, for every
    fault answered here, the open ones and the ones closed within the window; `at` dates what has no answered_at;
    `promised` says which ticket a finding belonged to before a restore; `hidden`: cells whose answers do not count."""

    round_id: str
    template: Fields
    assets: Sequence[Fields]
    answers: Sequence[Fields]
    findings: Sequence[Fields]
    tickets: Sequence[Fields]
    events: Sequence[Fields]
    at: str
    promised: Mapping[str, str] = field(default_factory=dict)
    window_days: int = WINDOW_DAYS
    hidden: Set[CellKey] = frozenset()


def tickets_from_round(facts: RoundFacts) -> list[Consequence]:
    """Everything that is not so yet, in the order in which the items are shown; confirmations last."""
    known = {finding["id"]: finding for finding in facts.findings}
    told: list[Consequence] = []
    for answer in _as_shown(facts):
        finding = known.get(finding_id(facts.round_id, answer["asset_id"], answer["check_key"]))
        one = _of_new(facts, answer) if finding is None else _of_known(facts, answer, finding)
        if one is not None:
            told.append(one)
    return [*told, *_confirmed(facts, told)]


def _as_shown(facts: RoundFacts) -> list[Fields]:
    order = {cell.key: position for position, cell in enumerate(cells_of(facts.template, facts.assets))}

    def shown_at(answer: Fields) -> tuple[int, str, str]:
        key = (answer["asset_id"], answer["check_key"])
        return order.get(key, len(order)), answer["check_key"], answer["asset_id"] or ""

    return sorted(facts.answers, key=shown_at)


def _of_new(facts: RoundFacts, answer: Fields) -> Consequence | None:
    due = was_submitted(facts.events) or is_urgent(answer["severity"])
    if not _is_fault(facts, answer) or not due:
        return None
    own = ticket_id(facts.round_id, answer["asset_id"], answer["check_key"])
    told = facts.promised.get(finding_id(facts.round_id, answer["asset_id"], answer["check_key"]), own)
    if any(ticket["id"] == told for ticket in facts.tickets):
        # Its ticket was made before its finding was (offered again after a restore).
        return {**_found(facts, answer, told), "kind": "join", "own_ticket_id": own}
    open_one = ticket_to_join(facts.tickets, answer["asset_id"], answer["check_key"])
    if told != own:
        return _raise(facts, answer, told, separate=open_one is not None)
    if is_fixed_on_site(answer) and (open_one is None or answer.get("separate_ticket")):
        return None
    if open_one is None or answer.get("separate_ticket"):
        return _raise(facts, answer, own, separate=open_one is not None)
    return {**_found(facts, answer, open_one["id"]), "kind": "join", "own_ticket_id": own}


def _is_fault(facts: RoundFacts, answer: Fields) -> bool:
    return answer["value"] == "abnormal" and (answer["asset_id"], answer["check_key"]) not in facts.hidden


def _found(facts: RoundFacts, answer: Fields, ticket: str) -> Found:
    asset_id, check_key = answer["asset_id"], answer["check_key"]
    return {
        "ticket_id": ticket,
        "finding_id": finding_id(facts.round_id, asset_id, check_key),
        "answer_id": answer["id"],
        "asset_id": asset_id,
        "check_key": check_key,
        "severity": answer["severity"],
        "text": finding_text(answer),
        "indication": answer["indication"],
        "actual": answer["actual"],
        "reading": answer["reading"],
        "found_at": answer.get("answered_at") or facts.at,
    }


def _raise(facts: RoundFacts, answer: Fields, own: str, *, separate: bool) -> Raise:
    found = _found(facts, answer, own)
    asset = next((asset for asset in facts.assets if asset["id"] == found["asset_id"]), None)
    item = next((item for item in facts.template["items"] if item["check_key"] == found["check_key"]), None)
    title_zh, title_en = ticket_titles(asset, item, found["check_key"])
    fault = (found["asset_id"], found["check_key"])
    return {
        **found,
        "kind": "raise",
        "title_zh": title_zh,
        "title_en": title_en,
        "separate": separate,
        "repeat_of_id": repeat_of(fault, found["found_at"], facts.tickets, window_days=facts.window_days),
    }


def _of_known(facts: RoundFacts, answer: Fields, finding: Fields) -> Withdraw | Renew | Worsen | None:
    told_of: Told = {"ticket_id": finding["ticket_id"], "finding_id": finding["id"]}
    severity = answer["severity"]
    if not _is_fault(facts, answer):
        corrected = finding["state"] == "open"
        return (
            {**told_of, "kind": "withdraw", "answer_id": answer["id"], "value": answer["value"]} if corrected else None
        )
    if finding["state"] == "withdrawn":
        apart = _another_is_open(facts, finding)
        return {**told_of, "kind": "renew", "answer_id": answer["id"], "severity": severity, "separate": apart}
    graded = next((ticket["severity"] for ticket in facts.tickets if ticket["id"] == finding["ticket_id"]), None)
    worse = is_worse(severity, finding["severity"]) and is_worse(severity, graded)
    return {**told_of, "kind": "worsen", "severity": severity} if worse else None


def _another_is_open(facts: RoundFacts, finding: Fields) -> bool:
    return any(
        ticket["is_open"]
        and ticket["id"] != finding["ticket_id"]
        and is_same_fault(ticket, finding["asset_id"], finding["check_key"])
        for ticket in facts.tickets
    )


def _confirmed(facts: RoundFacts, told: Sequence[Consequence]) -> list[Confirm]:
    """Tickets still merely raised in which a finding of the sealed round stands."""
    if round_state(facts.events) != "sealed":
        return []
    states = {ticket["id"]: ticket["state"] for ticket in facts.tickets}
    standing = {finding["id"]: finding["ticket_id"] for finding in facts.findings if finding["state"] != "withdrawn"}
    for one in told:
        if one["kind"] == "withdraw":
            standing.pop(one["finding_id"])
        elif one["kind"] in ("raise", "join", "renew"):
            standing[one["finding_id"]] = one["ticket_id"]
            if one["kind"] != "join":
                states[one["ticket_id"]] = "raised"
    waiting = sorted({ticket for ticket in standing.values() if states.get(ticket) == "raised"})
    return [
        {
            "kind": "confirm",
            "ticket_id": ticket,
            "finding_ids": sorted(finding for finding, of in standing.items() if of == ticket),
        }
        for ticket in waiting
    ]
