"""Messages that do not go out: a supervisor has one tried now, or gives it up."""

from marshmallow import Schema

from server.models import Notification
from server.notifications.claiming import ask_now
from server.notifications.notify import WAITING, WITHDRAWN
from server.operations.fields import an_id, words
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, decision
from server.sync.work import Work


class RetryMessage(Schema):
    project_id = an_id()
    message = an_id()


class GiveUpMessage(RetryMessage):
    reason = words(most=500)


def _project_named(work: Work) -> str:
    return work.books.need("project", work.args["project_id"]).id


def _message(work: Work) -> Notification:
    row = work.books.session.get(Notification, work.args["message"], with_for_update=True)
    if row is None or row.project_id != work.project_id:
        raise Parked("forbidden", "unknown_document", doc=work.args["message"])
    if row.state != WAITING:
        raise Parked("stale", "message_settled")
    return row


@decision("retry_message", roles=SUPERVISORS, args=RetryMessage(), project_of=_project_named)
def retry_message(work: Work) -> None:
    """Now instead of in a quarter of an hour. One that is under way may go out a second time, under its id."""
    row = _message(work)
    ask_now(work.books.session, row, work.op, work.now)


@decision("give_up_message", roles=SUPERVISORS, args=GiveUpMessage(), project_of=_project_named)
def give_up_message(work: Work) -> None:
    """It will not be sent; who says so, and why, is in the books."""
    row = _message(work)
    row.state = WITHDRAWN
    work.books.session.flush()
