"""What a major incident's reports say beyond the ticket's own events (T7): its effect, and what will prevent it."""

from marshmallow import Schema

from server.operations.events import add_ticket_event
from server.operations.fields import text
from server.operations.named_ticket import named_ticket, project_of_ticket
from server.sync.registry import STAFF, event
from server.sync.work import Work


class WriteIncident(Schema):
    impact = text()
    cause = text()
    prevention = text()


@event("write_incident", roles=STAFF, doc_type="ticket", args=WriteIncident(), project_of=project_of_ticket)
def write_incident(work: Work) -> None:
    """Written anew as often as needed: the newest is printed, the older ones stay on the timeline."""
    add_ticket_event(work, named_ticket(work).id, "incident_written", dict(work.args))
