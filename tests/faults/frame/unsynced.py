"""What a power cut takes: bytes that were written and never synced, as strace saw it.

A line of the log is `PID call(FD<path>, "", size, offset) = result`; a call that another process cut into stands on two
lines, `... <unfinished ...>` and `<... call resumed> ...`. A sync covers what was written before it began.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "pwrite64,fsync,fdatasync,ftruncate"
_CALL = re.compile(r"^(\d+) +(\w+)\(\d+<([^>]*)>(.*)$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)$")
_WRITTEN = re.compile(r'^, ""\.*, (\d+), (\d+)')
_DONE = re.compile(r"= 0\b")

Range = tuple[int, int]  # offset, size


@dataclass
class Disk:
    """`unsynced`: by path, what a cut would take now."""

    unsynced: dict[str, list[Range]] = field(default_factory=dict)
    syncs: int = 0
    _began: dict[str, tuple[str, str, list[Range]]] = field(default_factory=dict)

    def sees(self, line: str) -> None:
        if found := _CALL.match(line):
            process, call, path, rest = found.groups()
            if call == "pwrite64":
                self._writes(path, rest)
            elif call in ("fsync", "fdatasync"):
                before = list(self.unsynced.get(path, []))
                if "<unfinished" in rest:
                    self._began[process] = (call, path, before)
                elif _DONE.search(rest):
                    self._syncs(path, before)
        elif found := _RESUMED.match(line):
            process, call, rest = found.groups()
            if call in ("fsync", "fdatasync") and process in self._began and _DONE.search(rest):
                _, path, before = self._began.pop(process)
                self._syncs(path, before)

    def _writes(self, path: str, rest: str) -> None:
        """Even a call whose end nobody saw may have written."""
        if written := _WRITTEN.match(rest):
            self.unsynced.setdefault(path, []).append((int(written[2]), int(written[1])))

    def _syncs(self, path: str, before: list[Range]) -> None:
        """What was written meanwhile is not covered."""
        self.syncs += 1
        now = self.unsynced.get(path, [])
        self.unsynced[path] = now[len(before) :] if now[: len(before)] == before else now


def disk_after(lines: Iterable[str]) -> Disk:
    disk = Disk()
    for line in lines:
        disk.sees(line)
    return disk


def take_away(disk: Disk, folder: Path) -> int:
    """Zeroes where the unsynced bytes of files below this folder were; gives their number."""
    taken = 0
    for path, ranges in disk.unsynced.items():
        file = Path(path)
        if not file.is_relative_to(folder) or not file.is_file():
            continue
        with file.open("r+b") as bytes_:
            end = bytes_.seek(0, 2)
            for offset, size in ranges:
                lost = max(0, min(size, end - offset))
                bytes_.seek(offset)
                bytes_.write(b"\0" * lost)
                taken += lost
    return taken
