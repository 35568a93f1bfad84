"""Operations on the server's own work: what keeps failing is tried again now."""

from marshmallow import Schema
from sqlalchemy import select, update

from server.jobs.troubles import troubles_of
from server.models import Grant
from server.models.job import WAITING, Job
from server.operations.fields import an_id
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, decision
from server.sync.work import Work


class RetryJob(Schema):
    project_id = an_id()
    job = an_id()


def _project_named(work: Work) -> str:
    return work.books.need("project", work.args["project_id"]).id


@decision("retry_job", roles=SUPERVISORS, args=RetryJob(), project_of=_project_named)
def retry_job(work: Work) -> None:
    """Let the worker try it at once instead of in an hour. One that is being done is left alone."""
    session = work.books.session
    members = set(session.scalars(select(Grant.person_id).where(Grant.project_id == work.project_id)))
    found = next((one for one in troubles_of(session, members) if one.job == work.args["job"]), None)
    if found is None:
        raise Parked("stale", "job_done")
    idle = (Job.id.in_(found.rows), Job.state == WAITING, Job.lease.is_(None))
    session.execute(update(Job).where(*idle).values(due_at=work.now))
