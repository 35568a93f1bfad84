"""F8: the disk is full for a while. A limit on the size of files stands in for it: it too fails a write half-way.

On SQLite it is the web server that writes, on PostgreSQL the database's own processes, which end at once and recover.
"""

import resource

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.processes import children_of
from tests.faults.frame.small_files import PRLIMIT, limit_files
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load

LONGEST_SECONDS = 0.6
ROOM_BYTES = (0, 4096, 60_000, 300_000)


def _fill_and_free(scene: Scene) -> None:
    chance = scene.plan.chance("disk")
    while scene.goes_on():
        scene.waits(chance.uniform(0.1, LONGEST_SECONDS))
        limit_files(_writers(scene), chance.choice(ROOM_BYTES))
        scene.waits(chance.uniform(0.05, LONGEST_SECONDS))
        limit_files(_writers(scene), resource.RLIM_INFINITY)


def _writers(scene: Scene) -> list[int]:
    if scene.ground.database_pid is None:
        return scene.server.workers()
    return children_of(scene.ground.database_pid)


def _free(scene: Scene) -> None:
    limit_files(_writers(scene), resource.RLIM_INFINITY)


def _missing(ground: Ground) -> str | None:
    return "prlimit" if ground.database_pid is not None and PRLIMIT is None else None


def run(ground: Ground, plan: Plan) -> Tally:
    return under_load(ground, plan, _fill_and_free, heal=_free)


FAULT = Fault("F8", "disk full for a while", run, ("says_yes_when_the_disk_is_full",), _missing)
