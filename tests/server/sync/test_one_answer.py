"""One answer, from one phone to the server to another phone."""

from tests.server.sync.conftest import PhoneOf
from tests.support.world import World


def test_an_answer_reaches_another_phone(phone_of: PhoneOf, world: World) -> None:
    anna, ben = phone_of("engineer"), phone_of("colleague")
    result = anna.answers(world.ups, "fan", value="normal")
    assert result["outcome"] == "applied"
    assert ben.pull().answer(world.ups, "fan")["value"] == "normal"


def test_syncing_again_changes_nothing(phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    anna.answers(world.ups, "fan", value="normal")
    before = {**anna.pull().base}
    cursors = {**anna.cursors}
    assert anna.pull().base == before
    assert anna.cursors == cursors


def test_a_repeated_push_is_answered_with_the_stored_outcome(phone_of: PhoneOf, world: World) -> None:
    anna = phone_of("engineer")
    made = anna.make("answer_item", edits=[anna.edit(world.ups, "fan", value="normal")])
    first, again = anna.push(made), anna.push(made)
    assert again["results"] == [{**first["results"][0], "duplicate": True}]
    assert again["last_n"] == first["last_n"]


def test_an_outsider_gets_the_same_answer_as_for_what_does_not_exist(phone_of: PhoneOf, world: World) -> None:
    outsider = phone_of("outsider")
    result = outsider.answers(world.ups, "fan", value="normal")
    assert (result["outcome"], result["reason"]) == ("parked", "unknown_document")
    assert world.round not in outsider.pull().base
