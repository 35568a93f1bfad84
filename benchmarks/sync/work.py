"""What engineers do: answers one by one, and whole rounds. Each operation is made before any clock runs."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import Any

from benchmarks.sync.firm import ITEMS, NOW, Firm, Project, new_id
from server.rules.ids import answer_id, round_id

STROKES = {"width": 300, "height": 120, "paths": [[[x, 40 + x % 17] for x in range(0, 290, 10)] for _ in range(3)]}
SEEN_WRONG = {"severity": 3, "indication": "指示灯闪烁", "actual": "滤网积尘较多，已清理后复测正常。"}
FORM = ("problem", "solution", "cause", "equipment", "suggestion", "remark")
WHERE = ("asset_id", "check_key", "value", "severity", "reading", "seen", "indication", "actual", "remark",
         "na_reason", "unmeasurable_reason")  # fmt: skip


@dataclass
class Days:
    """Days that no round was given yet; a plan has one round a day."""

    next: date = date(2026, 12, 1)
    given: int = field(default=0)

    def give(self) -> str:
        self.given += 1
        return (self.next + timedelta(days=self.given)).isoformat()


def opened(firm: Firm, project: Project, day: str) -> tuple[str, dict[str, Any]]:
    """A new round and the operation that opens it."""
    row = round_id(project.plan, day)
    args = {"plan_id": project.plan, "occurrence_date": day, "template_id": firm.template}
    return row, _operation("open_round", doc=row, args=args, after=[])


def answers(round_: str, project: Project) -> Iterator[dict[str, Any]]:
    """An operation per item, asset by asset: most are normal, every tenth has something to say."""
    cells = ((asset, key) for asset in project.assets for key in ITEMS)
    for number, (asset, key) in enumerate(cells, start=1):
        yield answer(round_, asset, key, wrong=number % 10 == 0)


def answer(round_: str, asset: str, key: str, *, wrong: bool, was: list[str] | None = None) -> dict[str, Any]:
    """A first answer, or one that stands on what was written before."""
    values = {"value": "abnormal", **SEEN_WRONG} if wrong else {"value": "normal"}
    cell = {"round_id": round_, "asset_id": asset, "check_key": key}
    edit = {"doc": answer_id(round_, asset, key), "type": "answer", "key": cell, "set": values}
    return _operation("answer_item", edits=[{**edit, "was": dict.fromkeys(values, was) if was else {}}])


def answers_again(round_: str, project: Project) -> Iterator[dict[str, Any]]:
    """Answers without an end: every cell is given, then given anew."""
    last: dict[tuple[str, str], list[str]] = {}
    while True:
        for cell in ((asset, key) for asset in project.assets for key in ITEMS):
            made = answer(round_, *cell, wrong=False, was=last.get(cell))
            last[cell] = [made["op"]]
            yield made


def photo_taken(round_: str, photo: bytes, edges: tuple[int, int]) -> dict[str, Any]:
    facts = {"hash": hashlib.sha256(photo).hexdigest(), "bytes": len(photo), "mime": "image/jpeg", "taken_at": NOW}
    shape = {"width": edges[0], "height": edges[1], "purpose": "item"}
    return _operation("take_photo", doc=round_, args={**facts, **shape}, after=[])


def whole_round(firm: Firm, project: Project, day: str) -> list[dict[str, Any]]:
    """Opened, seven answers on one asset, signed, submitted: what a phone sends that was offline all the while."""
    round_, first = opened(firm, project, day)
    said = list(islice(answers(round_, project), len(ITEMS)))
    signed = _signed(round_, said, after=first["op"])
    written = {edit["doc"]: [one["op"]] for one in said for edit in one["edits"]}
    manifest = {"answers": written, "photos": [], "signed": []}
    submitted = _operation("submit_round", doc=round_, args={"manifest": manifest}, after=[signed["op"]])
    return [first, *said, signed, submitted]


def _signed(round_: str, said: list[dict[str, Any]], after: str) -> dict[str, Any]:
    shown = [{**edit["key"], **edit["set"]} for one in said for edit in one["edits"]]
    told = {"answers": [{name: row.get(name) for name in WHERE} for row in shown], "form": dict.fromkeys(FORM)}
    content = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    who = {"party": "engineer", "signer_name": "王工", "strokes": STROKES}
    signed = {"content": content, "content_hash": hashlib.sha256(content.encode()).hexdigest()}
    return _operation("sign_round", doc=round_, args={**who, **signed}, after=[after])


def _operation(name: str, **parts: Any) -> dict[str, Any]:
    return {"op": new_id(), "name": name, "at": NOW, **parts}
