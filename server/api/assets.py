"""The list of assets: searched on the server, so that it is as quick at a hundred thousand as at a hundred."""

from typing import Any

from flask_smorest import Blueprint
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.api.asset_shapes import AssetIds, AssetsFilter, AssetsPage, AssetsQuery, PlaceCounts
from server.api.retired import readable
from server.asset_list.search import Wanted, all_ids, search
from server.database import reading
from server.models import Asset, Tag, Ticket
from server.sync.pull import rows_by_id, rows_where
from server.sync.wire import PROTOCOL

blueprint = Blueprint("assets", __name__, url_prefix="/api/projects")
MOST_CHOSEN = 1_000  # changed at once


@blueprint.get("/<uuid:project_id>/assets")
@blueprint.arguments(AssetsQuery, location="query")
@blueprint.alt_response(200, schema=AssetsPage)
def list_assets(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """Assets by code, 50 at once: with every word of `text` in code, names, brand, model, serial or a live tag."""
    after = asked.pop("after")
    with reading() as session:
        project = readable(session, str(project_id))
        page = search(session, project, Wanted(**asked), after)
        docs = rows_by_id(session, {"asset": page.ids})
        docs += rows_where(session, "tag", Tag.asset_id.in_(page.ids) & Tag.revoked_at.is_(None))
        tickets = _open_tickets(session, page.ids)
    found = {"docs": docs, "open_tickets": tickets, "count": page.count, "more_than": page.more_than}
    return {"protocol": PROTOCOL, "stream": f"project:{project}", **found, "next": page.following}


@blueprint.get("/<uuid:project_id>/assets/ids")
@blueprint.arguments(AssetsFilter, location="query")
@blueprint.alt_response(200, schema=AssetIds)
def list_ids(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """The ids of all that match, 1,000 at most: what can be changed at once."""
    with reading() as session:
        project = readable(session, str(project_id))
        ids = all_ids(session, project, Wanted(**asked), MOST_CHOSEN + 1)
    return {"protocol": PROTOCOL, "ids": list(ids[:MOST_CHOSEN]), "more_than": len(ids) > MOST_CHOSEN}


@blueprint.get("/<uuid:project_id>/places/counts")
@blueprint.alt_response(200, schema=PlaceCounts)
def count_places(project_id: object) -> dict[str, Any]:
    """How many assets stand in each place; those that are retired do not count."""
    with reading() as session:
        here = (Asset.project_id == readable(session, str(project_id)), Asset.state != "retired")
        counted = select(Asset.place_id, func.count()).where(*here, Asset.place_id.is_not(None))
        rows = session.execute(counted.group_by(Asset.place_id)).all()
    return {"protocol": PROTOCOL, "places": {place: count for place, count in rows}}


def _open_tickets(session: Session, asset_ids: Any) -> dict[str, int]:
    still = (Ticket.asset_id.in_(asset_ids), Ticket.is_open)
    return dict(session.execute(select(Ticket.asset_id, func.count()).where(*still).group_by(Ticket.asset_id)).all())  # type: ignore[arg-type]  # rows are pairs
