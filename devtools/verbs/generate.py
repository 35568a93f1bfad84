from devtools import generate as generating
from devtools import node, python_packages


def generate(_words: list[str]) -> int:
    """Write the files that are made from others (the app's types of the API)."""
    python_packages.install_to_develop()
    node.install_packages()
    generating.write()
    return 0
