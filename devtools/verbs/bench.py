from devtools import python_packages
from devtools.running import Failed, must_run_python

BENCHMARKS = ("sync", "tickets", "desk")


def bench(words: list[str]) -> int:
    """Measure against references of the same run: `./dev bench sync …`, `tickets …`, `desk …`."""
    if not words or words[0] not in BENCHMARKS:
        raise Failed(f"a benchmark is one of: {', '.join(BENCHMARKS)}")
    python_packages.install_to_develop()
    must_run_python("-m", f"benchmarks.{words[0]}", *words[1:])
    return 0
