"""Passwords that people choose (security.md T11)."""

import pytest

from server.rules.new_password import password_problem


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("seven quiet lamps", None),
        ("巡检要走完每一个机柜才算", None),
        ("short", "too_short"),
        ("x" * 201, "too_long"),
        ("1212121212", "too_easy"),
        ("Password123", "too_easy"),
        ("wang.fang1!", "like_the_name"),
        ("the long way of wang.fang home", None),
    ],
)
def test_what_is_wrong_with_it(password: str, problem: str | None) -> None:
    assert password_problem(password, "wang.fang") == problem
