"""A sealed round leaves the feed 14 days later with all that hangs on it; a ticket once it is closed as long."""

from typing import Any

import pytest

from tests.server.retirement.conftest import Pass
from tests.server.sync.conftest import PhoneOf
from tests.server.sync.test_conflicts import settle
from tests.support import walk
from tests.support.wire_phone import WirePhone
from tests.support.world import World

OF_ROUND = ("round", "answer", "scan", "round_event", "signed_copy", "comment", "seal", "amendment", "conflict")
OF_TICKET = ("ticket", "finding", "ticket_event")


def kinds(phone: WirePhone) -> set[str]:
    return {doc["type"] for doc in phone.pull().base.values()}


def resolve(phone: WirePhone) -> str:
    (ticket,) = phone.pull().sees("ticket")
    args = {"findings": [row["id"] for row in phone.sees("finding")], "solution": "换风扇", "how": "fixed"}
    assert phone.does("resolve_ticket", doc=ticket["id"], args=args, after=[])["outcome"] == "applied"
    return str(ticket["id"])


@pytest.fixture
def chief(phone_of: PhoneOf) -> WirePhone:
    """Her round is sealed; the fan was abnormal, with a photo, and has its ticket."""
    engineer, chief = phone_of("engineer"), phone_of("supervisor")
    walk.take_photo(engineer)
    walk.verify_photos(engineer.client.application, engineer)
    walk.walk(engineer, value="abnormal", severity=3, seen="响")
    result = walk.approve(chief)
    assert result["outcome"] == "applied", result
    return chief.pull()


def test_a_sealed_round_stays_for_a_fortnight(chief: WirePhone, world: World, days_pass: Pass) -> None:
    days_pass(13)
    assert world.round in chief.pull().base


def test_after_that_it_leaves_with_all_that_hangs_on_it(chief: WirePhone, world: World, days_pass: Pass) -> None:
    days_pass(15)
    assert not kinds(chief) & (set(OF_ROUND) - {"answer"})
    assert {"asset", "plan", "member", "readings", "place"} <= kinds(chief)


def test_an_open_ticket_stays_and_so_does_what_it_shows(chief: WirePhone, world: World, days_pass: Pass) -> None:
    days_pass(400)
    assert set(OF_TICKET) <= kinds(chief)
    (answer,), (photo,) = chief.sees("answer"), chief.sees("photo")
    assert (answer["seen"], photo["check_key"]) == ("响", "fan")


def test_a_closed_ticket_leaves_once_it_was_quiet_as_long(chief: WirePhone, world: World, days_pass: Pass) -> None:
    days_pass(10)
    resolve(chief)
    days_pass(10)
    assert set(OF_TICKET) <= kinds(chief)
    days_pass(5)
    assert not kinds(chief) & {*OF_ROUND, *OF_TICKET, "photo"}


def test_a_ticket_whose_client_is_being_asked_stays(chief: WirePhone, days_pass: Pass) -> None:
    ticket = resolve(chief)
    chief.pull()
    link = {"purpose": "confirm", "recipient": "王工", "language": "zh-CN", "days": 7}
    seen = {ticket: chief.writers_of(chief.base[ticket])}
    assert chief.does("make_link", doc=ticket, args=link, seen=seen)["outcome"] == "applied"
    assert chief.pull().sees("ticket")[0]["confirmation"] == "asked"
    days_pass(40)
    assert set(OF_TICKET) <= kinds(chief)


def test_a_new_phone_is_told_nothing_of_it(chief: WirePhone, phone_of: PhoneOf, days_pass: Pass) -> None:
    """A first sync in many pages, which begins among what has left, and goes on while more of it leaves."""
    resolve(chief)
    days_pass(15)
    told: list[dict[str, Any]] = []
    new = phone_of("engineer")
    new.base.clear()
    new.cursors.clear()
    take = new._take
    new._take = lambda body: told.extend(d for page in body["pages"] for d in page["docs"]) or take(body)  # type: ignore[method-assign,func-returns-value]  # listens
    new.pull(max_docs=1)
    assert [doc for doc in told if doc["gone"]] == []
    assert not {doc["type"] for doc in told} & {*OF_ROUND, *OF_TICKET}
    assert {key: doc["fields"] for key, doc in new.base.items() if doc["type"] != "op_status"} == {
        key: doc["fields"] for key, doc in chief.pull().base.items() if doc["type"] != "op_status"
    }


def test_a_round_with_an_open_difference_stays_until_it_is_settled(
    chief: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass
) -> None:
    late = phone_of("colleague")
    late.base.clear()
    assert late.answers(world.ups, "fan", seen="没问题")["outcome"] == "conflict"
    days_pass(30)
    assert world.round in chief.pull().base
    assert settle(chief, "keep")["outcome"] == "applied"
    days_pass(15)
    assert world.round not in chief.pull().base


def test_its_rows_are_read_online_as_ever(chief: WirePhone, world: World, days_pass: Pass) -> None:
    before = chief.client.get(f"/api/rounds/{world.round}").get_json()["docs"]
    days_pass(15)
    assert chief.client.get(f"/api/rounds/{world.round}").get_json()["docs"] == before
    assert chief.client.get(f"/api/rounds/{world.round}/record.pdf").status_code == 200
    seal = next(doc["fields"]["hash"] for doc in before if doc["type"] == "seal")
    assert seal in chief.client.get(f"/verify/{world.round}?h={seal}").text
