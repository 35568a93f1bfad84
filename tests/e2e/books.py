"""Looking into the server's books, not at a screen."""

from threading import Event
from typing import Any

from sqlalchemy import select

from server.database import reading
from server.models import Asset, Tag
from server.models.documents import DOCUMENT_TYPES
from tests.e2e.running_server import RunningServer

TRIES, LOOK_AGAIN_SECONDS = 225, 0.2


def tag_text(server: RunningServer, asset_code: str) -> str:
    """What the label of this asset says."""
    with server.app.app_context(), reading() as session:
        tag = session.scalars(
            select(Tag).join(Asset, Asset.id == Tag.asset_id).where(Asset.code == asset_code, Tag.revoked_at.is_(None))
        ).first()
        assert tag is not None, asset_code
        return f"{server.address}/t/{tag.code}#{tag.check}"


def rows(server: RunningServer, kind: str, **where: Any) -> list[dict[str, Any]]:
    """Documents of a type as the database has them."""
    table = DOCUMENT_TYPES[kind].table
    conditions = [table.c[name] == value for name, value in where.items()]
    with server.app.app_context(), reading() as session:
        return [dict(row) for row in session.execute(select(table).where(*conditions)).mappings()]


def only_row(server: RunningServer, kind: str, **where: Any) -> dict[str, Any]:
    """The one document that says this."""
    (row,) = rows(server, kind, **where)
    return row


def comes(server: RunningServer, kind: str, **where: Any) -> dict[str, Any]:
    """Wait until there is such a document; gives it."""
    tick = Event()
    for _ in range(TRIES):
        found = rows(server, kind, **where)
        if found:
            return found[0]
        tick.wait(LOOK_AGAIN_SECONDS)
    raise AssertionError(f"no {kind} comes that says {where}")


def becomes(server: RunningServer, kind: str, row_id: str, **wanted: Any) -> dict[str, Any]:
    """Wait until the row says this; gives it."""
    tick = Event()
    for _ in range(TRIES):
        (row,) = rows(server, kind, id=row_id)
        if all(row[name] == value for name, value in wanted.items()):
            return row
        tick.wait(LOOK_AGAIN_SECONDS)
    raise AssertionError(f"{kind} {row_id} does not become {wanted}")
