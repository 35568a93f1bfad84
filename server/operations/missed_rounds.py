"""A planned round that nobody began in time (R1): marked, told to the supervisors, and still open to be done late."""

from datetime import date, timedelta

from server.notifications import supervisors
from server.notifications.notify import notify_of_project
from server.operations.fields import Nothing
from server.operations.plan_days import today_of
from server.rules.round_timing import has_lapsed
from server.sync.document import Document
from server.sync.registry import SERVER_ONLY, event
from server.sync.work import Work

TOLD_WITHIN = timedelta(days=7)  # what lapsed long ago, by a plan that lets rounds lapse from now on, is no news


@event("miss_round", roles=SERVER_ONLY, doc_type="round", args=Nothing())
def miss_round(work: Work) -> None:
    """The job says so; a round that was begun meanwhile is left alone."""
    round_ = work.doc()
    plan = work.books.need("plan", round_["plan_id"])
    today, day = today_of(work), round_["occurrence_date"]
    if round_["state"] != "planned" or round_["missed_at"] or not has_lapsed(plan.fields, day, today):
        return
    work.books.derive(round_, missed_at=work.now)
    work.record.docs[round_.id] = round_
    since = date.fromisoformat(today) - date.fromisoformat(day) - timedelta(days=plan["grace_days"])
    if since <= TOLD_WITHIN:
        _tell(work, round_)


def _tell(work: Work, round_: Document) -> None:
    args = {
        "number": round_["number"],
        "round_zh": round_["name_zh"],
        "round_en": round_["name_en"],
        "due_at": round_["due_at"],
    }
    notify_of_project(work, key=f"missed/{round_.id}", kind="missed", people=supervisors(work), args=args)
