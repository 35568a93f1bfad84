"""Why an operation was not applied: a code for programs, a reason for the way out, a sentence for people."""

from typing import Any, Literal

ParkedCode = Literal["forbidden", "stale", "sealed", "invalid", "unknown_name", "op_id_reused"]


class Parked(Exception):
    """Raised by whatever finds that an operation cannot be applied. Its body is kept."""

    def __init__(self, code: ParkedCode, reason: str, **details: Any) -> None:
        super().__init__(f"{code}: {reason}")
        self.code: ParkedCode = code
        self.reason = reason
        self.details = details
