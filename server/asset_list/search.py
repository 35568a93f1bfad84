"""A page of a project's assets, by code: with every word of a text, of a category, in a place and all that lies in it.

What few assets match is found by index and sorted. What many match is met soon while walking along the codes: then
each asset that is passed is looked at. Either costs by the page, not by how many assets there are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import Session

from server.asset_list.matching import in_index, says
from server.models import Asset, AssetText, Place
from server.rules.grams import words_of

AT_ONCE = 50
COUNTED = 1_000  # more is said as "more than"
STATES = ("in_use", "spare", "retired")


@dataclass(frozen=True)
class Wanted:
    """None: whichever, but what is retired must be asked for. `state` "any" is all of them."""

    text: str = ""
    category: str | None = None
    place: str | None = None
    state: str | None = None


@dataclass(frozen=True)
class Page:
    """`count` is exact up to COUNTED; `more_than` says that there are more."""

    ids: Sequence[str]
    count: int
    more_than: bool
    following: str | None


def search(session: Session, project_id: str, wanted: Wanted, after: str | None = None, most: int = AT_ONCE) -> Page:
    """`after`: the last asset of the page before."""
    matching = Matching.of(session, project_id, wanted)
    if matching is None:
        return Page([], 0, more_than=False, following=None)
    found = session.scalars(select(func.count()).select_from(matching.few().limit(COUNTED + 1).subquery())).one()
    by_code = matching.many() if found > COUNTED else matching.few()
    ids = session.scalars(_page(by_code, after).limit(most + 1)).all()
    more_than = found > COUNTED
    return Page(ids[:most], min(found, COUNTED), more_than, ids[most - 1] if len(ids) > most else None)


def all_ids(session: Session, project_id: str, wanted: Wanted, most: int) -> Sequence[str]:
    """Every asset that matches, by code, `most` at most."""
    matching = Matching.of(session, project_id, wanted)
    return session.scalars(_page(matching.few(), None).limit(most)).all() if matching else []


@dataclass(frozen=True)
class Matching:
    """The two ways to ask for the same assets."""

    project_id: str
    wanted: Wanted
    words: Sequence[str]
    database: str

    @classmethod
    def of(cls, session: Session, project_id: str, wanted: Wanted) -> "Matching | None":
        """None for a text of signs alone: nothing says that."""
        words = words_of(wanted.text)
        if wanted.text.strip() and not words:
            return None
        return cls(project_id, wanted, words, session.get_bind().dialect.name)

    def few(self) -> Select[str]:
        """By the index of what narrows most."""
        chosen = select(Asset.id).where(*self._plain())
        if self.wanted.place is not None:
            chosen = chosen.where(Asset.place_id.in_(_within(self.wanted.place)))
        if self.words:
            chosen = chosen.where(Asset.id.in_(in_index(self.words, self.database)))
        return chosen

    def many(self) -> Select[str]:
        """Along the codes: written so that no other index looks useful."""
        chosen = select(Asset.id).where(*self._plain())
        if self.wanted.place is not None:
            chosen = chosen.where(func.coalesce(Asset.place_id, "").in_(_within(self.wanted.place)))
        if self.words:
            chosen = chosen.join(AssetText, AssetText.asset_id == Asset.id).where(*says(self.words))
        return chosen

    def _plain(self) -> Iterator[ColumnElement[bool]]:
        yield Asset.project_id == self.project_id
        if self.wanted.category is not None:
            yield Asset.category == self.wanted.category
        if self.wanted.state is None:
            yield Asset.state != "retired"
        elif self.wanted.state != "any":
            yield Asset.state == self.wanted.state


def _within(place: str) -> Select[str]:
    """The place and all that lies in it. UNION: a circle is gone round once."""
    below = select(Place.id).where(Place.id == place).cte("below", recursive=True)
    below = below.union(select(Place.id).join(below, Place.parent_id == below.c.id))
    return select(below.c.id)


def _page(chosen: Select[str], after: str | None) -> Select[str]:
    chosen = chosen.order_by(Asset.code, Asset.id)
    if after is None:
        return chosen
    code = select(Asset.code).where(Asset.id == after).scalar_subquery()
    beyond = or_(Asset.code > code, tuple_(Asset.code, Asset.id) > tuple_(code, after))
    return chosen.where(Asset.code >= code, beyond)  # the first is for the index, the second for equals
