"""Two phones offline on one item: nothing is lost, the worse stands, a person settles."""

from tests.server.sync.conftest import PhoneOf
from tests.support import walk
from tests.support.wire_phone import WirePhone
from tests.support.world import World


def two_answers(phone_of: PhoneOf, world: World, first: str, second: str) -> tuple[WirePhone, WirePhone]:
    """Both answered without having seen the other; `first` arrived first."""
    anna, ben = phone_of("engineer"), phone_of("colleague")
    anna.answers(world.ups, "fan", value=first)
    ben.answers(world.ups, "fan", value=second)
    anna.pull()
    ben.pull()
    return anna, ben


def settle(phone: WirePhone, choice: str) -> dict[str, object]:
    (conflict,) = [row for row in phone.pull().sees("conflict") if row["state"] == "open"]
    doc = conflict["doc_id"]
    args = {"field": conflict["field"], "choice": choice, "conflicts": [conflict["id"]]}
    if choice == "take":
        args["take"] = conflict["id"]
    seen = {each: phone.writers_of(phone.base[each]) for each in (doc, conflict["id"])}
    return phone.does("settle_conflict", doc=doc, args=args, seen=seen)


def test_the_worse_answer_stands_whichever_came_first(phone_of: PhoneOf, world: World) -> None:
    anna, _ = two_answers(phone_of, world, "normal", "abnormal")
    assert anna.answer(world.ups, "fan")["value"] == "abnormal"
    (conflict,) = anna.sees("conflict")
    assert (conflict["kept_value"], conflict["standing_value"]) == ("normal", "abnormal")
    assert conflict["kept_by"] == world.people["engineer"]


def test_a_better_answer_that_comes_late_is_kept_beside_the_worse(phone_of: PhoneOf, world: World) -> None:
    anna, ben = two_answers(phone_of, world, "abnormal", "normal")
    assert ben.answer(world.ups, "fan")["value"] == "abnormal"
    assert anna.sees("conflict")[0]["kept_by"] == world.people["colleague"]


def test_the_same_answer_twice_is_no_conflict_and_has_two_writers(phone_of: PhoneOf, world: World) -> None:
    anna, _ = two_answers(phone_of, world, "normal", "normal")
    assert anna.sees("conflict") == []
    (answer,) = anna.documents("answer")
    assert len(answer["writers"]["value"]) == 2


def test_nobody_is_in_conflict_with_what_they_said_before(phone_of: PhoneOf, world: World) -> None:
    """All normal at one tap on both phones; then Ben looked again. Anna's normal is kept, Ben's own is not."""
    anna, ben = phone_of("engineer"), phone_of("colleague")
    anna.answers(world.ups, "fan", value="normal")
    at_first = ben.make("answer_item", edits=[ben.edit(world.ups, "fan", value="normal")])
    edit = ben.edit(world.ups, "fan", value="abnormal")
    second = ben.make("answer_item", edits=[{**edit, "was": {"value": [at_first["op"]]}}])
    ben.push(at_first, second)
    (conflict,) = ben.pull().sees("conflict")
    assert (conflict["kept_by"], conflict["standing_value"]) == (world.people["engineer"], "abnormal")


def test_text_that_stands_stays_and_the_later_one_is_kept(phone_of: PhoneOf, world: World) -> None:
    anna, ben = phone_of("engineer"), phone_of("colleague")
    anna.answers(world.ups, "fan", remark="甲写的")
    result = ben.answers(world.ups, "fan", remark="乙写的")
    assert result["outcome"] == "conflict"
    assert ben.pull().answer(world.ups, "fan")["remark"] == "甲写的"
    assert ben.sees("conflict")[0]["kept_value"] == "乙写的"


def test_settling_reaches_both_phones(phone_of: PhoneOf, world: World) -> None:
    anna, ben = two_answers(phone_of, world, "abnormal", "normal")
    assert settle(anna, "take")["outcome"] == "applied"
    for phone in (anna.pull(), ben.pull()):
        assert phone.answer(world.ups, "fan")["value"] == "normal"
        assert [row["state"] for row in phone.sees("conflict")] == ["settled"]


def test_settling_twice_is_stale(phone_of: PhoneOf, world: World) -> None:
    anna, ben = two_answers(phone_of, world, "abnormal", "normal")
    (conflict,) = ben.sees("conflict")
    settle(anna, "keep")
    seen = {each: ben.writers_of(ben.base[each]) for each in (conflict["doc_id"], conflict["id"])}
    args = {"field": "value", "choice": "keep", "conflicts": [conflict["id"]]}
    assert ben.does("settle_conflict", doc=conflict["doc_id"], args=args, seen=seen)["code"] == "stale"


def test_the_winner_cannot_lower_the_value_below_an_open_worse_one(phone_of: PhoneOf, world: World) -> None:
    anna, ben = phone_of("engineer"), phone_of("colleague")
    anna.answers(world.ups, "fan", value="abnormal", severity=3)
    ben.answers(world.ups, "fan", value="abnormal", severity=2)
    ben.pull().answers(world.ups, "fan", severity=4)
    assert ben.pull().answer(world.ups, "fan")["severity"] == 3
    assert {row["kept_value"] for row in ben.sees("conflict") if row["state"] == "open"} == {4}


def test_approval_names_open_conflicts(phone_of: PhoneOf, world: World) -> None:
    engineer, colleague, supervisor = phone_of("engineer"), phone_of("colleague"), phone_of("supervisor")
    walk.walk(engineer, remark="甲")
    colleague.answers(world.ups, "fan", remark="乙")
    assert walk.approve(supervisor)["reason"] == "conflicts_open"
    assert settle(supervisor, "keep")["outcome"] == "applied"
    assert walk.approve(supervisor)["outcome"] == "applied"


def test_an_edit_that_follows_an_own_lost_value_sees_through_it(phone_of: PhoneOf, world: World) -> None:
    anna, ben = phone_of("engineer"), phone_of("colleague")
    anna.answers(world.ups, "fan", remark="甲")
    ben.pull()
    first = ben.make("answer_item", edits=[ben.edit(world.ups, "fan", remark="乙一")])
    edit = ben.edit(world.ups, "fan", remark="乙二")
    edit["was"] = {"remark": [first["op"]]}
    second = ben.make("answer_item", edits=[edit])
    outcomes = [result["outcome"] for result in ben.push(first, second)["results"]]
    assert outcomes == ["applied", "applied"]
    assert anna.pull().answer(world.ups, "fan")["remark"] == "乙二"
