"""Tables of assets before they are applied: read, shown, mapped. The decision to apply one is an operation.

Reading a file changes no asset: what it would do is kept beside the books until somebody decides.
"""

import hashlib
from typing import Any, Final

from flask import current_app, request
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from server.api.import_shapes import ROWS_A_PAGE, FileQuery, ImportAnswer, ImportList, Mapping, RowsQuery
from server.blobs import store
from server.database import reading
from server.errors import BadRequest, InvalidInput, NotFound, UnsupportedType
from server.imports import keeping, showing
from server.imports.opening import open_sheet
from server.imports.refused import MAX_FILE_BYTES
from server.imports.table import table_of
from server.language import Sentence
from server.problems import say_if_full
from server.signed_in import signed_in
from server.sync.registry import SUPERVISORS
from server.sync.rights import grants_of
from server.sync.tus.body import receive_body, refuse_if_longer
from server.sync.tus.turnstile import one_of_few
from server.sync.wire import PROTOCOL

blueprint = Blueprint("imports", __name__, url_prefix="/api/projects")
blueprint.register_error_handler(OSError, say_if_full)
BODY_TYPE: Final = "application/octet-stream"
LONGEST_SECONDS: Final = 10 * 60.0
CUT_SHORT = Sentence("文件没有传完，什么也没有读。请再选一次。", "The file broke off. Please choose it again.")
COLUMN_TWICE = Sentence(
    "有两列对应了同一项。每一项只能对应一列。", "Two columns mean the same: each meaning takes one."
)


@blueprint.post("/<uuid:project_id>/imports")
@blueprint.doc(requestBody={"content": {BODY_TYPE: {"schema": {"type": "string", "format": "binary"}}}})
@blueprint.arguments(FileQuery, location="query")
@blueprint.response(201, ImportAnswer)
def read_file(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """Read a table (XLSX or CSV) and say what importing it would do, row by row. Nothing is imported yet."""
    person_id, project = signed_in().person_id, str(project_id)
    with reading() as session:
        _only_supervisors(session, project)
    data = _received()
    table = table_of(open_sheet(data))
    import_id = keeping.keep(project, person_id, asked["name"], hashlib.sha256(data).hexdigest(), table)
    with reading() as session:
        return _answer(session, project, import_id, {"verdict": None, "after": 0})


@blueprint.get("/<uuid:project_id>/imports")
@blueprint.response(200, ImportList)
def list_imports(project_id: object) -> dict[str, Any]:
    """The latest imports of the project, applied or not."""
    with reading() as session:
        _only_supervisors(session, str(project_id))
        return {"protocol": PROTOCOL, "imports": showing.latest(session, str(project_id))}


@blueprint.get("/<uuid:project_id>/imports/<uuid:import_id>")
@blueprint.arguments(RowsQuery, location="query")
@blueprint.response(200, ImportAnswer)
def get_import(asked: dict[str, Any], project_id: object, import_id: object) -> dict[str, Any]:
    """One import with a page of its rows, by line."""
    with reading() as session:
        _only_supervisors(session, str(project_id))
        return _answer(session, str(project_id), str(import_id), asked)


@blueprint.post("/<uuid:project_id>/imports/<uuid:import_id>/mapping")
@blueprint.arguments(Mapping)
@blueprint.response(200, ImportAnswer)
def map_columns(said: dict[str, Any], project_id: object, import_id: object) -> dict[str, Any]:
    """Read the rows again by this mapping, against what is there now. It is remembered for the same head row."""
    person_id = signed_in().person_id
    with reading() as session:
        _only_supervisors(session, str(project_id))
    try:
        keeping.map_again(str(project_id), str(import_id), person_id, said)
    except ValueError as wrong:
        raise InvalidInput(COLUMN_TWICE if str(wrong) == "column_twice" else None) from wrong
    with reading() as session:
        return _answer(session, str(project_id), str(import_id), {"verdict": None, "after": 0})


def _received() -> bytes:
    if request.mimetype != BODY_TYPE:
        raise UnsupportedType
    refuse_if_longer(MAX_FILE_BYTES)
    request.max_content_length = MAX_FILE_BYTES
    with one_of_few(), store(current_app).receive() as incoming:
        came = receive_body(
            incoming, limit=MAX_FILE_BYTES, checksum=None, look=None, longest_seconds=LONGEST_SECONDS
        )  # fmt: skip
        if not came or incoming.size != (request.content_length or incoming.size):
            raise BadRequest(CUT_SHORT)
        with incoming.reopen() as file:
            return file.read()


def _only_supervisors(session: Session, project_id: str) -> None:
    if not grants_of(session, signed_in().person_id).get(project_id, frozenset()) & SUPERVISORS:
        raise NotFound


def _answer(session: Session, project_id: str, import_id: str, asked: dict[str, Any]) -> dict[str, Any]:
    kept = keeping.named_import(session, project_id, import_id)
    rows, more = showing.page_of_rows(session, import_id, asked["verdict"], asked["after"], ROWS_A_PAGE)
    return {"protocol": PROTOCOL, **showing.whole(kept), "rows": rows, "more": more}
