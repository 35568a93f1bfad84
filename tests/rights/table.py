"""The table, as a person wrote it: what may whom. One row an operation or route, one column a person and a project."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from werkzeug.routing import Rule

FILE = Path(__file__).parent / "rights.csv"
CAST = ("engineer", "supervisor", "desk", "client")
PROJECTS = ("own project", "foreign project")
COLUMNS = [f"{role}, {project}" for role in CAST for project in PROJECTS]
SIGNED_OUT = "signed out"


@dataclass(frozen=True)
class Row:
    what: str
    cells: dict[str, str]

    @property
    def is_route(self) -> bool:
        return " /" in self.what


def rows() -> list[Row]:
    with FILE.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    return [Row(line["what"], {name: line[name] for name in (*COLUMNS, SIGNED_OUT)}) for line in lines]


def routes(app: Flask) -> Iterator[str]:
    """Every method of every address, but those that Flask adds by itself (HEAD beside GET, OPTIONS)."""
    for rule in app.url_map.iter_rules():
        for method in sorted(_own_methods(rule)):
            yield f"{method} {rule.rule}"


def _own_methods(rule: Rule) -> set[str]:
    methods = set(rule.methods or ())
    own = methods - {"OPTIONS"} - ({"HEAD"} if "GET" in methods else set())
    return own or methods
