"""Processes by their parent, from /proc."""

from pathlib import Path


def children_of(pid: int) -> list[int]:
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and _parent_of(process) == pid:
            found.append(int(process.name))
    return sorted(found)


def _parent_of(process: Path) -> int | None:
    try:
        state, parent = (process / "stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return None  # it ended while we looked
    return None if state == "Z" else int(parent)


def is_running(pid: int) -> bool:
    return _parent_of(Path(f"/proc/{pid}")) is not None
