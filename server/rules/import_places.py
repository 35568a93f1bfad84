"""Where a table says that a thing stands: found in the project's tree of places, or a place to be made in it.

A path may leave out what is above or between: `机柜01` is found wherever only one rack is called so.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from server.rules.import_text import clean, word

_SPLIT: Final = re.compile(r"[/／\\＼>＞›→]+")
_RACK: Final = re.compile(r"机柜|机架|(?<!控)柜$|rack|cabinet", re.IGNORECASE)
_ROOM: Final = re.compile(r"机房|房$|室|间$|厅$|room|closet|floor|楼$|层$|\d+f$", re.IGNORECASE)
_BELOW: Final[Mapping[str | None, str]] = {None: "room", "site": "room", "room": "rack", "rack": "rack"}
LONGEST_NAME = 200
DEEPEST = 6


@dataclass(frozen=True)
class Part:
    """One step of a path; `kind` where the table's column says it."""

    name: str
    kind: str | None = None


Path = tuple[Part, ...]


@dataclass(frozen=True)
class PlaceFacts:
    """A place that is there, or (`is_new`) one to be made."""

    id: str
    parent_id: str | None
    kind: str
    names: tuple[str, ...]
    is_new: bool = False


class PlaceProblem(ValueError):
    """`reason`: place_ambiguous, place_unknown (and none is to be made), place_too_deep, place_too_long."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def path_of(text: str) -> Path:
    """`A机房/机柜01`, from the outside in."""
    return tuple(Part(name) for piece in _SPLIT.split(text) if (name := clean(piece)))


def kind_of(name: str, parent: str | None) -> str:
    """A rack or a room by its name, else what usually lies in the place above."""
    if _RACK.search(name):
        return "rack"
    if _ROOM.search(name) and parent != "rack":
        return "room"
    return _BELOW[parent]


@dataclass
class PlaceBook:
    """The project's places and those to be made, in the order in which they must be. `make_id`: from parent, name."""

    places: Sequence[PlaceFacts]
    make_id: Callable[[str | None, str], str]
    may_make: bool = True
    made: list[PlaceFacts] = field(default_factory=list, init=False)
    _by_id: dict[str, PlaceFacts] = field(default_factory=dict, init=False)
    _by_word: dict[str, list[PlaceFacts]] = field(default_factory=dict, init=False)
    _by_path: dict[str, set[str]] = field(default_factory=dict, init=False)
    _found: dict[Path, str | PlaceProblem] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for place in self.places:
            self._add(place)
        for place in self.places:
            above = [*self._above(place)][::-1]
            for one in range(2):  # in either language, as our own export writes it
                names = [(step.names[one : one + 1] or step.names[:1])[0] for step in (*above, place) if step.names]
                self._by_path.setdefault(word("/".join(names)), set()).add(place.id)

    def find(self, path: Path) -> str:
        """The id of the place; the same path is the same place. Raises PlaceProblem."""
        known = self._found.get(path)
        if known is None:
            try:
                known = self._look(path)
            except PlaceProblem as problem:
                known = problem
            self._found[path] = known
        if isinstance(known, PlaceProblem):
            raise known
        return known

    def _look(self, path: Path) -> str:
        written = self._by_path.get(word("/".join(part.name for part in path)), set())
        if len(written) == 1 and not any(part.kind for part in path):
            return next(iter(written))
        if len(path) > DEEPEST:
            raise PlaceProblem("place_too_deep")
        there = [place for place in self._by_word.get(word(path[-1].name), ()) if self._lies_on(place, path)]
        if len(there) > 1:
            exact = [place for place in there if self._depth(place) == len(path)]
            there = exact or there
        if len(there) == 1:
            return there[0].id
        if there:
            raise PlaceProblem("place_ambiguous")
        return self._make(path)

    def _make(self, path: Path) -> str:
        part = path[-1]
        if not self.may_make:
            raise PlaceProblem("place_unknown")
        if len(part.name) > LONGEST_NAME:
            raise PlaceProblem("place_too_long")
        parent = self._by_id[self.find(path[:-1])] if len(path) > 1 else self._only_site(part)
        above = parent.kind if parent else None
        kind = part.kind or kind_of(part.name, above)
        place = PlaceFacts(
            self.make_id(parent.id if parent else None, word(part.name)), parent.id if parent else None, kind,
            (part.name,), is_new=True,
        )  # fmt: skip
        self._add(place)
        self.made.append(place)
        return place.id

    def _only_site(self, part: Part) -> PlaceFacts | None:
        """A room that is named alone lies in the project's one site, if it has one."""
        sites = [place for place in self.places if place.kind == "site"]
        return sites[0] if len(sites) == 1 and part.kind != "site" else None

    def _add(self, place: PlaceFacts) -> None:
        self._by_id[place.id] = place
        for name in {word(name) for name in place.names if name}:
            self._by_word.setdefault(name, []).append(place)

    def _lies_on(self, place: PlaceFacts, path: Path) -> bool:
        """Whether the steps before the last are found above it, in their order; and whether it is of the kind asked."""
        if path[-1].kind not in (None, place.kind):
            return False
        above = self._above(place)
        return all(any(word(part.name) in map(word, one.names) for one in above) for part in reversed(path[:-1]))

    def _above(self, place: PlaceFacts) -> Iterator[PlaceFacts]:
        """The nearest first; a circle ends after as many steps as there are places."""
        at = self._by_id.get(place.parent_id or "")
        for _ in range(len(self._by_id)):
            if at is None:
                return
            yield at
            at = self._by_id.get(at.parent_id or "")

    def _depth(self, place: PlaceFacts) -> int:
        return 1 + sum(1 for _ in self._above(place))
