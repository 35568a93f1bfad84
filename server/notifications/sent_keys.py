"""Which messages went out, outside the database: a restore brings back what is to be sent, but not what was (I17).

One line a message in `notifications_sent.jsonl` in the data folder, written before the database says so, never changed.
"""

import json
import os
from pathlib import Path
from threading import Lock

FILE = "notifications_sent.jsonl"


class SentKeys:
    """The ids in the file. Several processes append to it; each looks at what is new in it before it answers."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / FILE
        self._lock = Lock()
        self._sent: dict[str, str] = {}
        self._read_to = 0

    def sent_at(self, notification_id: str) -> str | None:
        """When it went out (wire instant); None where it never did."""
        with self._lock:
            self._read_on()
            return self._sent.get(notification_id)

    def add(self, notification_id: str, at: str) -> None:
        """On the disk when this returns."""
        line = "\n" + json.dumps({"id": notification_id, "at": at}) + "\n"  # apart from one that was torn
        with self._lock:
            place = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(place, line.encode())
                os.fsync(place)
            finally:
                os.close(place)

    def _read_on(self) -> None:
        if not self._file.exists():
            return
        with self._file.open("rb") as file:
            if file.seek(0, os.SEEK_END) < self._read_to:
                self._read_to = 0  # another file, put there by hand
                self._sent.clear()
            file.seek(self._read_to)
            whole, _, _ = file.read().rpartition(b"\n")
        for line in whole.splitlines():
            self._take(line)
        self._read_to += len(whole) + 1 if whole else 0

    def _take(self, line: bytes) -> None:
        """Half a line, of a machine that lost its power, says nothing."""
        try:
            said = json.loads(line)
            self._sent[said["id"]] = said["at"]
        except (ValueError, KeyError, TypeError):
            pass
