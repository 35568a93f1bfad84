"""The shifts of one person as iCalendar (RFC 5545). Instants go out in UTC: the program shows them in its own zone."""

from datetime import datetime, timedelta
from typing import Any

from icalendar import Calendar, Event
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.language import Language, Sentence
from server.models import Person, Project, Shift
from server.models.types import instant_text, parse_instant
from server.rules.language import localised
from server.sync.rights import grants_of, may_read_project

SHOWN_BACK = timedelta(days=60)
READ_AGAIN = timedelta(hours=1)
DUTIES = {
    "first": Sentence("一线值班", "On duty, first line"),
    "second": Sentence("二线备勤", "On duty, second line"),
    "hotline": Sentence("热线值班", "On duty, hot line"),
}
TITLE = Sentence("值班 · {person}", "Duty · {person}")


def calendar_of(session: Session, person_id: str, moment: datetime) -> bytes:
    """Own shifts of the projects where the person still is of the staff; what was cancelled says so."""
    person = session.get_one(Person, person_id)
    language: Language = "en" if person.language == "en" else "zh-CN"
    grants = grants_of(session, person_id)
    mine = [project_id for project_id in grants if may_read_project(grants, project_id)]
    projects = {one.id: one for one in session.scalars(select(Project).where(Project.id.in_(mine)))}
    wanted = (
        Shift.person_id == person_id,
        Shift.project_id.in_(mine),
        Shift.ends_at > instant_text(moment - SHOWN_BACK),
    )
    shown = select(
        Shift.id,
        Shift.project_id,
        Shift.rev,
        Shift.duty,
        Shift.starts_at,
        Shift.ends_at,
        Shift.note,
        Shift.cancelled_at,
    )
    calendar = Calendar()
    calendar.add("prodid", "-//Roundsman//Duty roster//EN")
    calendar.add("version", "2.0")
    name = person.display_name_en if language == "en" else person.display_name_zh
    calendar.add("x-wr-calname", TITLE.say(language, person=name))
    calendar.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    for row in session.execute(shown.where(*wanted).order_by(Shift.starts_at, Shift.id)):
        calendar.add_component(_event(row, projects[row.project_id], language, moment))
    written: bytes = calendar.to_ical()
    return written


def _event(row: Any, project: Project, language: Language, moment: datetime) -> Event:
    """The same shift is the same event for ever: its id, and its revision as the sequence."""
    names = {"name_zh": project.name_zh, "name_en": project.name_en}
    about = [localised(names, "name", language), row.note]
    event = Event()
    event.add("uid", f"{row.id}@roundsman")
    event.add("sequence", row.rev)
    event.add("dtstamp", moment)
    event.add("dtstart", parse_instant(row.starts_at))
    event.add("dtend", parse_instant(row.ends_at))
    event.add("summary", DUTIES[row.duty].say(language))
    event.add("description", "\n".join(text for text in about if text))
    event.add("status", "CANCELLED" if row.cancelled_at else "CONFIRMED")
    return event
