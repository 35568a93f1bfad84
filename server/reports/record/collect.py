"""Read the file of one round from the database. What is sealed comes from the seal, never from rows that move on."""

import json
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from server.models import Operation, OperationEdit, Seal
from server.models.documents import DOCUMENT_TYPES
from server.models.types import instant_text, parse_instant
from server.reports.record.file import Deed, RoundFile
from server.rules.documents import Fields
from server.rules.items import round_asset_ids

Row = dict[str, Any]
# Everything that hangs on a round, by the name it has in the seal; "signed_copy" rows are a file's `signed`.
CHILDREN = {
    "answer": "answers",
    "photo": "photos",
    "scan": "scans",
    "round_event": "events",
    "signed_copy": "signed",
    "comment": "comments",
    "conflict": "conflicts",
}


def round_file(session: Session, round_id: str) -> RoundFile | None:
    """Return everything that the record of this round is printed from, or None when there is no such round."""
    round_ = _one(session, "round", round_id)
    if round_ is None:
        return None
    now = {name: _rows(session, name, _column(name, "round_id") == round_id) for name in CHILDREN}
    seal = next(iter(_rows(session, "seal", _column("seal", "round_id") == round_id)), None)
    then = now if seal is None else _sealed(session, seal["id"], round_)
    project_id = session.scalars(select(_column("round", "project_id")).where(_column("round", "id") == round_id)).one()
    asset_ids = round_asset_ids(round_)
    assets = {row["id"]: row for row in _rows(session, "asset", _column("asset", "id").in_(asset_ids))}
    findings = _rows(session, "finding", _column("finding", "round_id") == round_id)
    project = _one(session, "project", project_id)
    template = _one(session, "template", round_["template_id"])
    assert project is not None and template is not None
    return RoundFile(
        project=project,
        round=round_,
        template=template,
        assets=[assets[asset_id] for asset_id in asset_ids if asset_id in assets],
        places=_by_id(_rows(session, "place", _column("place", "project_id") == project_id)),
        members={
            row["person_id"]: row for row in _rows(session, "member", _column("member", "project_id") == project_id)
        },
        findings=findings,
        tickets=_by_id(_rows(session, "ticket", _column("ticket", "id").in_({row["ticket_id"] for row in findings}))),
        amendments=_rows(session, "amendment", _column("amendment", "round_id") == round_id),
        late_photos=_late(then["photo"], now["photo"]),
        seal=seal,
        deeds=_deeds(session, _documents_of(round_id, then), until=seal["sealed_at"] if seal else None),
        **{attribute: then[name] for name, attribute in CHILDREN.items()},
    )


def _sealed(session: Session, seal_id: str, round_: Row) -> dict[str, list[Row]]:
    """Open the seal: its rows, and the round's own fields, as they were fixed."""
    content = json.loads(session.scalars(select(Seal.content).where(Seal.id == seal_id)).one())
    fixed = {key: value for key, value in content["round"].items() if key not in ("sealed_at", "seal_hash")}
    round_.update(fixed)
    return {name: [{"id": row_id, **row} for row_id, row in content[name].items()] for name in CHILDREN}


def _late(sealed: Iterable[Row], present: Iterable[Row]) -> list[Row]:
    """Photos that came after the seal, or whose bytes did."""
    states = {photo["id"]: photo["blob_state"] for photo in sealed}
    return [
        photo
        for photo in present
        if photo["id"] not in states or (states[photo["id"]] == "lost" and photo["blob_state"] == "verified")
    ]


def _documents_of(round_id: str, rows: dict[str, list[Row]]) -> set[str]:
    return {round_id, *(row["id"] for name in ("answer", "photo") for row in rows[name])}


def _deeds(session: Session, documents: Collection[str], *, until: str | None) -> dict[str, Deed]:
    """Read the operations that wrote these documents; those that came after the seal do not count."""
    edited = select(OperationEdit.op_id).where(OperationEdit.doc_id.in_(documents))
    wanted = select(Operation).where(Operation.op_id.in_(edited), Operation.outcome.in_(("applied", "conflict")))
    found = session.scalars(wanted.order_by(Operation.received_at, Operation.op_id))
    kept = [operation for operation in found if until is None or operation.received_at <= until]
    return {operation.op_id: _deed(session, operation) for operation in kept}


def _deed(session: Session, operation: Operation) -> Deed:
    body = json.loads(operation.body)
    by = operation.actor_id if operation.actor_kind == "person" else operation.on_behalf_of
    # Phones write their own offset; only instants in one zone compare as text.
    at = instant_text(parse_instant(body["at"]))
    return Deed(operation.op_id, operation.name, by, at, _sets(session, body))


def _sets(session: Session, body: Row) -> dict[str, Fields]:
    """What an operation set, per document; settling and withdrawing set what their arguments say."""
    if body["name"] == "settle_conflict":
        return {body["doc"]: {body["args"]["field"]: _settled_value(session, body["args"])}}
    if body["name"] == "withdraw_photo":
        return {body["doc"]: {"withdrawn_reason": body["args"]["reason"]}}
    return {edit["doc"]: edit["set"] for edit in body.get("edits", [])}


def _settled_value(session: Session, args: Row) -> Any:
    conflict = _one(session, "conflict", args["take"] or args["conflicts"][0])
    if conflict is None:
        return None
    return conflict["kept_value"] if args["choice"] == "take" else conflict["standing_value"]


def _one(session: Session, name: str, row_id: str | None) -> Row | None:
    return next(iter(_rows(session, name, _column(name, "id") == row_id)), None)


def _rows(session: Session, name: str, condition: ColumnElement[bool]) -> list[Row]:
    kind = DOCUMENT_TYPES[name]
    public = [kind.table.c[field] for field in ("id", *kind.fields) if field not in kind.private]
    found = session.execute(select(*public).where(condition).order_by(kind.table.c.id))
    return [dict(row._mapping) for row in found]


def _column(name: str, column: str) -> ColumnElement[Any]:
    return DOCUMENT_TYPES[name].table.c[column]


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    return {row["id"]: row for row in rows}
