"""Rows of one's own stream: written by their person alone, from whichever of their devices."""

from typing import Any

from server.rules.ids import preference_id
from tests.server.notifications.conftest import PhoneOf, Tells
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id


def wish(person: str, doc: str | None = None, /, **fields: Any) -> list[dict[str, Any]]:
    key = {"person_id": person}
    return [{"doc": doc or preference_id(person), "type": "preference", "key": key, "set": fields, "was": {}}]


def read(notice: str, at: str = "2026-11-22T08:00:00Z") -> list[dict[str, Any]]:
    return [{"doc": notice, "type": "notice", "set": {"read_at": at}, "was": {}}]


def notice_of(phone: WirePhone) -> dict[str, Any]:
    (notice,) = phone.pull().sees("notice")
    return notice


def test_a_person_says_how_they_want_to_be_told(phone_of: PhoneOf, world: World) -> None:
    phone = phone_of("client")
    own = wish(world.people["client"], email="a@example.com", quiet_from="22:00", quiet_to="07:00", language="en")
    assert phone.does("set_preference", edits=own)["outcome"] == "applied"
    (seen,) = phone.pull().sees("preference")
    assert (seen["email"], seen["quiet_from"], seen["language"]) == ("a@example.com", "22:00", "en")
    assert phone.does("set_preference", edits=wish(world.people["client"], email=None))["outcome"] == "applied"
    assert phone_of("client").sees("preference")[0]["email"] is None


def test_nobody_writes_another_s_not_even_a_supervisor(phone_of: PhoneOf, world: World) -> None:
    engineer, chief = world.people["engineer"], phone_of("supervisor")
    own = world.people["supervisor"]
    assert (
        phone_of("engineer").does("set_preference", edits=wish(engineer, email="a@example.com"))["outcome"] == "applied"
    )
    for edits in (
        wish(engineer, email="b@example.com"),  # of another
        wish(own, preference_id(engineer), email="b@example.com"),  # another's row under one's own name
        wish(world.people["desk"], email="b@example.com"),  # of another who has none yet
    ):
        result = chief.does("set_preference", edits=edits)
        assert (result["outcome"], result["reason"]) == ("parked", "unknown_document"), edits
    result = chief.does("set_preference", edits=wish(own, preference_id(world.people["desk"]), email="b@example.com"))
    assert (result["outcome"], result["reason"]) == ("parked", "wrong_natural_id")
    result = chief.does("set_preference", edits=wish(own, new_id(), email="b@example.com"))
    assert (result["outcome"], result["reason"]) == ("parked", "wrong_natural_id")
    (seen,) = phone_of("engineer").sees("preference")
    assert seen["email"] == "a@example.com"
    assert phone_of("desk").sees("preference") == [] == chief.pull().sees("preference")


def test_accepting_another_s_words_does_not_make_them_one_s_own(phone_of: PhoneOf, world: World) -> None:
    engineer, chief = phone_of("engineer"), phone_of("supervisor")
    stolen = engineer.does("set_preference", edits=wish(world.people["desk"], email="b@example.com"))
    assert chief.does("settle_parked", args={"op": stolen["op"], "choice": "accept"}, seen={})["outcome"] == "applied"
    for name in ("desk", "engineer", "supervisor"):
        assert phone_of(name).sees("preference") == []


def test_two_devices_of_one_person_never_disagree(phone_of: PhoneOf, world: World) -> None:
    """Their last word counts: there is nobody else whom it could be settled with."""
    one, other = phone_of("desk"), phone_of("desk")
    for phone, address in ((one, "a@example.com"), (other, "b@example.com")):
        assert phone.does("set_preference", edits=wish(world.people["desk"], email=address))["outcome"] == "applied"
    (seen,) = one.pull().sees("preference")
    assert seen["email"] == "b@example.com" and one.sees("conflict") == []


def test_a_notice_is_read_by_whom_it_was_for(phone_of: PhoneOf, world: World, tells: Tells) -> None:
    tells("near/1", people=[world.people["desk"]])
    desk = phone_of("desk")
    notice = notice_of(desk)["id"]
    assert phone_of("supervisor").does("read_notice", edits=read(notice))["reason"] == "unknown_document"
    assert notice_of(desk)["read_at"] is None
    assert desk.does("read_notice", edits=read(notice))["outcome"] == "applied"
    assert notice_of(desk)["read_at"] == "2026-11-22T08:00:00.000Z"
    assert phone_of("desk").does("read_notice", edits=read(notice, "2026-11-22T09:00:00Z"))["outcome"] == "applied"


def test_nobody_makes_notices(phone_of: PhoneOf, world: World) -> None:
    desk = phone_of("desk")
    made = [{**read(new_id())[0], "key": {"person_id": world.people["desk"]}}]
    assert desk.does("read_notice", edits=made)["outcome"] == "parked"
    assert desk.pull().sees("notice") == []


def test_what_makes_no_sense_is_parked_with_its_place(phone_of: PhoneOf, world: World) -> None:
    phone = phone_of("desk")
    for fields in (
        {"email": "nobody"},
        {"email": "a@b\r\nBcc: x@y"},
        {"email": "a@example.com, b@example.com"},
        {"quiet_from": "24:00"},
        {"quiet_from": "7:00"},
        {"quiet_to": 7},
        {"language": "fr"},
        {"person_id": world.people["engineer"]},
    ):
        result = phone.does("set_preference", edits=wish(world.people["desk"], **fields))
        assert (result["outcome"], result["reason"]) == ("parked", "malformed"), fields
