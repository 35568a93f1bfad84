"""Every verb takes the words after its name and returns the exit code. The first line of its docstring is its help."""

from collections.abc import Callable

from devtools.verbs.bench import bench
from devtools.verbs.check import check
from devtools.verbs.demo import demo
from devtools.verbs.faults import faults
from devtools.verbs.generate import generate
from devtools.verbs.lock import lock
from devtools.verbs.shots import shots
from devtools.verbs.story import story
from devtools.verbs.test import test

VERBS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "faults": faults,
    "bench": bench,
    "story": story,
    "shots": shots,
    "generate": generate,
    "lock": lock,
}
