"""What an operation needs to know of the calendar by which plans fall due."""

from server.rules.plan_calendar import PlanCalendar
from server.rules.recurrence import local_day
from server.sync.work import Work


def calendar_of(work: Work) -> PlanCalendar:
    """The project's holidays and events, and its contract's end."""
    entries = work.books.look("calendar_day", project_id=work.project_id)
    return PlanCalendar([entry.fields for entry in entries], work.books.need("project", work.project_id)["ends_on"])


def today_of(work: Work) -> str:
    """The project's calendar day on which the operation was received."""
    return local_day(work.now, work.books.need("project", work.project_id)["time_zone"])
