"""What three years of rounds leave behind at the assets of a contract: rounds, answers, proof, findings, tickets."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from benchmarks.sync.firm import new_id
from server.rules.ids import answer_id, round_id

TO_A_ROUND, ANSWERS_EACH = 40, 5  # 200 answers to a round
DAYS = 3 * 365
CHECKS = tuple(f"item_{number}" for number in range(1, ANSWERS_EACH + 1))
READING = CHECKS[0]
Documents = Iterator[dict[str, Any]]


@dataclass(frozen=True)
class Years:
    """`assets`: all ids, by code. The first stands in a round a day, as what is looked after daily does."""

    plan: str
    template: str
    room: str
    engineer: str
    project: str
    assets: Sequence[str]
    until: date

    @property
    def rounds(self) -> int:
        return len(self.assets) * 10 // (TO_A_ROUND * ANSWERS_EACH)

    def day(self, number: int) -> date:
        return self.until - timedelta(days=DAYS - number * DAYS // self.rounds)

    def round_id(self, number: int) -> str:
        return round_id(self.plan, f"round {number}")

    def walked(self, number: int) -> Sequence[str]:
        """Forty in a row; in one round of each day the first asset of all is one of them."""
        start = number * TO_A_ROUND
        row = [self.assets[(start + k) % len(self.assets)] for k in range(TO_A_ROUND)]
        is_daily = number % max(1, self.rounds // DAYS) == 0
        return list(dict.fromkeys([self.assets[0], *row[1:]])) if is_daily else row

    def round(self, number: int) -> Documents:
        day = self.day(number)
        what = {"plan_id": self.plan, "template_id": self.template, "asset_ids": self.walked(number)}
        name = {"name_zh": "每日巡检", "name_en": "Daily round", "place_id": self.room}
        # A plan has one round a day; the rounds of many plans stand here under one, on days that there are not.
        day_of_its_own = (date(1900, 1, 1) + timedelta(days=number)).isoformat()
        when = dict.fromkeys(("due_at", "opened_at", "submitted_at"), f"{day}T10:00:00.000Z")
        sealed = {"sealed_at": f"{day}T12:00:00.000Z", "seal_hash": new_id().replace("-", "") * 2, "state": "sealed"}
        stands = {"state": "submitted"} if number == self.rounds - 1 else sealed
        own = {"id": self.round_id(number), "occurrence_date": day_of_its_own, "number": f"P1-{number:06d}"}
        yield {**own, **what, **name, **when, **stands}

    def round_event(self, number: int) -> Documents:
        at = f"{self.day(number)}T10:00:00.000Z"
        for name in ("opened", "submitted", "approved"):
            said: dict[str, Any] = {"name": name, "by": self.engineer, "at": at, "received_at": at}
            said |= {"after": [], "args": {}, "flags": []}
            yield {"id": new_id(), "round_id": self.round_id(number), **said}

    def answer(self, number: int) -> Documents:
        """Each asset's first item is a reading; every tenth answer has something to say."""
        at = {"answered_at": f"{self.day(number)}T09:00:00.000Z", "answered_by": self.engineer}
        for place, asset in enumerate(self.walked(number)):
            for check in CHECKS:
                cell = {"round_id": self.round_id(number), "asset_id": asset, "check_key": check}
                bad = {"value": "abnormal", "severity": 3, "actual": "风扇有异响"}
                said = bad if (place + int(check[-1]) + number) % 10 == 0 else {"value": "normal"}
                read = {"reading": f"{24 + (number + place) % 50 / 10:.1f}"} if check == READING else {}
                yield {"id": self._answer_id(number, asset, check), **cell, **said, **read, **at}

    def scan(self, number: int) -> Documents:
        at = f"{self.day(number)}T08:59:00.000Z"
        proof = {"raw": "", "method": "camera", "by": self.engineer, "at": at, "received_at": at}
        for asset in self.walked(number):
            yield {"id": new_id(), "round_id": self.round_id(number), "asset_id": asset, **proof}

    def photo(self, number: int) -> Documents:
        at = f"{self.day(number)}T09:00:00.000Z"
        taken = {"purpose": "item", "taken_at": at, "taken_by": self.engineer, "blob_state": "verified"}
        picture = {"bytes": 300_000, "width": 1600, "height": 1200, "mime": "image/jpeg"}
        for k, asset in enumerate(self.walked(number)[:3]):
            cell = {"round_id": self.round_id(number), "asset_id": asset, "check_key": READING}
            yield {"id": new_id(), "hash": f"{number:060d}{k:04d}", **cell, **taken, **picture}

    def ticket(self, number: int) -> Documents:
        """One a round; what is older than a month is closed."""
        day, is_open = self.day(number), self.until - self.day(number) < timedelta(days=30)
        asset, at = self.walked(number)[1], f"{day}T10:00:00.000Z"
        found = {"asset_id": asset, "check_key": READING, "round_id": self.round_id(number), "source": "round"}
        name = {"number": f"GD-{number:06d}", "title_zh": "风扇有异响", "title_en": "The fan is loud", "severity": 3}
        stands = {"state": "in_progress" if is_open else "closed", "is_open": is_open, "opened_at": at}
        yield {"id": self._ticket_id(number), **found, **name, **stands, "closed_at": None if is_open else at}

    def finding(self, number: int) -> Documents:
        asset, at = self.walked(number)[1], f"{self.day(number)}T10:00:00.000Z"
        where = {"ticket_id": self._ticket_id(number), "round_id": self.round_id(number), "asset_id": asset}
        what = {"check_key": READING, "answer_id": self._answer_id(number, asset, READING), "found_at": at}
        yield {"id": new_id(), **where, **what, "severity": 3, "state": "open"}

    def operation(self, number: int) -> Documents:
        """A draft of each asset's answers, in the books for ever."""
        who = {"actor_kind": "phone", "actor_id": self.engineer, "project_id": self.project}
        what = {"name": "save_draft", "kind": "draft", "schema": 1, "body": self.round_id(number) * ANSWERS_EACH}
        at = f"{self.day(number)}T10:00:00.000Z"
        came = {"received_at": at, "outcome": "applied", "chained": "applied", "result": {}}
        for _ in range(TO_A_ROUND):
            yield {"op_id": new_id(), **who, **what, "body_hash": "0" * 64, **came}

    def _answer_id(self, number: int, asset: str, check: str) -> str:
        return answer_id(self.round_id(number), asset, check)

    def _ticket_id(self, number: int) -> str:
        return round_id(self.plan, f"ticket {number}")


# What a round leaves, in the order in which rows name each other.
KINDS: Mapping[str, Callable[[Years, int], Documents]] = {
    "round": Years.round,
    "round_event": Years.round_event,
    "answer": Years.answer,
    "scan": Years.scan,
    "photo": Years.photo,
    "ticket": Years.ticket,
    "finding": Years.finding,
}
