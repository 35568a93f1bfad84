"""Many at once on a real server with several processes: nothing missed or doubled, one winner (F3, I1, I3)."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from flask import Flask
from sqlalchemy import func, select

from server.database import reading
from server.models import Operation
from server.rules.ids import answer_id, round_id
from server.sync.apply import apply_operations
from tests.server.faults.conftest import RealPhoneOf, Serve
from tests.server.sync.invariants import check_streams_have_no_holes
from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.real_server import RealServer
from tests.support.wire_phone import WirePhone
from tests.support.world import SETTER, World, operation

WRITERS, PUSHES = 8, 10
T = TypeVar("T")


@pytest.fixture
def server(serve: Serve) -> Iterator[RealServer]:
    with serve(workers=3, threads=4) as server:
        yield server


@pytest.fixture
def two_chiefs(app: Flask, world: World, clock: FakeClock) -> None:
    """The desk's person is a supervisor as well."""
    there = {"person_id": world.people["desk"], "project_id": world.project, "roles": ["supervisor"]}
    with app.app_context():
        assert apply_operations(SETTER, [operation("grant_role", clock, args=there)])[0].record.outcome == "applied"


def at_once(acts: Sequence[Callable[[], T]]) -> list[T]:
    """All together, from one moment on; gives what each gave."""
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], T]) -> T:
        gate.wait(timeout=30)
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result(timeout=60) for done in [pool.submit(run, act) for act in acts]]


class Reader:
    """Pulls page by page, and writes down every document that it is shown."""

    def __init__(self, phone: WirePhone) -> None:
        self.phone, self.shown = phone, Counter[tuple[str, int]]()
        self.newest: dict[str, int] = {}

    def read(self, limit: int) -> bool:
        body = {"device": self.phone.device, "schema": 1, "cursors": self.phone.cursors, "max_docs": limit}
        headers = {"X-Roundsman": "1"}
        answer: dict[str, Any] = self.phone.client.post("/api/sync/v1/pull", json=body, headers=headers).get_json()
        for page in answer["pages"]:
            assert not page["reset"] and len(page["docs"]) <= limit
            for doc in page["docs"]:
                self.shown[doc["id"], doc["rev"]] += 1
                assert doc["rev"] > self.newest.get(doc["id"], 0), f"{doc['type']} {doc['id']} went back or came twice"
                self.newest[doc["id"]] = doc["rev"]
        return self.phone._take(answer)


def test_a_reader_among_eight_writers_misses_nothing_and_is_shown_nothing_twice(
    server: RealServer, phone_of: RealPhoneOf, world: World
) -> None:
    writers = [phone_of(server, "engineer" if k % 2 else "colleague") for k in range(WRITERS)]
    readers = [Reader(phone_of(server, "supervisor")) for _ in range(2)]
    over = threading.Event()
    left = threading.Semaphore(0)

    def write(phone: WirePhone) -> None:
        try:
            for k in range(PUSHES):
                seen = {"asset_id": world.ups, "raw": f"{phone.device} {k}", "method": "typed"}
                scans = [phone.make("scan_asset", doc=world.round, args=seen, after=[]) for _ in range(2)]
                answer = phone.make("answer_item", edits=[phone.edit(world.ups, "fan", remark=f"{phone.device} {k}")])
                outcomes = {result["outcome"] for result in phone.push(*scans, answer)["results"]}
                assert outcomes <= {"applied", "conflict"}, outcomes
        finally:
            left.release()
            if left._value == WRITERS:
                over.set()

    def read(reader: Reader) -> None:
        limit = 1
        while not over.is_set():
            reader.read(limit)
            limit = limit % 7 + 1
        while reader.read(7):
            pass

    at_once([*(lambda w=w: write(w) for w in writers), *(lambda r=r: read(r) for r in readers)])
    truth = phone_of(server, "supervisor").pull().base
    scans = [doc for doc in truth.values() if doc["type"] == "scan"]
    assert len(scans) == WRITERS * PUSHES * 2
    for reader in readers:
        assert {doc: row["rev"] for doc, row in reader.phone.base.items()} == {
            doc: row["rev"] for doc, row in truth.items()
        }
        assert reader.phone.base == truth
        assert max(reader.shown.values()) == 1
    with server.app.app_context():
        check_streams_have_no_holes()


def test_five_copies_of_one_request_at_once_have_one_effect(
    server: RealServer, phone_of: RealPhoneOf, world: World
) -> None:
    phone = phone_of(server, "engineer")
    for k in range(4):
        scan = {"asset_id": world.ups, "raw": f"{k}", "method": "typed"}
        made = phone.make("scan_asset", doc=world.round, args=scan, after=[])
        results = [answer["results"][0] for answer in at_once([lambda made=made: phone.push(made)] * 5)]  # type: ignore[misc]  # bound now
        assert {result["outcome"] for result in results} == {"applied"}
        assert sum(not result.get("duplicate", False) for result in results) == 1
    assert len(phone.pull().documents("scan")) == 4


