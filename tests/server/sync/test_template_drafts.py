"""A checklist in the making: who sees it, several people at once, and how it becomes the next version."""

from typing import Any

import pytest

from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id

ITEM = {"scope": "asset", "categories": ["ups"], "kind": "judgement", "required": True, "has_indication": False,
        "has_actual": False, "title_en": "Door", "removed": False}  # fmt: skip


def begins(phone: WirePhone, base: str | None = None, key: str = "daily") -> str:
    doc = new_id()
    args = {"key": key, "name_zh": "日常巡检", "name_en": "Daily", "based_on_id": base}
    assert phone.does("begin_draft", doc=doc, args=args, seen={})["outcome"] == "applied"
    phone.pull()
    return doc


def edit(phone: WirePhone, kind: str, doc: str, key: dict[str, Any] | None = None, /, **fields: Any) -> dict[str, Any]:
    writers = phone.base.get(doc, {}).get("writers", {})
    return {"doc": doc, "type": kind, "key": key, "set": fields, "was": {n: writers.get(n, []) for n in fields}}


def describes(phone: WirePhone, doc: str, /, **fields: Any) -> dict[str, Any]:
    return phone.does("describe_draft", edits=[edit(phone, "draft_item", doc, **fields)])


def adds(phone: WirePhone, draft: str, check_key: str, position: float, **fields: Any) -> str:
    doc = new_id()
    values = {**ITEM, "check_key": check_key, "position": position, "title_zh": "柜门", **fields}
    made = edit(phone, "draft_item", doc, {"draft_id": draft}, **values)
    assert phone.does("describe_draft", edits=[made])["outcome"] == "applied"
    phone.pull()
    return doc


def item(phone: WirePhone, check_key: str) -> dict[str, Any]:
    return next(row for row in phone.sees("draft_item") if row["check_key"] == check_key)


def seen(phone: WirePhone, draft: str) -> dict[str, list[str]]:
    mine = [phone.base[draft], *(doc for doc in phone.documents("draft_item") if doc["fields"]["draft_id"] == draft)]
    return {doc["id"]: phone.writers_of(doc) for doc in mine}


def publishes(phone: WirePhone, draft: str, newest: str | None) -> dict[str, Any]:
    return phone.does("publish_draft", doc=draft, args={"newest_id": newest}, seen=seen(phone, draft))


def newest_version(phone: WirePhone) -> dict[str, Any]:
    return max(phone.pull().sees("template"), key=lambda row: int(row["version"]))


@pytest.fixture
def supervisor(phone_of: PhoneOf) -> WirePhone:
    return phone_of("supervisor")


def test_a_draft_begins_with_the_items_of_a_version(supervisor: WirePhone, world: World) -> None:
    draft = begins(supervisor, world.template)
    keys = [row["check_key"] for row in sorted(supervisor.sees("draft_item"), key=lambda row: row["position"])]
    assert keys == ["fan", "battery", "picture", "whole"]
    assert item(supervisor, "battery")["high"] == "30"
    assert (supervisor.base[draft]["fields"]["state"], supervisor.base[draft]["fields"]["based_on_id"]) == (
        "open",
        world.template,
    )


def test_all_staff_see_it_and_clients_do_not(supervisor: WirePhone, phone_of: PhoneOf, world: World) -> None:
    begins(supervisor, world.template)
    for name in ("engineer", "desk", "outsider"):
        assert len(phone_of(name).sees("draft_item")) == 4
    assert phone_of("client").documents("template_draft") == []


def test_engineers_do_not_write_it(supervisor: WirePhone, phone_of: PhoneOf, world: World) -> None:
    begins(supervisor, world.template)
    engineer = phone_of("engineer")
    result = describes(engineer, item(engineer, "fan")["id"], title_zh="x")
    assert (result["outcome"], result["reason"]) == ("parked", "role_missing")


