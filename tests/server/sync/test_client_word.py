"""The client's word in the app (T6): it stands on what the client was shown, though the events are not theirs."""

from typing import Any

from tests.server.sync.conftest import PhoneOf
from tests.support.on_ticket import does_on_ticket, raise_by_round, ticket_on
from tests.support.wire_phone import WirePhone


def solved(engineer: WirePhone, solution: str = "清了滤网") -> None:
    findings = [row["id"] for row in engineer.pull().sees("finding")]
    result = does_on_ticket(engineer, "resolve_ticket", findings=findings, solution=solution, how="fixed")
    assert result["outcome"] == "applied"


def shown(client: WirePhone) -> dict[str, Any]:
    (row,) = client.pull().sees("client_ticket")
    return row


def says(client: WirePhone, name: str, row: dict[str, Any], **args: Any) -> dict[str, Any]:
    return client.does(name, doc=row["ticket_id"], args={"name": "甲方值班01", **args}, after=row["heads"])


def test_a_refusal_opens_again_what_the_client_was_shown_as_solved(phone_of: PhoneOf) -> None:
    engineer, client = phone_of("engineer"), phone_of("client")
    raise_by_round(engineer)
    solved(engineer)
    row = shown(client)
    assert (row["state"], row["result"]) == ("resolved", "清了滤网")
    assert says(client, "refuse_closure", row, reason="还在响")["outcome"] == "applied"
    ticket = ticket_on(engineer)
    assert (ticket["is_open"], ticket["confirmation"]) == (True, "refused")
    after = shown(client)
    assert (after["state"], after["confirmation"], after["result"]) == ("raised", "refused", None)


def test_a_confirmation_closes_it(phone_of: PhoneOf) -> None:
    engineer, client = phone_of("engineer"), phone_of("client")
    raise_by_round(engineer)
    solved(engineer)
    assert says(client, "confirm_closure", shown(client), rating=5, text="很快")["outcome"] == "applied"
    assert ticket_on(engineer)["state"] == "closed"
    assert shown(client)["state"] == "closed"


def test_a_word_on_an_older_solution_says_nothing_of_the_newer_one(phone_of: PhoneOf) -> None:
    engineer, client = phone_of("engineer"), phone_of("client")
    raise_by_round(engineer)
    solved(engineer)
    old = shown(client)
    does_on_ticket(engineer, "reopen_ticket", reason="又响了")
    solved(engineer, "换了风扇")
    assert says(client, "confirm_closure", old)["outcome"] == "applied"
    assert ticket_on(engineer)["state"] == "resolved"
    assert says(client, "confirm_closure", shown(client))["outcome"] == "applied"
    assert ticket_on(engineer)["state"] == "closed"
