"""Operations on where things are: sites, rooms and racks."""

from marshmallow import Schema
from sqlalchemy import select

from server.models import Place
from server.operations.fields import ProjectKey, an_id, one_of, text, whole, words
from server.operations.projects import partial
from server.rules.place_tree import lies_in_itself
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, EditTarget, edit
from server.sync.work import Work


class PlaceFields(Schema):
    parent_id = an_id(required=False)
    kind = one_of("site", "room", "rack", required=True)
    code = text(most=40)
    name_zh = words()
    name_en = words()
    ordinal = whole()


def _describe_place(work: Work) -> None:
    moved = [one.doc for one in work.checked.edits if one.set.get("parent_id") is not None]
    refuse_circle(work, [work.books.need("place", doc) for doc in moved])


def refuse_circle(work: Work, moved: list[Document]) -> None:
    """No place comes to lie in itself. Two moves at once would each look right: the project's places are locked."""
    if not moved:
        return
    here = select(Place.id, Place.parent_id).where(Place.project_id == work.project_id)
    stored = work.books.session.execute(here.order_by(Place.id).with_for_update(key_share=True))
    parents = {row.id: row.parent_id for row in stored}
    parents |= {row.id: row["parent_id"] for row in work.books.changed() if row.type.name == "place"}
    for place in moved:
        if lies_in_itself(place.id, parents):
            raise Parked("invalid", "place_in_itself", doc=place.id)


edit(
    "describe_place",
    roles=SUPERVISORS,
    targets={"place": EditTarget(partial(PlaceFields), ProjectKey())},
    effect=_describe_place,
)