def test_published_it_is_the_next_version_as_it_was_on_the_screen(supervisor: WirePhone, world: World) -> None:
    draft = begins(supervisor, world.template)
    describes(supervisor, item(supervisor, "battery")["id"], high="28")
    describes(supervisor, item(supervisor, "picture")["id"], removed=True)
    supervisor.pull()
    adds(supervisor, draft, "door", 1.5)
    assert publishes(supervisor, draft, world.template)["outcome"] == "applied"
    made = newest_version(supervisor)
    assert (made["version"], made["key"]) == (2, "daily")
    assert [(row["ordinal"], row["check_key"]) for row in made["items"]] == [
        (1, "fan"),
        (2, "door"),
        (3, "battery"),
        (4, "whole"),
    ]
    assert made["items"][2]["high"] == "28"
    fields = supervisor.base[draft]["fields"]
    assert (fields["state"], fields["published_id"]) == ("published", made["id"])
    old = supervisor.base[world.template]["fields"]
    assert [row["check_key"] for row in old["items"]] == ["fan", "battery", "picture", "whole"]


def test_a_new_key_begins_at_version_one(supervisor: WirePhone) -> None:
    draft = begins(supervisor, key="spring")
    adds(supervisor, draft, "door", 1)
    assert publishes(supervisor, draft, None)["outcome"] == "applied"
    (made,) = [row for row in supervisor.pull().sees("template") if row["key"] == "spring"]
    assert made["version"] == 1


def test_two_who_edit_different_fields_both_have_their_way(
    supervisor: WirePhone, phone_of: PhoneOf, world: World
) -> None:
    begins(supervisor, world.template)
    other = phone_of("supervisor")
    fan = item(supervisor, "fan")["id"]
    assert describes(supervisor, fan, title_zh="风扇")["outcome"] == "applied"
    assert describes(other, fan, guidance_zh="听有没有异响")["outcome"] == "applied"
    row = item(supervisor.pull(), "fan")
    assert (row["title_zh"], row["guidance_zh"]) == ("风扇", "听有没有异响")


def test_two_who_write_one_field_keep_both_until_it_is_settled(
    supervisor: WirePhone, phone_of: PhoneOf, world: World
) -> None:
    draft = begins(supervisor, world.template)
    other = phone_of("supervisor")
    fan = item(supervisor, "fan")["id"]
    describes(supervisor, fan, title_zh="风扇")
    assert describes(other, fan, title_zh="风机")["outcome"] == "conflict"
    supervisor.pull()
    (conflict,) = supervisor.documents("conflict")
    assert (conflict["fields"]["kept_value"], conflict["fields"]["standing_value"]) == ("风机", "风扇")
    assert publishes(supervisor, draft, world.template)["reason"] == "conflicts_open"
    args = {"field": "title_zh", "choice": "take", "take": conflict["id"], "conflicts": [conflict["id"]]}
    looked = {doc["id"]: supervisor.writers_of(doc) for doc in (conflict, supervisor.base[fan])}
    engineer = phone_of("engineer")
    assert engineer.does("settle_conflict", doc=fan, args=args, seen=looked)["reason"] == "role_missing"
    assert supervisor.does("settle_conflict", doc=fan, args=args, seen=looked)["outcome"] == "applied"
    assert item(supervisor.pull(), "fan")["title_zh"] == "风机"
    assert publishes(supervisor, draft, world.template)["outcome"] == "applied"


def test_what_came_while_somebody_published_makes_them_look_again(
    supervisor: WirePhone, phone_of: PhoneOf, world: World
) -> None:
    draft = begins(supervisor, world.template)
    other = phone_of("supervisor")
    describes(other, item(other, "fan")["id"], title_zh="风机")
    assert publishes(supervisor, draft, world.template)["code"] == "stale"
    adds(other.pull(), draft, "door", 9)
    supervisor.pull()
    supervisor.base.pop(item(supervisor, "door")["id"])
    assert publishes(supervisor, draft, world.template)["code"] == "stale"
    assert publishes(supervisor.pull(), draft, world.template)["code"] == "stale"  # pulled cursors do not go back
    supervisor.cursors.clear()
    assert publishes(supervisor.pull(), draft, world.template)["outcome"] == "applied"


