"""Places form a tree (site, room, rack): going up from a place never comes back to it."""

from collections.abc import Mapping


def lies_in_itself(place: str, parents: Mapping[str, str | None]) -> bool:
    """Whether the place is reached again from itself. A circle elsewhere is not its fault, and ends the walk."""
    return place in _above(place, parents)


def site_of(place: str, parents: Mapping[str, str | None]) -> str:
    """The topmost place above it, or itself."""
    return [place, *_above(place, parents)][-1]


def within(top: str, parents: Mapping[str, str | None]) -> set[str]:
    """A place and everything that lies in it."""
    return {place for place in parents if place == top or top in _above(place, parents)}


def _above(place: str, parents: Mapping[str, str | None]) -> list[str]:
    """The places above it, the nearest first; a circle is gone round once."""
    found: list[str] = []
    above = parents.get(place)
    while above is not None and above not in found:
        found.append(above)
        above = parents.get(above)
    return found
