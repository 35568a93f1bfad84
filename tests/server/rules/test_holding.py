from server.rules.holding import Contact, holding

LUNCH, ONE, TWO, THREE, FOUR = (f"2026-11-22T0{hour}:00:00.000Z" for hour in range(4, 9))


def opened(device: str, at: str) -> Contact:
    return Contact("opened", device, f"owner of {device}", at)


def submitted(device: str, at: str) -> Contact:
    return Contact("submitted", device, f"owner of {device}", at)


def sent_back(at: str) -> Contact:
    return Contact("sent_back", None, "supervisor", at)


def phones(contacts: list[Contact], last_seen: dict[str, str]) -> list[str]:
    return [phone["device"] for phone in holding(contacts, last_seen)]


def test_every_phone_that_opened_an_unsubmitted_round_may_hold_work() -> None:
    assert phones([opened("b", LUNCH), opened("a", ONE)], {"a": FOUR, "b": FOUR}) == ["a", "b"]


def test_phone_that_submitted_has_sent_what_it_had() -> None:
    assert phones([opened("a", LUNCH), submitted("a", ONE)], {"a": ONE}) == []


def test_second_phone_may_hold_work_until_it_was_in_touch_after_the_submit() -> None:
    contacts = [opened("a", LUNCH), opened("b", LUNCH), submitted("a", TWO)]
    assert phones(contacts, {"a": TWO, "b": ONE}) == ["b"]
    assert phones(contacts, {"a": TWO, "b": TWO}) == []
    assert phones(contacts, {"a": TWO, "b": THREE}) == []


def test_phone_that_opened_again_after_its_submit_may_hold_work() -> None:
    assert phones([opened("a", LUNCH), submitted("a", ONE), opened("a", TWO)], {"a": TWO}) == ["a"]


def test_round_sent_back_is_in_every_phone_again() -> None:
    contacts = [opened("a", LUNCH), opened("b", LUNCH), submitted("a", ONE), sent_back(TWO)]
    assert phones(contacts, {"a": THREE, "b": THREE}) == ["a", "b"]
    assert phones([*contacts, submitted("a", THREE)], {"a": THREE, "b": TWO}) == ["b"]
    assert phones([*contacts, submitted("a", THREE)], {"a": THREE, "b": FOUR}) == []


def test_phone_never_seen_again_was_seen_when_it_opened() -> None:
    assert holding([opened("a", LUNCH)], {}) == [{"device": "a", "person_id": "owner of a", "last_seen": LUNCH}]


def test_phone_that_only_read_the_round_holds_nothing() -> None:
    assert holding([submitted("a", ONE)], {"a": ONE, "c": ONE}) == []
