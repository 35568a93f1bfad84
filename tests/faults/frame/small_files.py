"""A limit on the size of files for processes that run already, those of the database's own user too."""

import resource
import shutil
import subprocess
from pathlib import Path

PRLIMIT = shutil.which("prlimit")  # of util-linux


def limit_files(pids: list[int], room: int) -> None:
    """Files of these processes grow to so many bytes at most: what a full disk does to whoever writes."""
    for pid in pids:
        try:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        except ProcessLookupError:
            continue  # it ended meanwhile
        except PermissionError:
            _limit_as_owner(pid, room)


def _limit_as_owner(pid: int, room: int) -> None:
    """Even root may need a capability for processes of other people; their owner does not."""
    try:
        owner = Path(f"/proc/{pid}").stat()
    except FileNotFoundError:
        return
    soft = "unlimited" if room == resource.RLIM_INFINITY else str(room)
    words = [PRLIMIT or "prlimit", "--pid", str(pid), f"--fsize={soft}:unlimited"]
    subprocess.run(words, user=owner.st_uid, group=owner.st_gid, extra_groups=[], check=False, capture_output=True)
