"""Failed sign-ins in a row, counted for each name tried and each address, so that guessing gets slower and slower.

free tries ── fails ──► wait 1 s, 2 s, 4 s … 15 min between tries ── a day of rest, or the right password ──► free tries

The right password of one person says nothing of the others behind the same address: an address's count only falls with
time, by one for each quarter of an hour since its last failure.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sqlalchemy import Integer, String, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.extensions import Model
from server.models.types import Instant, instant_text, parse_instant

FORGOTTEN_AFTER: Final = timedelta(days=1)
LONGEST_WAIT_SECONDS: Final = 15 * 60
ONE_LESS_AFTER: Final = timedelta(seconds=LONGEST_WAIT_SECONDS)  # so whoever guesses gains nothing by it
FREE_FOR_NAME: Final = 5
FREE_FOR_ADDRESS: Final = 50  # a whole team may sign in from behind one address


class Subject(NamedTuple):
    """Who is counted: a name (whether or not somebody has it) or an address."""

    key: str
    free: int
    falls_every: timedelta | None = None

    @classmethod
    def name(cls, name: str) -> "Subject":
        # People type passwords into the field of the name: keep no text.
        return cls("name:" + hashlib.sha256(name.encode()).hexdigest(), FREE_FOR_NAME)

    @classmethod
    def address(cls, address: str) -> "Subject":
        return cls(f"address:{address}", FREE_FOR_ADDRESS, ONE_LESS_AFTER)


class Tally(NamedTuple):
    """How a row stood at one moment."""

    failures: int
    last_at: str


class Counted(NamedTuple):
    """One try, counted as a failure before anybody knows whether it is one."""

    before: Tally
    after: Tally


class SignInAttempt(Model):
    subject: Mapped[str] = mapped_column(String(80), primary_key=True)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    last_at: Mapped[str] = mapped_column(Instant, index=True)

    @classmethod
    def locked(cls, session: Session, subject: Subject, now: datetime) -> "SignInAttempt":
        """The row of a subject, made if missing and ours until commit: parallel guesses are counted one by one."""
        insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
        new = insert(cls).values(subject=subject.key, failures=0, last_at=instant_text(now))
        session.execute(new.on_conflict_do_nothing())
        return session.scalars(select(cls).where(cls.subject == subject.key).with_for_update()).one()

    @classmethod
    def forget_old(cls, session: Session, now: datetime) -> None:
        session.execute(delete(cls).where(cls.last_at < instant_text(now - FORGOTTEN_AFTER)))

    def wait_seconds(self, subject: Subject, now: datetime) -> int:
        """How long this subject still has to wait before the next try; 0 when it may try."""
        over = self._fallen(subject, now) - subject.free
        if over < 0:
            return 0
        pause = timedelta(seconds=min(2.0 ** min(over, 20), LONGEST_WAIT_SECONDS))
        left = parse_instant(self.last_at) + pause - now
        return max(0, -int(-left.total_seconds() // 1))

    def count(self, subject: Subject, now: datetime) -> Counted:
        before = self._tally()
        self.failures = self._fallen(subject, now) + 1
        self.last_at = instant_text(now)
        return Counted(before, self._tally())

    def forgive(self, counted: Counted) -> None:
        """Take one failure back, and its moment: it was none."""
        if self._tally() == counted.after:
            self.failures, self.last_at = counted.before
        else:  # others were counted meanwhile
            self.failures = max(0, self.failures - 1)

    def clear(self) -> None:
        self.failures = 0

    def _tally(self) -> Tally:
        return Tally(self.failures, self.last_at)

    def _fallen(self, subject: Subject, now: datetime) -> int:
        """The failures that time has not taken back yet."""
        if subject.falls_every is None:
            return self.failures
        return max(0, self.failures - max(0, (now - parse_instant(self.last_at)) // subject.falls_every))
