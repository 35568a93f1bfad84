"""Places form a tree: whatever is moved, nobody comes back to where they were by going up."""

from hypothesis import given
from hypothesis import strategies as st

from server.rules.place_tree import lies_in_itself, site_of, within

PLACES = st.sampled_from(["site", "room", "rack", "cage", "shelf", "hall"])
MOVES = st.lists(st.tuples(PLACES, st.none() | PLACES), max_size=30)


def test_a_place_lies_in_itself_directly_or_through_others() -> None:
    assert lies_in_itself("a", {"a": "a"})
    assert lies_in_itself("a", {"a": "b", "b": "c", "c": "a"})
    assert not lies_in_itself("a", {"a": "b", "b": "c", "c": None})
    assert not lies_in_itself("a", {})


def test_a_circle_elsewhere_neither_counts_nor_hangs() -> None:
    assert not lies_in_itself("a", {"a": "b", "b": "c", "c": "b"})


@given(MOVES)
def test_moves_that_are_refused_when_they_close_a_circle_leave_a_tree(moves: list[tuple[str, str | None]]) -> None:
    parents: dict[str, str | None] = {}
    for place, parent in moves:
        if not lies_in_itself(place, {**parents, place: parent}):
            parents[place] = parent
    for place in parents:
        up, at = 0, parents[place]
        while at is not None:
            up, at = up + 1, parents.get(at)
            assert up <= len(parents), parents


@given(MOVES)
def test_only_moves_that_close_a_circle_are_refused(moves: list[tuple[str, str | None]]) -> None:
    """Said the other way round: the new parent is the place itself or lies in it."""
    parents: dict[str, str | None] = {}
    for place, parent in moves:
        above, at = set[str](), parent
        while at is not None and at not in above:
            above.add(at)
            at = parents.get(at)
        assert lies_in_itself(place, {**parents, place: parent}) == (place in above)
        if place not in above:
            parents[place] = parent


def test_a_site_is_the_topmost_place_and_holds_all_below_it() -> None:
    parents = {"rack": "room", "room": "site", "site": None, "hall": None}
    assert [site_of(place, parents) for place in ("rack", "site", "gone")] == ["site", "site", "gone"]
    assert within("room", parents) == {"room", "rack"}
    assert within("site", parents) == {"site", "room", "rack"}
