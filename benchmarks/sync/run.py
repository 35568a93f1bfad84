"""`./dev bench sync`: measures what `MEASURES` names on each database, one after the other, and prints one table."""

import os
import tempfile
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from benchmarks.sync import (
    first_sync,
    memory,
    photos,
    profiling,
    pulls,
    pushes,
    rounds,
    shift_end,
    wire_bytes,
)
from benchmarks.sync.bench import CORES, Bench, ready, say
from benchmarks.sync.databases import database
from benchmarks.sync.table import Figure, as_markdown, as_text

MEASURES: Mapping[str, Callable[[Bench], None]] = {
    "push": pushes.measure,
    "rounds": rounds.measure,
    "pull": pulls.measure,
    "photos": photos.measure,
    "shift": shift_end.measure,
    "first-sync": first_sync.measure,
    "bytes": wire_bytes.measure,
    "memory": memory.measure,
    "profile": profiling.measure,
}


def run(kinds: Sequence[str], *, size: float, only: Collection[str], markdown: bool = False) -> list[Figure]:
    """Every figure of these databases; `size` 1.0 is the whole work."""
    started, busy = time.monotonic(), os.getloadavg()[0]
    figures: list[Figure] = []
    for kind in kinds:
        with tempfile.TemporaryDirectory(prefix="roundsman-bench-") as name, database(kind, Path(name)) as found:
            say(f"{kind}: making the firm")
            bench = ready(found, Path(name), size, partial(pushes.rounds_of, scale=size))
            for work in (work for work in MEASURES if work in only):
                say(f"{kind}: {work}")
                MEASURES[work](bench)
            figures += bench.figures
    took = time.monotonic() - started
    print(f"\n{CORES} cores, the load on the same machine; load average {busy:.1f} when it began; {took:.0f} s\n")
    print(as_markdown(figures) if markdown else as_text(figures), flush=True)
    return figures
