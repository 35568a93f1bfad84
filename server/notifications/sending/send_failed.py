"""Why a message did not go out, in one of a few words that a screen can say, and the receiver's own."""

from typing import Final

NO_ANSWER, NOT_FOUND, NOT_ALLOWED, NO_ENTRY, REFUSED, FAULT = TROUBLES = (
    "no_answer",  # down, too slow, or the line broke
    "not_found",  # its name is unknown
    "not_allowed",  # an address that this server does not send to (docs/operate.md, "Messages")
    "no_entry",  # name, password or key is not taken
    "refused",  # it answered, and did not take the message
    "fault",  # ours
)  # fmt: skip
MOST_CHARACTERS: Final = 200


class SendFailed(Exception):
    """It is tried again later. `detail` never holds an address, a key or a password."""

    def __init__(self, trouble: str, detail: str = "") -> None:
        self.trouble = trouble
        self.detail = " ".join(detail.split())[:MOST_CHARACTERS]
        super().__init__(f"{self.trouble}: {self.detail}")


def trouble_of(error: str | None) -> tuple[str, str]:
    """Word and detail of what a row keeps of its last try."""
    word, _, detail = (error or FAULT).partition(": ")
    return (word, detail) if word in TROUBLES else (FAULT, "")
