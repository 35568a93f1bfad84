"""Runs other programs for `./dev`, saying what is run."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from devtools.paths import PYTHON, ROOT


class Failed(Exception):
    """A step did not hold; its own output has said why."""


@dataclass(frozen=True)
class Ran:
    ok: bool
    seconds: float


def say(text: str) -> None:
    print(f"\n\033[1m· {text}\033[0m" if sys.stdout.isatty() else f"\n· {text}", flush=True)


def run(words: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Ran:
    started = time.monotonic()
    finished = subprocess.run([str(word) for word in words], cwd=cwd, env={**os.environ, **(env or {})}, check=False)
    return Ran(finished.returncode == 0, time.monotonic() - started)


def must_run(words: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    if not run(words, cwd=cwd, env=env).ok:
        raise Failed(" ".join(str(word) for word in words))


def must_run_python(*words: str | Path) -> None:
    must_run([PYTHON, *words])
