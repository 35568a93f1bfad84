"""Remembers what a costly step was made from, so that it runs again only when that has changed."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from devtools.paths import ROOT, STAMPS


def when_changed(name: str, sources: Iterable[Path], step: Callable[[], None], *, made: Path | None = None) -> None:
    """Run the step unless it succeeded with these very sources and what it made is still there."""
    sources = list(sources)
    if is_fresh(name, sources) and (made is None or made.exists()):
        return
    stamp = STAMPS / name
    stamp.unlink(missing_ok=True)
    step()
    STAMPS.mkdir(exist_ok=True)
    stamp.write_text(_digest(sources))


def is_fresh(name: str, sources: Iterable[Path]) -> bool:
    stamp = STAMPS / name
    return stamp.is_file() and stamp.read_text() == _digest(sources)


def _digest(sources: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in sorted(sources):
        found.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()
