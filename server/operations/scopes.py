"""A plan by scope covers what its places and categories hold: `asset_ids` is kept by the server, never by hand.

It is made in two places only: with the plan itself, and by the job `keep_scopes`, which is asked for whenever assets or
places change, by whatever operation.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.jobs.queue import insert_job, job_row
from server.models import Asset, Place, Plan
from server.operations.fields import Nothing
from server.operations.plan_days import today_of
from server.rules.documents import Fields
from server.rules.plan_scope import assets_in_scope
from server.rules.round_timing import has_lapsed
from server.sync.books import Books
from server.sync.document import Document
from server.sync.registry import SERVER_ONLY, afterwards, event
from server.sync.work import Work

JOB = "keep_scopes"
_ASSET = (Asset.id, Asset.code, Asset.category, Asset.place_id, Asset.state)
_PLACE = (Place.id, Place.parent_id, Place.ordinal)


def follow_plan(work: Work, plan: Document) -> None:
    """The plan's assets are those of its scope, and its rounds to come are of the assets that it is of now."""
    if plan["scope"] is not None:
        assert plan.project_id is not None
        work.books.derive(plan, asset_ids=covered(work.books.session, plan.project_id, plan["scope"]))
    today = today_of(work)
    for round_ in work.books.find("round", plan_id=plan.id, state="planned"):
        if round_["occurrence_date"] > today:
            work.books.derive(round_, asset_ids=list(plan["asset_ids"]))
        if round_["missed_at"] and not has_lapsed(plan.fields, round_["occurrence_date"], today):
            work.books.derive(round_, missed_at=None)


def covered(session: Session, project_id: str, scope: Fields) -> list[str]:
    """Ids of the assets that are stored, in walking order."""
    in_use = select(*_ASSET).where(Asset.project_id == project_id, Asset.state == "in_use")
    assets = [dict(row._mapping) for row in session.execute(in_use)]
    places = select(*_PLACE).where(Place.project_id == project_id)
    return assets_in_scope(scope, assets, [dict(row._mapping) for row in session.execute(places)])


def scoped_plans(session: Session, project_id: str) -> list[Plan]:
    """The project's plans that go by a scope."""
    plans = session.scalars(select(Plan).where(Plan.project_id == project_id).order_by(Plan.id))
    return [plan for plan in plans if plan.scope is not None]


@event("keep_scope", roles=SERVER_ONLY, doc_type="plan", args=Nothing())
def keep_scope(work: Work) -> None:
    """Assets or places have changed: the plan covers what its scope holds now."""
    plan = work.doc()
    follow_plan(work, plan)
    work.record.docs[plan.id] = plan


@afterwards
def ask_for_scopes(books: Books) -> None:
    """One job for each project whose assets or places this batch changes, if any plan goes by them."""
    changed = {row.project_id for row in books.changed() if row.type.name in ("asset", "place") and row.project_id}
    for project_id in sorted(changed):
        if scoped_plans(books.session, project_id):
            books.at_end(insert_job(books.session), job_row(JOB, {"project": project_id}))
