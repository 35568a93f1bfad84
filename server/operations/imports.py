"""Decisions about a table of assets: apply it, take it back. A job does it, whole (server/imports).

read ── apply_import ──► applying ──► applied ── undo_import ──► undoing ──► undone
  ▲                         │ somebody changed what it stands on
  └─────────────────────────┘
"""

from marshmallow import Schema, fields, validate
from sqlalchemy import select, update

from server.jobs.queue import enqueue
from server.models import AssetImport
from server.operations.fields import an_id, sha256
from server.sync.parked import Parked
from server.sync.registry import SERVER_ONLY, SUPERVISORS, decision
from server.sync.work import Work

MOST_REMOVED = 1_000


class ApplyImport(Schema):
    """`preview`: the digest of what was on the screen."""

    project_id = an_id()
    import_id = an_id()
    preview = sha256()


class UndoImport(Schema):
    project_id = an_id()
    import_id = an_id()


class RemoveImported(Schema):
    project_id = an_id()
    assets = fields.List(an_id(), required=True, validate=validate.Length(max=MOST_REMOVED))
    places = fields.List(an_id(), required=True, validate=validate.Length(max=MOST_REMOVED))


def _project_named(work: Work) -> str:
    return work.books.need("project", work.args["project_id"]).id


def _named(work: Work, state: str) -> AssetImport:
    asked = select(AssetImport).where(
        AssetImport.id == work.args["import_id"], AssetImport.project_id == work.project_id
    )
    found = work.books.session.scalars(asked.with_for_update()).one_or_none()
    if found is None:
        raise Parked("invalid", "unknown_reference", type="asset_import", doc=work.args["import_id"])
    if found.state != state:
        raise Parked("stale", "import_moved_on")
    return found


def _go_on(work: Work, kept: AssetImport, state: str, job: str) -> None:
    session = work.books.session
    going = update(AssetImport).where(AssetImport.id == kept.id).values(state=state, progress=0, problem=None)
    session.execute(going)
    enqueue(session, job, {"import": kept.id, "person": work.person}, key=f"{job}/{work.op}")


@decision("apply_import", roles=SUPERVISORS, args=ApplyImport(), project_of=_project_named)
def apply_import(work: Work) -> None:
    """Write what the preview shows, exactly that: a preview that was made anew since is another."""
    kept = _named(work, "read")
    if kept.counts["digest"] != work.args["preview"]:
        raise Parked("stale", "screen_is_old")
    if not kept.counts["add"] + kept.counts["change"]:
        raise Parked("invalid", "import_changes_nothing")
    _go_on(work, kept, "applying", "apply_import")


@decision("undo_import", roles=SUPERVISORS, args=UndoImport(), project_of=_project_named)
def undo_import(work: Work) -> None:
    """Put everything back as it was, but for what somebody has changed or used since."""
    _go_on(work, _named(work, "applied"), "undoing", "undo_import")


@decision("remove_imported", roles=SERVER_ONLY, args=RemoveImported(), project_of=_project_named)
def remove_imported(work: Work) -> None:
    """Take away rows that an import made and nobody has touched or pointed to: phones forget them."""
    gone = set(work.args["assets"])
    for plan in work.books.find("plan", project_id=work.project_id):
        if plan["scope"] is not None and not gone.isdisjoint(plan["asset_ids"]):
            work.books.derive(plan, asset_ids=[one for one in plan["asset_ids"] if one not in gone])
    for name, rows in (("asset", work.args["assets"]), ("place", work.args["places"])):
        work.books.load({name: rows}, rows)
        for row_id in rows:
            document = work.books.get(name, row_id)
            if document is not None:
                work.books.remove(document)
