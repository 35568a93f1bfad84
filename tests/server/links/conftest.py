"""A solved ticket of a round, and the links that its staff makes into it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from server.links.tokens import code_of, token_of
from tests.server.sync.conftest import PhoneOf, phone_of, world
from tests.support import walk
from tests.support.wire_phone import WirePhone
from tests.support.world import World

__all__ = ["phone_of", "world"]

SOLUTION = "更换风扇，清洁滤网"


@dataclass
class Visitor:
    """Somebody without an account, with a link and its code."""

    app: Flask
    path: str
    code: str

    def opens(self) -> TestResponse:
        return self.app.test_client().get(self.path)

    def sends(self, **form: str) -> TestResponse:
        said = {"name": "甲方值班员", "code": self.code, **form}
        return self.app.test_client().post(self.path, data=said)


@pytest.fixture
def engineer(phone_of: PhoneOf, world: World) -> WirePhone:
    phone = phone_of("engineer")
    walk.walk(phone, value="abnormal", severity=3, seen="风扇异响")
    return phone


def ticket_of(phone: WirePhone) -> dict[str, Any]:
    (ticket,) = phone.pull().sees("ticket")
    return ticket


def resolve(phone: WirePhone) -> None:
    ticket = ticket_of(phone)
    findings = [row["id"] for row in phone.sees("finding")]
    done = {"findings": findings, "solution": SOLUTION, "how": "fixed"}
    assert phone.does("resolve_ticket", doc=ticket["id"], args=done, after=[])["outcome"] == "applied"


def seen(phone: WirePhone) -> dict[str, list[str]]:
    ticket = ticket_of(phone)["id"]
    return {ticket: phone.writers_of(phone.base[ticket])}


@pytest.fixture
def link_for(app: Flask, engineer: WirePhone) -> Callable[..., Visitor]:
    """Makes a link of this purpose as the engineer, and gives who holds it."""

    def make(purpose: str, **args: Any) -> Visitor:
        asked = {"purpose": purpose, "recipient": "甲方", "language": "zh-CN", "days": 7, **args}
        made = engineer.does("make_link", doc=ticket_of(engineer)["id"], args=asked, seen=seen(engineer))
        assert made["outcome"] == "applied", made
        with app.app_context():
            return Visitor(app, f"/l/{token_of(made['op'])}", code_of(made["op"]))

    return make
