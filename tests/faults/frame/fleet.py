"""Several phones at work at once, each in a thread, until somebody says stop; then they must come to rest."""

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import cast

from flask.testing import FlaskClient

from server.sync.wire import MAX_OPERATIONS
from tests.faults.frame.line import PATIENCE_SECONDS, Line, NotNow
from tests.faults.frame.phone import FleetPhone
from tests.faults.frame.tally import Tally
from tests.faults.frame.work import Work
from tests.faults.variants.phones import PHONES
from tests.support.clock import FakeClock
from tests.support.crowding import crowding
from tests.support.world import World

CREW = ("engineer", "colleague", "engineer", "supervisor")
REST_SECONDS = 90.0  # F21: after the fault is over, without anybody's doing; on a machine that is free
BAD_REST_SECONDS = 6.0  # a known-bad variant may never get there
BAD_PATIENCE_SECONDS = 2.0
BACK_OFF_SECONDS = 0.05
SMALL_BATCH = 60  # operations of one push at most, where a phone does not write more at a time


@dataclass
class Member:
    """A phone and what it does; `lock` is held while it does a step, so that a fault may copy or swap it."""

    phone: FleetPhone
    work: Work
    writes: bool = True
    lock: threading.Lock = field(default_factory=threading.Lock)


class Fleet:
    def __init__(self, port: int, world: World, seed: str, variant: str = "", most: int = 40) -> None:
        self.world, self.seed, self.most = world, seed, most
        self.batch = min(max(SMALL_BATCH, most), MAX_OPERATIONS)
        self.smallest_batch = 1 if most <= SMALL_BATCH else self.batch // 2
        self.over = threading.Event()
        self.members: list[Member] = []
        self.retired: list[FleetPhone] = []
        self.failures: list[str] = []
        self._threads: list[threading.Thread] = []
        self._make, self.patience = PHONES[variant], PATIENCE_SECONDS
        for name in CREW:
            self.join(self.new_phone(port, name))

    @property
    def phones(self) -> list[FleetPhone]:
        return [member.phone for member in self.members]

    def replace(self, member: Member, disk: FleetPhone) -> None:
        """The phone is set back to an older copy of its disk: what it had not sent since is gone by hand."""
        with member.lock:
            disk.line.port = member.phone.line.port
            member.phone.wrote = set(member.phone.told)
            self.retired.append(member.phone)
            member.phone = member.work.phone = disk

    def new_phone(self, port: int, name: str) -> FleetPhone:
        phone = self._make(cast(FlaskClient, Line(port)), FakeClock(), self.world, name)
        until = monotonic() + REST_SECONDS
        while True:  # a server in trouble says to come back
            try:
                phone.sign_in()
                return phone
            except NotNow:
                if monotonic() > until:
                    raise
                self.over.wait(BACK_OFF_SECONDS)

    def join(self, phone: FleetPhone, *, writes: bool = True) -> Member:
        phone.line.patience = self.patience
        member = Member(phone, Work(phone, f"{self.seed}/{len(self.members)}"), writes)
        self.members.append(member)
        return member

    def loses_patience(self) -> None:
        """With a known-bad variant nothing is worth waiting for."""
        self.patience = BAD_PATIENCE_SECONDS
        for phone in self.phones:
            phone.line.patience = self.patience

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Everybody works; at the end the last step of each is done."""
        for member in list(self.members):
            self.sets_to_work(member)
        try:
            yield
        finally:
            self.over.set()
            for thread in self._threads:
                thread.join()

    def sets_to_work(self, member: Member) -> None:
        thread = threading.Thread(target=lambda: self._noted(lambda: self._works(member)), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _works(self, member: Member) -> None:
        chance = random.Random(f"{member.work.tag} network")
        while not self.over.is_set():
            with member.lock:
                if member.writes and len(member.phone.queued()) < 3 * self.most:
                    member.work.burst(self.most)
                member.phone.clock.advance(seconds=chance.randint(1, 90))
                got_through = member.phone.steps(
                    chance.randint(self.smallest_batch, self.batch), chance.choice((3, 50, 500))
                )
            if not got_through:
                self.over.wait(BACK_OFF_SECONDS)

    def comes_to_rest(self, tally: Tally, port: int, patience: float) -> None:
        """Everybody syncs until nothing is left; what is left when patience ends is stuck."""
        until = monotonic() + patience * crowding()
        phones = self.phones
        for _ in range(2):  # again, for what came from those that rested last
            rests = [threading.Thread(target=self._rests_noted, args=(phone, port, until)) for phone in phones]
            for thread in rests:
                thread.start()
            for thread in rests:
                thread.join()
        for phone in phones:
            tally.found("stuck", *(f"{phone.name} still holds {entry.op['op']}" for entry in phone.queued()))
        tally.found("stuck", *self.failures)

    def _rests_noted(self, phone: FleetPhone, port: int, until: float) -> None:
        phone.line.port = port
        self._noted(lambda: self._rests(phone, until))

    @staticmethod
    def _rests(phone: FleetPhone, until: float) -> None:
        pause = threading.Event()
        while monotonic() < until:
            try:
                if phone.comes_to_rest():
                    return
            except NotNow:
                pause.wait(BACK_OFF_SECONDS)
        raise AssertionError(f"{phone.name} does not come to rest")

    def _noted(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception as failure:  # whatever it is, it belongs into the table
            self.failures.append(f"{type(failure).__name__}: {failure}"[:600])
