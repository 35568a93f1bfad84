"""Policies and facts of the clocks' vectors, which say only what differs from the default ones."""

from copy import deepcopy
from typing import Any, cast

from server.rules.clocks_types import TicketFacts
from tests.server.rules.vectors import read

CONTRACT = read("clocks")


def policy_with(changes: dict[str, Any]) -> dict[str, Any]:
    return merged(deepcopy(CONTRACT["default_policy"]), changes)


def facts_with(**said: Any) -> TicketFacts:
    return cast(TicketFacts, {**CONTRACT["facts"], **said})


def merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A weekly calendar is said whole; every other object by its members."""
    for name, value in changes.items():
        inner = isinstance(value, dict) and isinstance(base.get(name), dict) and name != "weekly"
        base[name] = merged(base[name], value) if inner else value
    return base


def event(key: str, name: str, at: str, *, after: tuple[str, ...] = (), **args: Any) -> dict[str, Any]:
    """An event that the server received when it happened."""
    return {"id": key, "name": name, "at": at, "received_at": at, "after": list(after), "args": args}
