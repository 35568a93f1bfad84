"""`./dev bench desk`: each page's milliseconds and bytes, how they grow, and whether a growing table is read whole."""

import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.desk.contract import Contract, opened
from benchmarks.desk.files import FILES, in_a_process
from benchmarks.desk.pages import PAGES, first_sync
from benchmarks.desk.scans import whole_scans
from benchmarks.sync.bench import CORES, say
from benchmarks.sync.databases import database
from benchmarks.tickets.board import milliseconds_of

ASSETS = (10_000, 100_000)
MOST_KB = 300
FILE, SYNC = "file: ", "the phone's first sync"
HEAD = ("database", "page", "assets", "took", "echoes", "kB", "growth", "read whole")


@dataclass(frozen=True)
class Measured:
    """Milliseconds of our whole answer, of an echo in the same run; bytes of the body as it leaves without packing."""

    database: str
    page: str
    assets: int
    took: float
    echo: float
    bytes: int
    whole: Sequence[str]


def run(kinds: Sequence[str], sizes: Sequence[int], files: Sequence[str] = tuple(FILES)) -> list[Measured]:
    busy = os.getloadavg()[0]
    found: list[Measured] = []
    for kind in kinds:
        with tempfile.TemporaryDirectory(prefix="roundsman-bench-") as name, database(kind, Path(name)) as made:
            for size in sizes:
                say(f"{kind}: {size} assets, {size * 10} answers")
                found += _measure(kind, size, made.fresh(), Path(name), files)
    print(f"\n{CORES} cores; load average {busy:.1f} when it began; median of the tries\n")
    print(as_text(found), flush=True)
    return found


def _measure(kind: str, size: int, url: str, folder: Path, files: Sequence[str]) -> list[Measured]:
    contract = opened(url, folder, size)
    desk = contract.at_desk()
    echo = milliseconds_of(lambda: desk.get("/api/roster/feed"))
    found = []
    for page, ask in PAGES.items():
        answer = ask(desk, contract)
        assert answer.status_code == 200, f"{page}: {answer.status_code} {answer.text[:500]}"
        took = milliseconds_of(lambda ask=ask: ask(desk, contract))  # type: ignore[misc]  # a default of a lambda
        whole = whole_scans(contract.app, lambda ask=ask: ask(desk, contract))  # type: ignore[misc]
        found.append(Measured(kind, page, size, took, echo, len(answer.data), whole))
    begin = time.perf_counter()
    sync = first_sync(desk)
    took = 1000 * (time.perf_counter() - begin)
    say(
        f"first sync: {sync.documents:,} documents in {sync.pages} pages, "
        f"the largest {sync.largest_page / 1000:.0f} kB packed"
    )
    found.append(Measured(kind, f"{SYNC}, packed", size, took, echo, sync.bytes, ()))
    contract.close()
    return found + [_file(kind, work, contract, folder, echo) for work in files]


def _file(kind: str, work: str, contract: Contract, folder: Path, echo: float) -> Measured:
    one = in_a_process(work, contract, folder)
    say(f"{work}: {one.took / 1000:.1f} s, at most {one.peak:.0f} MB, {one.before:.0f} before")
    return Measured(kind, FILE + work, contract.size, one.took, echo, one.bytes, ())


def as_text(found: Sequence[Measured]) -> str:
    rows = [HEAD, *(_cells(one, found) for one in found)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(HEAD))]
    return "\n".join("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _cells(one: Measured, found: Sequence[Measured]) -> tuple[str, ...]:
    first = next(each for each in found if (each.database, each.page) == (one.database, one.page))
    growth = f"{one.took / first.took:.2f} times for {one.assets / first.assets:.0f} times the assets"
    too_large = " (over 300)" if one.bytes > MOST_KB * 1000 and not one.page.startswith((FILE, SYNC)) else ""
    kilobytes = f"{one.bytes / 1000:.0f}{too_large}"
    whole = ", ".join(one.whole) or "none"
    return (
        one.database,
        one.page,
        f"{one.assets:,}",
        f"{one.took:.1f} ms",
        f"{one.took / one.echo:.0f}",
        kilobytes,
        growth,
        whole,
    )
