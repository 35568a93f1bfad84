from devtools import python_packages
from devtools.paths import PYTHON, ROOT
from devtools.running import run


def faults(words: list[str]) -> int:
    """Break things under load and compare the books: `./dev faults --minutes N --database D`, or `--table`.

    Words go to tests/faults: --fault F4 names faults, --seed S replays one run.
    """
    python_packages.install_to_develop()
    return 0 if run([PYTHON, "-W", "ignore", "-m", "tests.faults", *words], cwd=ROOT).ok else 1
