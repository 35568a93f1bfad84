"""Who is on duty around the day of the load (S5): two weeks of days and nights, and what each engineer knows."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.demo.ids import demo_id
from server.demo.people import DESK, ENGINEERS, MANAGERS, DemoPerson
from server.demo.project import PROJECT_ID, TIME_ZONE
from server.demo.wire import Moment, Operation
from server.models.types import instant_text
from server.rules.ids import member_id

MORNING, EVENING = time(8, 0), time(20, 0)
DAYS = 14
SKILLS = {
    ENGINEERS[0].sign_in: ["ups", "air_conditioning", "server"],
    ENGINEERS[1].sign_in: ["network", "fibre", "camera"],
    ENGINEERS[2].sign_in: ["recording", "live_display", "system", "training"],
}


def plan_roster(moment: Moment, today: date) -> Iterator[Operation]:
    """From this week's Monday: one engineer by day, one by night, a manager behind them, the desk at the hot line."""
    for person in ENGINEERS:
        shown = {"skills": SKILLS[person.sign_in]}
        edit = {"doc": member_id(PROJECT_ID, person.id), "type": "member", "set": shown, "was": {"skills": []}}
        yield moment.edit("describe_member", person.sign_in, "skills", edits=[edit])
    monday = today - timedelta(days=today.weekday())
    for number in range(DAYS):
        day = monday + timedelta(days=number)
        by_day, by_night = ENGINEERS[number % 3], ENGINEERS[(number + 1) % 3]
        planned = [
            _shift(by_day, "first", day, MORNING, EVENING),
            _shift(by_night, "first", day, EVENING, MORNING),
            _shift(MANAGERS[number % len(MANAGERS)], "second", day, MORNING, MORNING),
            _shift(DESK, "hotline", day, MORNING, EVENING),
            _shift(by_night, "hotline", day, EVENING, MORNING),
        ]
        yield moment.edit("plan_shift", day.isoformat(), edits=planned)


def _shift(person: DemoPerson, duty: str, day: date, begins: time, ends: time) -> Operation:
    """An end that is not after the beginning is on the next day."""
    zone = ZoneInfo(TIME_ZONE)
    until = day if ends > begins else day + timedelta(days=1)
    fields = {
        "person_id": person.id,
        "duty": duty,
        "starts_at": instant_text(datetime.combine(day, begins, zone)),
        "ends_at": instant_text(datetime.combine(until, ends, zone)),
    }
    shift = demo_id("shift", duty, day.isoformat(), begins.isoformat())
    return {"doc": shift, "type": "shift", "key": {"project_id": PROJECT_ID}, "set": fields, "was": {}}
