"""Tables that go in and out: all assets as a file, and what an import of many rows would do; each in a process anew.

A process of its own, because the memory that is told is the most that it ever held.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from benchmarks.desk.contract import Contract, signed_in
from benchmarks.tickets.office import OurClock
from server import create_app
from server.asset_list.writing import xlsx_of
from server.config import TestConfig
from server.rules.asset_columns import COLUMNS

MOST_ROWS = 50_000  # more an import refuses
EMPTY = {column.field: None for column in COLUMNS}


@dataclass(frozen=True)
class OfFile:
    """`took` in milliseconds; `bytes` of the file; `peak` and `before` in MB: held at most, and before it was asked."""

    took: float
    bytes: int
    peak: float
    before: float


def in_a_process(work: str, contract: Contract, folder: Path) -> OfFile:
    """Asked of the same database by a server that has done nothing else."""
    told = (work, contract.url, str(folder), contract.project.id, str(min(contract.size, MOST_ROWS)))
    done = subprocess.run([sys.executable, "-m", __name__, *told], check=True, stdout=subprocess.PIPE, text=True)
    return OfFile(**json.loads(done.stdout.splitlines()[-1]))


def _export(kind: str) -> Callable[[FlaskClient, str, int], Callable[[], TestResponse]]:
    return lambda desk, project, _: lambda: desk.get(f"/api/projects/{project}/assets.{kind}")


def _import(desk: FlaskClient, project: str, rows: int) -> Callable[[], TestResponse]:
    table = xlsx_of(_changed(rows), {}, "zh-CN")
    path, said = f"/api/projects/{project}/imports", {"X-Roundsman": "1"}
    kind = "application/octet-stream"
    return lambda: desk.post(path, query_string={"name": "a.xlsx"}, data=table, content_type=kind, headers=said)


def _changed(rows: int) -> Iterator[Mapping[str, Any]]:
    """Every second one is there and gets another name, the others are new."""
    for number in range(rows):
        code = f"A-{number:06d}" if number % 2 else f"N-{number:06d}"
        what = {"kind": "device", "category": "ups", "importance": "normal", "state": "in_use"}
        yield {**EMPTY, **what, "code": code, "name_zh": f"不间断电源{number}号甲", "serial": f"X{number:010d}"}


FILES: Mapping[str, Callable[[FlaskClient, str, int], Callable[[], TestResponse]]] = {
    "all assets as XLSX": _export("xlsx"),
    "all assets as CSV": _export("csv"),
    "import of an XLSX: what it would do": _import,
}


def _most_held() -> float:
    """In MB. The kernel's, as getrusage() tells the most of the process that began this one."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1000  # type: ignore[index]


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("work", "url", "folder", "project"):
        parser.add_argument(name)
    parser.add_argument("rows", type=int)
    asked = parser.parse_args()
    app = create_app(TestConfig(data_dir=Path(asked.folder) / "data", database_url=asked.url), OurClock())
    ask = FILES[asked.work](signed_in(app), asked.project, asked.rows)
    before, begin = _most_held(), time.perf_counter()
    answer = ask()
    took = 1000 * (time.perf_counter() - begin)
    assert answer.status_code in {200, 201}, f"{asked.work}: {answer.status_code} {answer.text[:500]}"
    print(json.dumps({"took": took, "bytes": len(answer.data), "peak": _most_held(), "before": before}))


if __name__ == "__main__":
    main()
