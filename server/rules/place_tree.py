"""Places form a tree (site, room, rack): going up from a place never comes back to it."""

from collections.abc import Mapping
from typing import Any


def lies_in_itself(place: str, parents: Mapping[str, str | None]) -> bool:
    """Whether the place is reached again from itself. A circle elsewhere is not its fault, and ends the walk."""
    return place in above(place, parents)


def site_of(place: str, parents: Mapping[str, str | None]) -> str:
    """The topmost place above it, or itself."""
    return [place, *above(place, parents)][-1]


def within(top: str, parents: Mapping[str, str | None]) -> set[str]:
    """A place and everything that lies in it."""
    return {place for place in parents if place == top or top in above(place, parents)}


def above(place: str, parents: Mapping[str, str | None]) -> list[str]:
    """The places above it, the nearest first; a circle is gone round once."""
    found: list[str] = []
    at = parents.get(place)
    while at is not None and at not in found:
        found.append(at)
        at = parents.get(at)
    return found


def path_to(place: str | None, places: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The places in which it lies, the topmost first, itself last; empty for no place. A circle is gone round once."""
    found: list[str] = []
    while place is not None and place not in found:
        found.append(place)
        place = places[place]["parent_id"] if place in places else None
    return found[::-1]
