"""Wrong passwords: the same answer and the same work for every name, slower and slower."""

from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from server.models.sign_in_attempt import FREE_FOR_ADDRESS, FREE_FOR_NAME
from server.passwords import Passwords
from tests.support.browser import Browser
from tests.support.clock import FakeClock
from tests.support.people import Cast


def guess(browser: Browser, name: str, times: int, **options: Any) -> list[TestResponse]:
    wrong = {"name": name, "password": "guess"}
    return [browser.post("/api/session", wrong, **options) for _ in range(times)]


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(browser: Browser, cast: Cast) -> None:
    known, unknown = guess(browser, "engineer", 1)[0], guess(browser, "nobody", 1)[0]
    assert known.status_code == unknown.status_code == 401
    assert known.get_json() == unknown.get_json()
    assert known.get_json()["code"] == "wrong_password"


def test_an_unknown_name_costs_the_same_work_as_a_wrong_password(
    app: Flask, browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashers: list[tuple[str, str]] = []
    hasher_type = type(app.extensions["passwords"]._hasher)
    verify = hasher_type.verify

    def noted(self: Any, stored: str, password: str) -> bool:
        hashers.append((stored.rsplit("$", 2)[0], password))  # the settings of the hash, without salt and sum
        return bool(verify(self, stored, password))

    monkeypatch.setattr(hasher_type, "verify", noted)
    guess(browser, "engineer", 1)
    guess(browser, "nobody", 1)
    assert len(hashers) == 2
    assert hashers[0] == hashers[1]


def test_the_hash_of_nobody_opens_nothing(app: Flask) -> None:
    passwords: Passwords = app.extensions["passwords"]
    assert not passwords.match(None, "")


@pytest.mark.parametrize("name", ["engineer", "nobody"])
def test_guessing_a_name_is_slowed_whether_or_not_it_exists(name: str, browser: Browser, cast: Cast) -> None:
    guess(browser, name, FREE_FOR_NAME)
    answer = guess(browser, name, 1)[0]
    assert (answer.status_code, answer.get_json()["code"], answer.headers["Retry-After"]) == (429, "slow_down", "1")


def test_the_wait_doubles_with_each_failure_and_ends_at_a_quarter_of_an_hour(
    browser: Browser, cast: Cast, clock: FakeClock
) -> None:
    guess(browser, "engineer", FREE_FOR_NAME)
    waits = []
    for _ in range(12):
        wait = int(guess(browser, "engineer", 1)[0].headers["Retry-After"])
        waits.append(wait)
        clock.advance(seconds=wait)
        guess(browser, "engineer", 1)
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


def test_the_right_password_has_to_wait_too(browser: Browser, cast: Cast, clock: FakeClock) -> None:
    guess(browser, "engineer", FREE_FOR_NAME)
    assert browser.sign_in("engineer").status_code == 429
    clock.advance(seconds=1)
    assert browser.sign_in("engineer").status_code == 200


def test_the_right_password_gives_the_free_tries_back(browser: Browser, cast: Cast) -> None:
    guess(browser, "engineer", FREE_FOR_NAME - 1)
    browser.sign_in("engineer")
    guess(browser, "engineer", FREE_FOR_NAME - 1)
    assert browser.sign_in("engineer").status_code == 200


def test_waiting_one_out_does_not_count_as_a_failure(browser: Browser, cast: Cast, clock: FakeClock) -> None:
    guess(browser, "engineer", FREE_FOR_NAME + 10)
    clock.advance(seconds=1)
    assert browser.sign_in("engineer").status_code == 200


def test_an_address_that_tries_many_names_is_slowed(browser: Browser, cast: Cast) -> None:
    for number in range(FREE_FOR_ADDRESS):
        guess(browser, f"name {number}", 1)
    assert browser.sign_in("engineer").status_code == 429


def test_another_address_is_not_slowed_by_it(browser: Browser, cast: Cast) -> None:
    for number in range(FREE_FOR_ADDRESS):
        guess(browser, f"name {number}", 1)
    elsewhere = guess(browser, "engineer", 1, environ_overrides={"REMOTE_ADDR": "203.0.113.7"})[0]
    assert elsewhere.status_code == 401


def test_a_team_behind_one_address_signs_in_without_being_slowed(browser: Browser, cast: Cast) -> None:
    answers = {browser.sign_in("engineer").status_code for _ in range(FREE_FOR_ADDRESS + 5)}
    assert answers == {200}


def test_failures_are_forgotten_after_a_day(browser: Browser, cast: Cast, clock: FakeClock) -> None:
    guess(browser, "engineer", FREE_FOR_NAME)
    clock.advance(days=1, seconds=1)
    assert {answer.status_code for answer in guess(browser, "engineer", FREE_FOR_NAME)} == {401}


def test_an_office_with_a_typo_now_and_then_is_never_slowed(browser: Browser, cast: Cast, clock: FakeClock) -> None:
    answers = set()
    for _ in range(7 * 12):
        clock.advance(hours=2)
        answers |= {guess(browser, "engineer", 1)[0].status_code, browser.sign_in("engineer").status_code}
    assert answers == {401, 200}


def test_good_sign_ins_neither_hasten_nor_hold_up_what_time_forgives(
    browser: Browser, cast: Cast, clock: FakeClock
) -> None:
    for number in range(FREE_FOR_ADDRESS - 1):
        guess(browser, f"name {number}", 1)
    for _ in range(12):
        clock.advance(minutes=10)
        assert browser.sign_in("engineer").status_code == 200
    answers = [guess(browser, f"new name {number}", 1)[0].status_code for number in range(10)]
    assert answers == [401] * 9 + [429]
