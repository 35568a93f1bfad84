"""Long jobs, done beside the others: photos are checked and messages sent while a backup runs."""

import threading
from collections.abc import Callable

from flask import Flask

from server.database import writing
from server.jobs import queue
from server.jobs.kinds import KINDS
from server.jobs.outliving import outlive

RENEWED_EVERY_SECONDS = 60.0
Do = Callable[[Flask, queue.Claim], None]


class Beside:
    """`do` does a job to its end and says what became of it. Its lease is renewed while it runs."""

    def __init__(self, app: Flask, do: Do) -> None:
        self._app, self._do = app, do
        self._threads: dict[str, list[threading.Thread]] = {}

    @property
    def waiting_kinds(self) -> tuple[str, ...]:
        """What cannot be begun now: of these kinds as many are in hand as may be."""
        return tuple(name for name, kind in KINDS.items() if kind.is_long and len(self._busy(name)) >= kind.at_once)

    def begin(self, held: queue.Claim) -> None:
        thread = threading.Thread(target=self._run, args=(held,), name=f"job {held.kind}")
        self._threads[held.kind] = [*self._busy(held.kind), thread]
        thread.start()

    def wait(self) -> None:
        """Those in hand are finished first."""
        for thread in [each for threads in self._threads.values() for each in threads]:
            thread.join()

    def _busy(self, kind: str) -> list[threading.Thread]:
        return [thread for thread in self._threads.get(kind, []) if thread.is_alive()]

    def _run(self, held: queue.Claim) -> None:
        over = threading.Event()
        renewing = threading.Thread(target=self._renew, args=(held, over), name=f"lease of {held.kind}")
        renewing.start()
        try:
            with self._app.app_context():
                self._do(self._app, held)
        finally:
            over.set()
            renewing.join()

    def _renew(self, held: queue.Claim, over: threading.Event) -> None:
        with self._app.app_context():
            while not over.wait(RENEWED_EVERY_SECONDS):
                outlive(lambda: renew_once(held))


def renew_once(held: queue.Claim) -> None:
    with writing() as session:
        queue.renew(session, held)
