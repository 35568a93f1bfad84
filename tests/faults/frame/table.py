"""Runs add up in a file of JSON lines; here they are written, summed and printed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.faults.frame.tally import Tally

FILE = Path(__file__).parents[3] / "data" / "faults.jsonl"
COUNTED = ("operations", "kills", "lost", "doubled", "overwritten", "stuck")
HEADINGS = ("fault", "database", "runs", "operations", "kills", "lost", "doubled", "silently overwritten", "stuck")
Row = dict[str, Any]


def add_run(fault: str, database: str, seed: int, seconds: float, tally: Tally, file: Path = FILE) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    run = {"at": at, "fault": fault, "database": database, "seed": seed, "seconds": round(seconds, 1)}
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({**run, **tally.as_dict()}, ensure_ascii=False) + "\n")


def add_not_run(fault: str, database: str, needs: str, file: Path = FILE) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"fault": fault, "database": database, "needs": needs}, ensure_ascii=False) + "\n")


def read_runs(file: Path = FILE) -> list[Row]:
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def table(runs: Iterable[Row], names: Mapping[str, str]) -> str:
    """Markdown: a line per fault and database in the order of `names`, then the sums."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for run in runs:
        groups[run["fault"], run["database"]].append(run)
    order = {name: place for place, name in enumerate(names)}
    lines = [_line(HEADINGS), _line(["---"] * 2 + ["---:"] * (len(HEADINGS) - 2))]
    for (fault, database), group in sorted(groups.items(), key=lambda item: (order.get(item[0][0], 99), item[0][1])):
        lines.append(_summed(f"{fault} {names.get(fault, '')}", database, group))
    for database in sorted({database for _, database in groups}):
        lines.append(
            _summed("all", database, [run for (_, of), group in groups.items() if of == database for run in group])
        )
    return "\n".join(lines)


def _summed(title: str, database: str, group: list[Row]) -> str:
    done = [run for run in group if "needs" not in run]
    if not done:
        return _line([title, database, f"not run (needs {group[-1]['needs']})", *[""] * len(COUNTED)])
    sums = [f"{sum(run[name] for run in done):,}" for name in COUNTED]
    return _line([title, database, f"{len(done)}", *sums])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
