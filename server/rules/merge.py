"""The decision table of a field's merge (docs/protocol.md, "Merge"): pure, one outcome and one reason a branch.

Values are what the wire carries; writers are operation ids. `seen` is what the author saw
(`was`, resolved through the author's own parked or lost operations).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

Outcome = Literal["written", "joined", "kept", "displaced", "restored"]

_ANSWER_WEIGHT = {"not_applicable": 1, "normal": 2, "abnormal": 3}


@dataclass(frozen=True)
class Kept:
    """A value of another author that lost and is not settled yet."""

    conflict_id: str
    value: Any
    op: str
    author: str | None


@dataclass(frozen=True)
class Merged:
    """What becomes of one field.

    `loses` are the operations whose value must be kept as an open conflict, with that value;
    `reopens` is the kept value that came back as current and whose conflict row is used up.
    """

    outcome: Outcome
    value: Any
    writers: tuple[str, ...]
    loses: tuple[tuple[str, Any], ...] = field(default=())
    reopens: Kept | None = None


def weight(value: Any) -> int:
    """How bad an answer (abnormal worst) or a severity (1 worst) is; 0 is nothing said yet."""
    if value is None:
        return 0
    if isinstance(value, int):
        return 10 - value
    return _ANSWER_WEIGHT.get(value, 0)


def merge_keep(op: str, now: Any, current: Any, writers: Iterable[str], seen: Iterable[str]) -> Merged:
    """Class `keep`: what stands stays, unless its author was seen."""
    held = tuple(writers)
    if set(held) <= set(seen):
        return Merged("written", now, (op,))
    if now == current:
        # Two people found the same: neither may withdraw it for both.
        return Merged("joined", current, tuple(sorted({*held, op})))
    return Merged("kept", current, held, loses=((op, now),))


def merge_worse_wins(
    op: str, now: Any, current: Any, writers: Iterable[str], seen: Iterable[str], open_kept: Iterable[Kept]
) -> Merged:
    """Class `worse_wins`: the worse value stands until a person settles it (invariant I15).

    `open_kept` are the open conflicts of this field by other authors than the operation's.
    """
    held = tuple(writers)
    if set(held) <= set(seen):
        worse = [kept for kept in open_kept if weight(kept.value) > weight(now)]
        if not worse:
            return Merged("written", now, (op,))
        back = max(worse, key=lambda kept: (weight(kept.value), kept.op))
        return Merged("restored", back.value, (back.op,), loses=((op, now),), reopens=back)
    if now == current:
        return Merged("joined", current, tuple(sorted({*held, op})))
    if weight(now) > weight(current):
        unseen = [writer for writer in held if writer not in set(seen)]
        return Merged("displaced", now, (op,), loses=tuple((writer, current) for writer in unseen))
    return Merged("kept", current, held, loses=((op, now),))


def merge_union(members: Iterable[str], adders: dict[str, list[str]], op: str, change: dict[str, Any]) -> "Union":
    """Class `union`: a member stands while one operation that added it is not removed."""
    standing = {member: list(adders.get(member, [])) for member in members}
    for member in change.get("add", ()):
        standing[member] = sorted({*standing.get(member, []), op})
    for member, removed in change.get("remove", {}).items():
        left = [adder for adder in standing.get(member, []) if adder not in set(removed)]
        if left:
            standing[member] = left
        else:
            standing.pop(member, None)
    return Union(sorted(standing), standing)


@dataclass(frozen=True)
class Union:
    """Members of a set and, for each, the operations that added it."""

    members: list[str]
    adders: dict[str, list[str]]
