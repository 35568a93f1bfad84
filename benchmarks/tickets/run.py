"""`./dev bench tickets`: each figure beside its reference of the same run, and how it grows from the first size on."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sync.bench import CORES, say
from benchmarks.sync.databases import database
from benchmarks.tickets import clock_job
from benchmarks.tickets.board import first_screen
from benchmarks.tickets.office import Office, opened

OPEN = (1_000, 10_000, 100_000)
HEAD = ("database", "work", "open tickets", "took", "reference", "times the reference", "growth")


@dataclass(frozen=True)
class Measured:
    """Milliseconds; `reference` is of the same run."""

    database: str
    work: str
    open: int
    took: float
    reference: float


def run(kinds: Sequence[str], sizes: Sequence[int]) -> list[Measured]:
    busy = os.getloadavg()[0]
    found: list[Measured] = []
    for kind in kinds:
        with tempfile.TemporaryDirectory(prefix="roundsman-bench-") as name, database(kind, Path(name)) as made:
            for size in sizes:
                say(f"{kind}: {size} open tickets")
                office = opened(made.fresh(), Path(name))
                office.fill(size)
                found += _measure(kind, size, office)
                office.close()
    print(f"\n{CORES} cores; load average {busy:.1f} when it began; median of the tries\n")
    print(as_text(found), flush=True)
    return found


def _measure(kind: str, size: int, office: Office) -> list[Measured]:
    ours, raw, echo = first_screen(office)
    found = [
        Measured(kind, "board, first screen (raw: its rows)", size, ours, raw),
        Measured(kind, "board, first screen (echo)", size, ours, echo),
    ]
    if clock_job.is_there():
        due, alone, empty = clock_job.passes(office)
        found.append(Measured(kind, "clock job, a due event (an operation)", size, due, alone))
        found.append(Measured(kind, "clock job, a pass with nothing due (an operation)", size, empty, alone))
    return found


def as_text(found: Sequence[Measured]) -> str:
    rows = [HEAD, *(_cells(one, found) for one in found)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(HEAD))]
    return "\n".join("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _cells(one: Measured, found: Sequence[Measured]) -> tuple[str, ...]:
    first = next(each for each in found if (each.database, each.work) == (one.database, one.work))
    growth = f"{one.took / first.took:.2f} times for {one.open / first.open:.0f} times the tickets"
    times = f"{one.took / one.reference:.1f}"
    return (one.database, one.work, f"{one.open:,}", f"{one.took:.2f} ms", f"{one.reference:.2f} ms", times, growth)
