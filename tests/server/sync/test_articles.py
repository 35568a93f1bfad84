"""Knowledge (P3) belongs to the organisation: written by who repairs, read by all staff, of whatever project."""

from typing import Any

from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id


def writes(phone: WirePhone, doc: str, key: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    writers = phone.base.get(doc, {}).get("writers", {})
    was = {name: writers.get(name, []) for name in fields}
    edit = {"doc": doc, "type": "article", "key": {} if key is None else key, "set": fields, "was": was}
    return phone.does("write_article", edits=[edit])


def test_an_article_reaches_the_staff_of_every_project(phone_of: PhoneOf) -> None:
    doc = new_id()
    assert (
        writes(
            phone_of("engineer"), doc, title_zh="风扇异响：先清滤网", category="ups", kind="hardware", solution="清滤网"
        )["outcome"]
        == "applied"
    )
    for name in ("desk", "outsider"):
        (row,) = phone_of(name).sees("article")
        assert (row["id"], row["title_zh"], row["helped"]) == (doc, "风扇异响：先清滤网", 0)
    assert phone_of("client").documents("article") == []


def test_its_ticket_stays_on_the_server(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    writes(engineer, new_id(), title_zh="x")
    (row,) = engineer.pull().sees("article")
    assert "ticket_id" not in row


def test_somebody_of_another_project_may_correct_it(phone_of: PhoneOf) -> None:
    doc = new_id()
    writes(phone_of("engineer"), doc, title_zh="x", solution="重启")
    assert writes(phone_of("outsider"), doc, solution="先断电再重启")["outcome"] == "applied"
    (row,) = phone_of("supervisor").sees("article")
    assert row["solution"] == "先断电再重启"


def test_two_who_wrote_differently_keep_both_until_one_settles_it(phone_of: PhoneOf) -> None:
    doc = new_id()
    first = phone_of("engineer")
    writes(first, doc, title_zh="x", solution="重启")
    late = phone_of("outsider")
    late.base.clear()
    assert writes(late, doc, solution="换板卡")["outcome"] == "conflict"
    first.pull()
    (conflict,), (article,) = first.documents("conflict"), first.documents("article")
    assert (conflict["fields"]["kept_value"], article["fields"]["solution"]) == ("换板卡", "重启")
    seen = {one["id"]: first.writers_of(one) for one in (conflict, article)}
    args = {"field": "solution", "choice": "take", "take": conflict["id"], "conflicts": [conflict["id"]]}
    assert first.does("settle_conflict", doc=doc, args=args, seen=seen)["outcome"] == "applied"
    assert late.pull().sees("article")[0]["solution"] == "换板卡"


def test_a_ticket_that_its_author_may_not_read_cannot_be_named(phone_of: PhoneOf) -> None:
    result = writes(phone_of("engineer"), new_id(), {"ticket_id": new_id()}, title_zh="x")
    assert (result["outcome"], result["reason"]) == ("parked", "unknown_reference")


def test_an_article_has_a_title(phone_of: PhoneOf) -> None:
    engineer = phone_of("engineer")
    assert writes(engineer, new_id(), solution="x")["reason"] == "fields_missing"
    assert writes(engineer, new_id(), title_zh="")["reason"] == "malformed"


def test_each_who_was_helped_counts_once(phone_of: PhoneOf, world: World) -> None:
    doc = new_id()
    engineer = phone_of("engineer")
    writes(engineer, doc, title_zh="x")
    said = engineer.make("article_helped", doc=doc, args={}, after=[])
    for _ in range(2):
        engineer.push(said)
    assert phone_of("desk").does("article_helped", doc=doc, args={}, after=[])["outcome"] == "applied"
    (row,) = engineer.pull().sees("article")
    assert row["helped"] == 2
