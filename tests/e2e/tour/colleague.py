"""engineer02 walks the same round meanwhile: all filled, and the fan normal that engineer01 found abnormal."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from server.clock import now
from server.demo.bookkeeping import acting
from server.demo.days import PastDay
from server.demo.plans import room_a_plan
from server.demo.project import TIME_ZONE
from server.demo.shelf import bring
from server.demo.walk import Walk
from server.jobs.check_blob import check_blob
from server.sync.apply import apply_operations
from tests.e2e.running_server import RunningServer

WITHOUT = ("sign_round", "submit_round", "write_form")  # engineer01 finishes the round


class Meanwhile(Walk):
    """The demo's walk from nine to a quarter to ten, moved to the half hour that has just passed."""

    def at(self, hour: int, minute: int, second: int = 0) -> datetime:
        begun = now().astimezone(ZoneInfo(TIME_ZONE)) - timedelta(minutes=50)
        return begun + timedelta(minutes=60 * (hour - 9) + minute, seconds=second)


def colleague_walks(server: RunningServer) -> None:
    day = PastDay(0, 4, "engineer02", "client01", "manager01", photographed=True)
    with server.app.app_context():
        today = now().astimezone(ZoneInfo(TIME_ZONE)).date()
        walk = Meanwhile(day, room_a_plan(today), today, server.address)
        engineer = acting(walk.engineer.id)
        walked = [one for one in walk.operations("") if one["name"] not in WITHOUT]
        hashes = [bring(server.app, walk.engineer.id, photo.content) for photo in walk.photos if photo.asset]
        answers = apply_operations(engineer, walked)
        assert {answer.record.outcome for answer in answers} <= {"applied", "conflict"}
        for sha256 in hashes:
            check_blob(server.app, {"hash": sha256, "person_id": walk.engineer.id})
