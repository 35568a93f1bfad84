"""The decoding process of this worker: started when first needed, killed when it hangs, started again."""

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

DECODER = Path(__file__).with_name("decoder.py")
PATIENCE_SECONDS = 60  # the limit on processor time ends a hostile picture long before; this is for a stuck machine


class HelperFailed(Exception):
    """The process died or hung, which says nothing about the picture."""


class Helper:
    """One question at a time to one process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.stop)

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            process = self._running()
            try:
                answer: dict[str, Any] = json.loads(_exchange(process, json.dumps(request).encode() + b"\n"))
            except (OSError, ValueError) as error:
                self.stop()
                raise HelperFailed(str(error)) from error
            return answer

    def stop(self) -> None:
        if self._process is not None:
            _kill_group(self._process)
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-I", str(DECODER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={},
                cwd="/",
                start_new_session=True,
            )
        return self._process


def _exchange(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(line)
    process.stdin.flush()
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE_SECONDS)
    if not ready:
        raise TimeoutError("no answer in time")
    return process.stdout.readline()


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """End the process and the child that decodes for it."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    process.wait()
