"""Places form a tree (site, room, rack): going up from a place never comes back to it."""

from collections.abc import Mapping


def lies_in_itself(place: str, parents: Mapping[str, str | None]) -> bool:
    """Whether the place is reached again from itself. A circle elsewhere is not its fault, and ends the walk."""
    seen = set[str]()
    above = parents.get(place)
    while above is not None and above not in seen:
        if above == place:
            return True
        seen.add(above)
        above = parents.get(above)
    return False
