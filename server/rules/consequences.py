"""What a round's answers mean for tickets, one shape a consequence (see tickets_from_round)."""

from typing import Literal, TypedDict


class Told(TypedDict):
    ticket_id: str
    finding_id: str


class Found(Told):
    """A finding that is new, with all that its row needs."""

    answer_id: str
    asset_id: str | None
    check_key: str
    severity: int | None
    text: str | None
    indication: str | None
    actual: str | None
    reading: str | None
    found_at: str


class Raise(Found):
    """A new ticket with its first finding. `separate`: another of the same fault is open (a person said: apart)."""

    kind: Literal["raise"]
    title_zh: str
    title_en: str
    separate: bool
    repeat_of_id: str | None


class Join(Found):
    """A finding for an open ticket; `own_ticket_id` is the id that it would have raised (the alias)."""

    kind: Literal["join"]
    own_ticket_id: str


class Withdraw(Told):
    """The item was corrected: its finding no longer holds the ticket open."""

    kind: Literal["withdraw"]
    answer_id: str
    value: str | None


class Renew(Told):
    """A withdrawn finding is abnormal again; `separate` as in Raise."""

    kind: Literal["renew"]
    answer_id: str
    severity: int | None
    separate: bool


class Worsen(Told):
    """A finding was graded worse than before, and worse than its ticket."""

    kind: Literal["worsen"]
    severity: int


class Confirm(TypedDict):
    """The round is sealed: a supervisor stands behind these findings."""

    kind: Literal["confirm"]
    ticket_id: str
    finding_ids: list[str]


Consequence = Raise | Join | Withdraw | Renew | Worsen | Confirm