def test_five_phones_that_hold_the_same_operation_have_one_effect(
    server: RealServer, phone_of: RealPhoneOf, world: World
) -> None:
    """Clones after a fork: other devices, the same operation."""
    phones = [phone_of(server, "engineer") for _ in range(5)]
    scan = {"asset_id": world.ups, "raw": "x", "method": "typed"}
    made = [{**operation("scan_asset", phones[0].clock, doc=world.round, args=scan, after=[])} for _ in range(3)]
    batch = [{**one, "n": k} for k, one in enumerate(made, start=1)]
    answers = at_once([lambda phone=phone: phone.push(*batch) for phone in phones])  # type: ignore[misc]  # bound now
    for answer in answers:
        assert (answer["last_n"], answer["stop"]) == (3, None)
        assert {result["outcome"] for result in answer["results"]} == {"applied"}
    assert len(phones[0].pull().documents("scan")) == 3
    with server.app.app_context(), reading() as session:
        mine = select(func.count()).select_from(Operation).where(Operation.op_id.in_([one["op"] for one in made]))
        assert session.scalar(mine) == 3


def test_of_two_supervisors_who_decide_at_once_one_was_too_late(
    server: RealServer, phone_of: RealPhoneOf, world: World, two_chiefs: None
) -> None:
    engineer, chiefs = phone_of(server, "engineer"), [phone_of(server, name) for name in ("supervisor", "desk")]
    for key in ("fan", "battery", "other"):
        engineer.pull().answers(world.ups, key, value="abnormal", severity=1, reading="99.0")
    (ticket, *_) = engineer.pull().documents("ticket")
    for _ in range(4):
        looks = [chief.pull().base[ticket["id"]] for chief in chiefs]
        people = [world.people["engineer"], world.people["colleague"]]
        made = [
            chief.make("assign_ticket", doc=ticket["id"], args={"assignee_ids": [person]},
                       seen={ticket["id"]: chief.writers_of(look)})
            for chief, look, person in zip(chiefs, looks, people, strict=True)
        ]  # fmt: skip
        acts = [lambda c=c, m=m: c.push(m)["results"][0] for c, m in zip(chiefs, made, strict=True)]
        results = at_once(acts)
        assert sorted((r["outcome"], r.get("code")) for r in results) == [("applied", None), ("parked", "stale")]
        winner = next(person for person, r in zip(people, results, strict=True) if r["outcome"] == "applied")
        assert chiefs[0].pull().base[ticket["id"]]["fields"]["assignee_ids"] == [winner]


def test_of_two_supervisors_who_approve_a_round_at_once_one_seals_it(
    server: RealServer, phone_of: RealPhoneOf, world: World, two_chiefs: None
) -> None:
    walk.walk(phone_of(server, "engineer"))
    chiefs = [phone_of(server, name).pull() for name in ("supervisor", "desk")]
    made = [
        chief.make("approve_round", doc=world.round, args={}, seen=chief.seen_of_round())
        for chief in chiefs
    ]  # fmt: skip
    results = at_once([lambda c=c, m=m: c.push(m)["results"][0] for c, m in zip(chiefs, made, strict=True)])  # type: ignore[misc]  # bound now
    assert sorted((r["outcome"], r.get("code")) for r in results) == [("applied", None), ("parked", "stale")]
    approved = [event for event in chiefs[0].pull().sees("round_event") if event["name"] == "approved"]
    winner = next(op["op"] for op, r in zip(made, results, strict=True) if r["outcome"] == "applied")
    assert [event["id"] for event in approved] == [winner]
    assert len(chiefs[0].documents("seal")) == 1
    assert walk.round_of(chiefs[1])["state"] == "sealed"


def test_two_rounds_that_raise_the_same_fault_at_once_share_one_open_ticket(
    server: RealServer, phone_of: RealPhoneOf, world: World
) -> None:
    phones = [phone_of(server, "engineer"), phone_of(server, "colleague")]
    rounds = [_open(phone, day) for phone, day in zip(phones, ("2026-11-20", "2026-11-21"), strict=True)]
    faults = [(world.ups, "fan"), (world.ups, "battery"), (world.recorder, "picture"), (None, "whole")]
    for asset, key in faults:
        acts = [lambda p=p, r=r, a=asset, k=key: _find_fault(p, r, a, k) for p, r in zip(phones, rounds, strict=True)]
        assert at_once(acts) == ["applied", "applied"]
    tickets = phones[0].pull().sees("ticket")
    assert Counter((t["asset_id"], t["check_key"], t["is_open"]) for t in tickets) == {
        (asset, key, True): 1 for asset, key in faults
    }
    found = Counter(row["ticket_id"] for row in phones[0].sees("finding"))
    assert found == {ticket["id"]: 2 for ticket in tickets}
    assert len({ticket["number"] for ticket in tickets}) == len(faults)


def _open(phone: WirePhone, day: str) -> str:
    doc = round_id(phone.world.plan, day)
    args = {"plan_id": phone.world.plan, "occurrence_date": day, "template_id": phone.world.template}
    assert phone.does("open_round", doc=doc, args=args, after=[])["outcome"] == "applied"
    return doc


def _find_fault(phone: WirePhone, round_: str, asset: str | None, key: str) -> str:
    """Severity I raises its ticket from the draft."""
    cell = {"round_id": round_, "asset_id": asset, "check_key": key}
    values = {"value": "abnormal", "severity": 1, "actual": "坏了"}
    edit = {"doc": answer_id(round_, asset, key), "type": "answer", "key": cell, "set": values, "was": {}}
    return str(phone.does("answer_item", edits=[edit])["outcome"])
