"""The processes under `roundsman serve`: the web server must live; the worker is started again when it dies.

start ──► both run ──┬── SIGTERM, SIGINT ──► stop both, wait, exit 0
                     ├── web server died ──► stop the worker, exit 1
                     └── worker died ──────► wait a little longer each time, start it again
"""

import ctypes
import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from types import FrameType

STOP_SECONDS = 30
POLL_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 60
PR_SET_PDEATHSIG = 1

log = logging.getLogger(__name__)


def die_with_parent() -> None:
    """Ask the kernel to end this process when its supervisor is gone, however it went (Linux; elsewhere nothing)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Children:
    def __init__(self, web: Sequence[str], worker: Sequence[str], environment: Mapping[str, str]) -> None:
        self._commands, self._environment = {"web": web, "worker": worker}, environment
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._told_to_stop = threading.Event()
        self._worker_deaths = 0

    def run(self) -> int:
        """Start both, watch them until told to stop, and return the exit code."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop_on_signal)
        try:
            for name in self._commands:
                self._start(name)
            return self._watch()
        finally:
            self._stop_all()

    def _start(self, name: str) -> None:
        self._running[name] = subprocess.Popen(self._commands[name], env=self._environment)

    def _watch(self) -> int:
        while not self._told_to_stop.wait(POLL_SECONDS):
            if self._running["web"].poll() is not None:
                log.error("the web server ended with code %s", self._running["web"].returncode)
                return 1
            if self._running["worker"].poll() is not None:
                self._start_worker_again()
        return 0

    def _start_worker_again(self) -> None:
        pause = min(2**self._worker_deaths, LONGEST_PAUSE_SECONDS)
        self._worker_deaths += 1
        log.error("the worker ended with code %s; again in %d s", self._running["worker"].returncode, pause)
        if not self._told_to_stop.wait(pause):
            self._start("worker")

    def _stop_all(self) -> None:
        for child in self._running.values():
            if child.poll() is None:
                child.terminate()
        for child in self._running.values():
            try:
                child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    def _stop_on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._told_to_stop.set()