def test_what_comes_after_publishing_is_kept_and_not_applied(
    supervisor: WirePhone, phone_of: PhoneOf, world: World
) -> None:
    draft = begins(supervisor, world.template)
    late = phone_of("supervisor")
    publishes(supervisor, draft, world.template)
    result = describes(late, item(late, "fan")["id"], title_zh="x")
    assert (result["outcome"], result["reason"]) == ("parked", "draft_published")
    assert publishes(supervisor.pull(), draft, world.template)["reason"] == "draft_published"


def test_a_version_that_nobody_looked_at_is_not_published_over(supervisor: WirePhone, world: World) -> None:
    first, second = begins(supervisor, world.template), begins(supervisor, world.template)
    publishes(supervisor, first, world.template)
    supervisor.pull()
    result = publishes(supervisor, second, world.template)
    assert (result["code"], result["reason"], result["details"]) == ("stale", "newer_version", {"version": 2})
    assert publishes(supervisor, second, newest_version(supervisor)["id"])["outcome"] == "applied"
    assert newest_version(supervisor)["version"] == 3


def test_a_draft_without_items_or_titles_is_not_published(supervisor: WirePhone) -> None:
    draft = begins(supervisor, key="spring")
    assert publishes(supervisor, draft, None)["reason"] == "draft_has_problems"
    adds(supervisor, draft, "door", 1, title_zh="")
    assert publishes(supervisor, draft, None)["reason"] == "draft_has_problems"


def test_a_dropped_draft_is_closed_until_it_is_taken_back(supervisor: WirePhone, world: World) -> None:
    draft = begins(supervisor, world.template)

    def drops(dropped: bool) -> str:
        looked = {draft: supervisor.writers_of(supervisor.base[draft])}
        outcome: str = supervisor.does("drop_draft", doc=draft, args={"dropped": dropped}, seen=looked)["outcome"]
        supervisor.pull()
        return outcome

    assert drops(True) == "applied"
    assert describes(supervisor, item(supervisor, "fan")["id"], title_zh="x")["reason"] == "draft_dropped"
    assert drops(False) == "applied"
    assert describes(supervisor, item(supervisor, "fan")["id"], title_zh="y")["outcome"] == "applied"


@pytest.mark.parametrize(
    ("field", "value"),
    [("position", "first"), ("position", float("1e12")), ("kind", "riddle"), ("low", "1e5"), ("check_key", "Ä b"),
     ("ordinal", 1), ("draft_id", "x"), ("options", [{"key": "a"}]), ("title_zh", None), ("categories", ["boat"])],
)  # fmt: skip
def test_what_is_no_item_is_refused(supervisor: WirePhone, world: World, field: str, value: Any) -> None:
    begins(supervisor, world.template)
    result = describes(supervisor, item(supervisor, "fan")["id"], **{field: value})
    assert (result["outcome"], result["reason"]) == ("parked", "malformed")


def test_an_item_hangs_on_a_draft_that_is_there(supervisor: WirePhone) -> None:
    values = {**ITEM, "check_key": "a", "position": 1, "title_zh": ""}
    made = edit(supervisor, "draft_item", new_id(), {"draft_id": new_id()}, **values)
    assert supervisor.does("describe_draft", edits=[made])["reason"] == "unknown_reference"


def test_a_draft_is_made_by_beginning_it(supervisor: WirePhone) -> None:
    made = edit(supervisor, "template_draft", new_id(), {}, key="x", name_zh="x", name_en="x")
    assert supervisor.does("describe_draft", edits=[made])["reason"] == "unknown_document"
