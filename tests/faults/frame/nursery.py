"""A process that has imported the server already and forks gunicorn on demand: a restart costs no imports.

One line of JSON in ({"words", "environment", "log"}), one line out: the process id.
"""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]


@dataclass
class Nursery:
    """The side that asks."""

    process: subprocess.Popen[str]

    def start(self, words: list[str], environment: dict[str, str], log: Path) -> int:
        asked = json.dumps({"words": words, "environment": environment, "log": str(log)})
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(asked + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


def open_nursery() -> Nursery:
    words = [sys.executable, "-m", "tests.faults.frame.nursery"]
    return Nursery(
        subprocess.Popen(
            words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
    )


def _serve_requests() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are nobody's to bury
    for line in sys.stdin:
        asked = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _become_gunicorn(asked)
        print(pid, flush=True)


def _become_gunicorn(asked: dict[str, Any]) -> None:
    from gunicorn.app.wsgiapp import WSGIApplication

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    log = os.open(asked["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for target, source in ((0, nothing), (1, log), (2, log)):
        os.dup2(source, target)
    os.environ.update(asked["environment"])
    sys.argv = ["gunicorn", *asked["words"]]
    WSGIApplication("%(prog)s [OPTIONS] [APP_MODULE]").run()
    os._exit(0)


if __name__ == "__main__":
    import gunicorn.app.wsgiapp  # noqa: F401  # imported once, for all that are forked
    import gunicorn.workers.gthread  # noqa: F401

    import server.serving.gunicorn_settings  # noqa: F401
    import server.sync.tus.turnstile  # noqa: F401

    _serve_requests()
