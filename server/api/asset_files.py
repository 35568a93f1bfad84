"""The list of assets to take along: XLSX or CSV, as it is filtered, in the columns that an import reads."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint
from marshmallow import fields, validate
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.api.asset_shapes import AssetsFilter
from server.api.retired import readable
from server.asset_list.search import Wanted, all_ids
from server.asset_list.writing import csv_of, xlsx_of
from server.database import reading
from server.language import request_language
from server.models import Asset, Place
from server.rules.asset_columns import COLUMNS, place_paths

blueprint = Blueprint("asset_files", __name__, url_prefix="/api/projects")

MOST_ROWS = 200_000
AT_ONCE = 500
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
_SHOWN = tuple(getattr(Asset, column.field) for column in COLUMNS)


class FileQuery(AssetsFilter):
    language = fields.String(load_default=None, validate=validate.OneOf(["zh-CN", "en"]))


@blueprint.get("/<uuid:project_id>/assets.xlsx")
@blueprint.arguments(FileQuery, location="query")
@blueprint.response(200, content_type=XLSX, description="The table")
def get_xlsx(asked: dict[str, Any], project_id: object) -> Response:
    """All assets that match, by code, as a workbook."""
    language = asked.pop("language") or request_language()
    assets, places = _table(str(project_id), Wanted(**asked), language)
    return _as_file(xlsx_of(assets, places, language), XLSX, "assets.xlsx")


@blueprint.get("/<uuid:project_id>/assets.csv")
@blueprint.arguments(FileQuery, location="query")
@blueprint.response(200, content_type="text/csv", description="The table")
def get_csv(asked: dict[str, Any], project_id: object) -> Response:
    """The same as a CSV in UTF-8."""
    language = asked.pop("language") or request_language()
    assets, places = _table(str(project_id), Wanted(**asked), language)
    return _as_file(b"".join(csv_of(assets, places, language)), CSV, "assets.csv")


def _table(project_id: str, wanted: Wanted, language: Any) -> tuple[list[dict[str, Any]], dict[str, str]]:
    with reading() as session:
        project = readable(session, project_id)
        ids = all_ids(session, project, wanted, MOST_ROWS)
        rows = [row for start in range(0, len(ids), AT_ONCE) for row in _rows(session, ids[start : start + AT_ONCE])]
        named = select(Place.id, Place.parent_id, Place.name_zh, Place.name_en).where(Place.project_id == project)
        places = [dict(row) for row in session.execute(named).mappings()]
    return rows, place_paths(places, language)


def _rows(session: Session, ids: Any) -> list[dict[str, Any]]:
    found = session.execute(select(*_SHOWN).where(Asset.id.in_(ids)).order_by(Asset.code, Asset.id))
    return [dict(row) for row in found.mappings()]


def _as_file(content: bytes, kind: str, name: str) -> Response:
    answer = Response(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
