"""Slows down who tries tokens from one address, as sign-in does: fifty free failures, then each waits longer.

A token cannot be guessed; this keeps who tries from costing anything.
"""

from server.clock import now
from server.database import writing
from server.errors import SlowDown
from server.models.sign_in_attempt import FREE_FOR_ADDRESS, ONE_LESS_AFTER, SignInAttempt, Subject


def slow_down_if_guessing(address: str) -> None:
    """Raise where this address tried too many tokens that are none."""
    subject, moment = _subject(address), now()
    with writing() as session:
        wait = SignInAttempt.locked(session, subject, moment).wait_seconds(subject, moment)
    if wait:
        raise SlowDown(retry_after_seconds=wait)


def count_guess(address: str) -> None:
    """Note one that was none."""
    subject, moment = _subject(address), now()
    with writing() as session:
        SignInAttempt.locked(session, subject, moment).count(subject, moment)


def _subject(address: str) -> Subject:
    return Subject(f"joining:{address}", FREE_FOR_ADDRESS, ONE_LESS_AFTER)
