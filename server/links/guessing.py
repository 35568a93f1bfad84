"""Slows down who guesses a link's code, as sign-in does: five free tries, then each further one waits twice as long."""

from server.clock import now
from server.database import writing
from server.errors import SlowDown
from server.models.sign_in_attempt import FREE_FOR_NAME, SignInAttempt, Subject


def _subject(link_id: str) -> Subject:
    return Subject(f"link:{link_id}", FREE_FOR_NAME)


def count_try(link_id: str) -> None:
    """Count a failure before the code is compared, so that parallel guesses cannot outrun the count."""
    moment = now()
    with writing() as session:
        row = SignInAttempt.locked(session, _subject(link_id), moment)
        wait = row.wait_seconds(_subject(link_id), moment)
        if wait:
            raise SlowDown(retry_after_seconds=wait)
        row.count(_subject(link_id), moment)


def forgive(link_id: str) -> None:
    """It was the right code."""
    with writing() as session:
        SignInAttempt.locked(session, _subject(link_id), now()).clear()
