import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from server.rules.tickets_from_round import RoundFacts, tickets_from_round
from tests.server.rules.vectors import Case, each, read, template_of, vectors

CASES = vectors("tickets_from_round", "tickets_from_round")
[SCENE] = read("tickets_from_round")["scene"]


def facts(case: Case, shuffle: int | None = None) -> RoundFacts:
    documents: dict[str, Any] = {
        kind: each(kind.rstrip("s"), case[kind]) for kind in ("answers", "findings", "tickets")
    }
    events = list(case["events"])
    if shuffle is not None:
        for members in (*documents.values(), events):
            random.Random(shuffle).shuffle(members)
    return RoundFacts(
        round_id=SCENE["round_id"],
        template=template_of(SCENE["items"]),
        assets=each("asset", SCENE["assets"]),
        **documents,
        events=events,
        at=SCENE["at"],
        window_days=case.get("window_days", 90),
        hidden=frozenset((asset, check) for asset, check in case.get("hidden", ())),
    )


@pytest.mark.parametrize("case", CASES)
def test_tickets_of_a_round(case: Case) -> None:
    assert tickets_from_round(facts(case)) == case["expect"]


@pytest.mark.parametrize("case", CASES)
def test_tickets_do_not_depend_on_arrival(case: Case) -> None:
    assert all(tickets_from_round(facts(case, shuffle)) == case["expect"] for shuffle in range(5))


@pytest.mark.parametrize("case", CASES)
def test_telling_again_what_was_done_tells_nothing(case: Case) -> None:
    told = tickets_from_round(facts(case))
    assert tickets_from_round(facts(_done(case, told))) == []


def _done(case: Case, told: Sequence[Mapping[str, Any]]) -> Case:
    """The documents after each consequence was carried out."""
    tickets = {ticket["id"]: dict(ticket) for ticket in case["tickets"]}
    findings = {finding["id"]: dict(finding) for finding in case["findings"]}
    for one in told:
        ticket = tickets.setdefault(one["ticket_id"], {"id": one["ticket_id"], "severity": None})
        if one["kind"] == "confirm":
            ticket["state"] = "confirmed"
            continue
        finding = findings.setdefault(one["finding_id"], {"id": one["finding_id"], "ticket_id": one["ticket_id"]})
        finding["state"] = "withdrawn" if one["kind"] == "withdraw" else "open"
        if one["kind"] in ("raise", "renew"):
            ticket.update(is_open=True, state="raised")
        for row in (finding, ticket):
            row.update({name: one[name] for name in ("asset_id", "check_key", "severity") if name in one})
    return {**case, "tickets": list(tickets.values()), "findings": list(findings.values())}
