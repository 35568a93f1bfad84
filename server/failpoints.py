"""Places where a test may kill the process, to prove that stopping there loses nothing (trust F5)."""

import os

_KILL_AT = os.environ.get("FAILPOINT", "")
KILLED = 137  # what a shell reports for SIGKILL


def failpoint(name: str) -> None:
    """Die here, at once and without clean-up, when the environment names this place."""
    if name == _KILL_AT:
        os._exit(KILLED)
