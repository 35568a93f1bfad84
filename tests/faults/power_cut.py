"""F6: the power goes: all processes die, and with them every byte of the database that was not synced (SQLite).

strace writes down each write and sync; after the kill the unsynced bytes are zeroed, and the server starts on the rest.
PostgreSQL is started with its own fsync = on, and its writes are not ours to follow.
"""

import shutil
import subprocess
from pathlib import Path

from sqlalchemy.engine import make_url

from server.config import Config
from server.extensions import db
from tests.faults.failing_calls import may_trace
from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load
from tests.faults.frame.unsynced import CALLS, disk_after, take_away

SHORTEST_SECONDS, LONGEST_SECONDS, ATTACH_SECONDS = 0.3, 1.5, 10.0
MOST_BLIND_CUTS = 10  # on a busy machine a cut may come before the tracer has seen anything


def _missing(ground: Ground) -> str | None:
    if ground.kind != "sqlite":
        return "a disk that forgets what PostgreSQL did not sync"
    if shutil.which("strace") is None:
        return "strace"
    return None if may_trace() else "the right to trace processes (CAP_SYS_PTRACE)"


def _cut_again_and_again(scene: Scene) -> None:
    chance = scene.plan.chance("power")
    with scene.place.app.app_context():
        db.engine.dispose()  # whoever holds the files open would not notice that they changed
    cuts, seen = 0, 0
    while scene.goes_on() or (not seen and cuts < MOST_BLIND_CUTS):
        seen += _cut(scene, chance.uniform(SHORTEST_SECONDS, LONGEST_SECONDS))
        cuts += 1
    if not seen:
        scene.tally.found("stuck", "strace saw no write to the database: this run says nothing")


def _cut(scene: Scene, seconds: float) -> int:
    """Gives how many writes and syncs it saw before the cut."""
    log = scene.place.folder / "calls"
    log.unlink(missing_ok=True)
    words = ["strace", "-qq", "-f", "-y", "-s", "0", "-o", str(log), "-e", f"trace={CALLS}", "-e", "signal=none"]
    for pid in (scene.server.pid, *scene.server.workers()):
        words += ["-p", str(pid)]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as tracer:
        scene.fleet.over.wait(seconds)
        scene.server.kill()
        scene.tally.kills += 1
        tracer.wait(timeout=ATTACH_SECONDS)
    config: Config = scene.place.app.config["ROUNDSMAN"]
    database = Path(make_url(config.database_url).database or "")
    disk = disk_after(log.read_text(errors="replace").splitlines())
    take_away(disk, database.parent)
    database.with_name(f"{database.name}-shm").unlink(missing_ok=True)
    scene.server.start()
    return disk.syncs + sum(map(len, disk.unsynced.values()))


def run(ground: Ground, plan: Plan) -> Tally:
    return under_load(ground, plan, _cut_again_and_again)


FAULT = Fault("F6", "power cuts: what was not synced is gone", run, ("commits_without_sync",), _missing)
