"""F7: the system refuses to write or to sync to disk for a while (EIO, ENOSPC), by strace's fault injection."""

import shutil
import signal
import subprocess
from pathlib import Path
from time import monotonic

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load

LONGEST_SECONDS = 1.0
FEWEST, LONGER_SECONDS = 3, 60.0  # calls that must have been refused; how much longer a run takes to get there
FEWEST_OF_A_VARIANT = 12  # so that some are a push's
REFUSALS = (
    "fdatasync,fsync:error=EIO:when=1+2",
    "pwrite64:error=ENOSPC:when=2+3",
    "pwrite64:error=EIO:when=1+5",
)


def _missing(ground: Ground) -> str | None:
    if ground.kind != "sqlite":
        return "a way into the database's own processes; PostgreSQL's disk is F8's"
    if shutil.which("strace") is None:
        return "strace"
    return None if may_trace() else "the right to trace processes (CAP_SYS_PTRACE)"


def may_trace() -> bool:
    words = ["strace", "-qq", "-o", "/dev/null", "-e", "trace=none", "true"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def _refuse_now_and_then(scene: Scene) -> None:
    chance = scene.plan.chance("calls")
    refused, until = 0, monotonic() + scene.plan.seconds + LONGER_SECONDS
    fewest = FEWEST_OF_A_VARIANT if scene.plan.variant else FEWEST
    while scene.goes_on() or (refused < fewest and monotonic() < until):
        scene.fleet.over.wait(chance.uniform(0.05, LONGEST_SECONDS))
        workers = scene.server.workers()
        if workers:
            refused += _refuse(scene, chance.choice(workers), chance.choice(REFUSALS), chance.uniform(0.2, 1.0))
    if refused < FEWEST:
        scene.tally.found("stuck", f"only {refused} calls were refused: this run says nothing")


def _refuse(scene: Scene, worker: int, refusal: str, seconds: float) -> int:
    """How many calls of this process were refused."""
    log = scene.place.folder / "refused"
    words = ["strace", "-qq", "-f", "-o", str(log), "-e", f"trace={refusal.partition(':')[0]}"]
    with subprocess.Popen([*words, "-e", f"inject={refusal}", "-p", str(worker)], stderr=subprocess.DEVNULL) as tracer:
        scene.fleet.over.wait(seconds)
        tracer.send_signal(signal.SIGINT)  # lets go of the process, which goes on
    return _counted(log)


def _counted(log: Path) -> int:
    return log.read_text(errors="replace").count("(INJECTED)") if log.exists() else 0


def run(ground: Ground, plan: Plan) -> Tally:
    return under_load(ground, plan, _refuse_now_and_then)


FAULT = Fault("F7", "writes and syncs that the system refuses", run, ("says_yes_when_the_disk_is_full",), _missing)
