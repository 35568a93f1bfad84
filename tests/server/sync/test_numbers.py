"""Numbers without gaps: replays, gaps, clones, and causes that are late."""

from tests.server.sync.conftest import PhoneOf
from tests.support.world import World, new_id


def test_a_gap_stops_the_batch_and_names_the_number_expected(phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    first = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    later = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", remark="x")])
    body = anna.push(later)
    assert body["stop"] == {"reason": "gap", "expected": first["n"]}
    assert body["results"] == []
    assert [r["outcome"] for r in anna.push(first, later)["results"]] == ["applied", "applied"]


def test_a_clone_gets_a_device_of_its_own_and_loses_nothing(phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    mine = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    anna.push(mine)
    twin = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", remark="克隆机")]) | {"n": mine["n"]}
    stop = anna.push(twin)["stop"]
    assert stop["reason"] == "fork"
    assert stop["device"] != anna.device
    anna.device = stop["device"]
    renumbered = [{**mine, "n": 1}, {**twin, "n": 2}]
    results = anna.push(*renumbered)["results"]
    assert [(r["outcome"], r.get("duplicate", False)) for r in results] == [("applied", True), ("applied", False)]


def test_a_batch_that_reaches_back_replays_and_goes_on(phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    first = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    anna.push(first)
    second = anna.make("answer_item", edits=[anna.edit(world.recorder, "picture", value="normal")])
    results = anna.push(first, second)["results"]
    assert [r.get("duplicate", False) for r in results] == [True, False]


def test_the_same_id_with_another_body_is_kept_and_answered(phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    first = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    anna.push(first)
    other = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="abnormal")]) | {"op": first["op"]}
    (result,) = anna.push(other)["results"]
    assert (result["outcome"], result["code"]) == ("parked", "op_id_reused")
    assert anna.pull().answer(world.ups, "fan")["value"] == "normal"


def test_an_edit_waits_for_its_cause_and_is_applied_when_it_comes(phone_of: PhoneOf, world: World) -> None:
    anna, ben = phone_of("engineer"), phone_of("colleague")
    cause = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", remark="甲")])
    edit = ben.edit(world.ups, "fan", remark="乙看过甲") | {"was": {"remark": [cause["op"]]}}
    result = ben.does("answer_item", edits=[edit])
    assert (result["outcome"], result["for"]) == ("waiting", [cause["op"]])
    assert ben.pull().sees("op_status")[0]["outcome"] == "waiting"
    anna.push(cause)
    assert ben.pull().answer(world.ups, "fan")["remark"] == "乙看过甲"
    assert ben.sees("op_status")[0]["outcome"] == "applied"


def test_a_supervisor_releases_what_waits_for_ever(phone_of: PhoneOf, world: World) -> None:
    ben, supervisor = phone_of("colleague"), phone_of("supervisor")
    edit = ben.edit(world.ups, "fan", remark="等不到") | {"was": {"remark": [new_id()]}}
    waiting = ben.does("answer_item", edits=[edit])
    assert supervisor.does("release_waiting", args={"op": waiting["op"]}, seen={})["outcome"] == "applied"
    assert ben.pull().answer(world.ups, "fan")["remark"] == "等不到"


def test_a_parked_operation_is_told_to_its_author_and_can_be_set_aside(phone_of: PhoneOf, world: World) -> None:
    client, supervisor = phone_of("client"), phone_of("supervisor")
    parked = client.answers(world.ups, "fan", value="normal")
    assert (parked["outcome"], parked["reason"]) == ("parked", "role_missing")
    (status,) = client.pull().sees("op_status")
    assert status["message_en"] == parked["message"]
    args = {"op": parked["op"], "choice": "set_aside", "note": "甲方不填项"}
    assert supervisor.does("settle_parked", args=args, seen={})["outcome"] == "applied"
    assert client.pull().sees("op_status")[0]["outcome"] == "settled"


def test_a_parked_answer_can_be_accepted_by_a_supervisor(phone_of: PhoneOf, world: World) -> None:
    client, supervisor = phone_of("client"), phone_of("supervisor")
    parked = client.answers(world.ups, "fan", value="normal")
    args = {"op": parked["op"], "choice": "accept"}
    assert supervisor.does("settle_parked", args=args, seen={})["outcome"] == "applied"
    assert supervisor.pull().answer(world.ups, "fan")["value"] == "normal"
