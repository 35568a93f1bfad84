import os
import sys

from devtools import node, python_packages
from devtools.paths import DEMO_DATA, PYTHON
from devtools.running import say


def demo(words: list[str]) -> int:
    """Set up, load the demo project, serve it (words go to `roundsman serve`, e.g. --https).

    A second start finds everything there and keeps the data.
    """
    python_packages.install_to_run()
    node.install_packages()
    node.build_app()
    say("The demo project (Ctrl-C stops the server; the data stay in data/demo)")
    sys.stdout.flush()
    serve = [str(PYTHON), "-m", "server", "--data", str(DEMO_DATA), "serve", "--demo", *words]
    os.execv(PYTHON, serve)
