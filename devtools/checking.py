"""The stages of `./dev check`, which `./dev test` begins with."""

import time

from devtools import generate, node
from devtools.paths import PYTHON, ROOT
from devtools.running import Ran, run
from devtools.stages import Stage


def check_stages() -> list[Stage]:
    return [
        Stage("ruff format", lambda: _python("ruff", "format", "--check", ".")),
        Stage("ruff", lambda: _python("ruff", "check", ".")),
        Stage("mypy --strict", lambda: _python("mypy")),
        Stage("generated files", _generated),
        Stage("eslint", lambda: node.run_script("lint")),
        Stage("vue-tsc", lambda: node.run_script("types")),
        Stage("build and budgets", lambda: node.run_script("build")),
    ]


def _python(*words: str) -> Ran:
    return run([PYTHON, "-m", *words])


def _generated() -> Ran:
    started = time.monotonic()
    stale = generate.stale()
    for path in stale:
        print(f"{path.relative_to(ROOT)} is stale: run ./dev generate and commit what it writes")
    return Ran(not stale, time.monotonic() - started)
