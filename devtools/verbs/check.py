from devtools import node, python_packages
from devtools.checking import check_stages
from devtools.stages import run_stages


def check(_words: list[str]) -> int:
    """Format, lint, types, budgets, generated files.

    Everything that needs no test run.
    """
    python_packages.install_to_develop()
    node.install_packages()
    return 0 if run_stages(check_stages()) else 1
