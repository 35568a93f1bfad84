"""The reference for what the database alone costs: the rows that a push wrote, written again as they are.

They go into a copy of the database as it was before the push: the same tables, indexes and foreign keys, the same
number of operations to a commit, one prepared statement a table, no validation, and nothing is read.
"""

import json
import multiprocessing
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from multiprocessing.synchronize import Barrier
from typing import Any

import psycopg
from psycopg.types.string import TextLoader
from sqlalchemy.engine import make_url

from benchmarks.sync.table import Reference
from server.extensions import db
from server.models.documents import DOCUMENT_TYPES

Rows = dict[str, list[tuple[Any, ...]]]
WRITERS = 8
ENOUGH_SECONDS, MOST_TRIES = 4.0, 8
NUMBER = ["device_id", "n", "op_id"]
BOOKS = ("operation", "operation_edit", "device_number", "stream_entry")


def connect(url: str) -> Any:
    """A connection of the bare driver, as durable as ours."""
    if url.startswith("sqlite"):
        line = sqlite3.connect(make_url(url).database or "", isolation_level=None, timeout=60)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            line.execute(f"PRAGMA {pragma}")
        return line
    connection = psycopg.connect(url, autocommit=True)
    for name in ("json", "jsonb"):
        connection.adapters.register_loader(name, TextLoader)
    return connection


def written(url: str, phones: Sequence[tuple[str, int]], size: int) -> list[list[Rows]]:
    """Per phone (device, its last number before), the rows of each of its commits of `size` operations."""
    line = connect(url)
    mark = "?" if url.startswith("sqlite") else "%s"
    commit_of: dict[str, tuple[int, int]] = {}
    commits: list[list[Rows]] = []
    for number, (device, before) in enumerate(phones):
        where = f"device_id = {mark} AND n > {mark} ORDER BY n"
        numbers = _rows(line, f"SELECT {_quoted(NUMBER)} FROM device_number WHERE {where}", [device, before])
        mine: list[Rows] = [defaultdict(list) for _ in range(-(-len(numbers) // size))]
        for k, row in enumerate(numbers):
            commit_of[row[2]] = (number, k // size)
            mine[k // size]["device_number"].append(row)
        commits.append(mine)
    _share_out(line, commit_of, commits)
    line.close()
    return commits


def _share_out(line: Any, commit_of: dict[str, tuple[int, int]], commits: list[list[Rows]]) -> None:
    docs: dict[str, tuple[int, int]] = {}
    names = columns_of("operation")
    for row in _rows(line, f"SELECT {_quoted(names)} FROM operation"):
        if row[0] in commit_of:
            device, commit = commit_of[row[0]]
            commits[device][commit]["operation"].append(row)
            if row[names.index("name")] == "open_round":
                docs[json.loads(row[names.index("body")])["doc"]] = (device, commit)
    for row in _rows(line, f"SELECT {_quoted(columns_of('operation_edit'))} FROM operation_edit"):
        if row[1] in commit_of:
            device, commit = docs.setdefault(row[0], commit_of[row[1]])
            commits[device][commit]["operation_edit"].append(row)
    kinds = set()
    for row in _rows(line, f"SELECT {_quoted(columns_of('stream_entry'))} FROM stream_entry"):
        if row[1] in docs:
            device, commit = docs[row[1]]
            commits[device][commit]["stream_entry"].append(row)
            kinds.add(row[2])
    for kind in kinds:
        table = DOCUMENT_TYPES[kind].table.name
        names = columns_of(table)
        for row in _rows(line, f'SELECT {_quoted(names)} FROM "{table}"'):
            place = docs.get(row[names.index("id")])
            if place:
                commits[place[0]][place[1]][table].append(row)


def write_steadily(make_copy: Callable[[], str], commits: list[list[Rows]], number: int) -> Reference:
    """The rate of `number` things that these rows are, over as many tries as make it steady."""
    tries = [write_again(make_copy(), commits)]
    while sum(took for took, _ in tries) < ENOUGH_SECONDS and len(tries) < MOST_TRIES:
        tries.append(write_again(make_copy(), commits))
    took, used = (sum(each) for each in zip(*tries, strict=True))
    return Reference(len(tries) * number / took, 1000 * used / len(tries) / number)


def write_again(url: str, commits: list[list[Rows]]) -> tuple[float, float]:
    """Seconds that it takes, and of CPU; the processes of PostgreSQL are not counted, as they are not in ours.

    SQLite has one writer; PostgreSQL gets a connection a client, up to eight.
    """
    writers = 1 if url.startswith("sqlite") else min(WRITERS, len(commits))
    context = multiprocessing.get_context("fork")
    gate = context.Barrier(writers)
    pipes = []
    for k in range(writers):
        here, there = context.Pipe(duplex=False)
        work = [commit for device in commits[k::writers] for commit in device]
        process = context.Process(target=_write, args=(url, work, gate, there), daemon=True)
        process.start()
        there.close()  # so that its death is heard
        pipes.append((here, process))
    times = [here.recv() for here, _ in pipes]
    for _, process in pipes:
        process.join()
    took = max(end for _, end, _ in times) - min(start for start, _, _ in times)
    return took, sum(used for _, _, used in times)


def _write(url: str, commits: list[Rows], gate: Barrier, out: Any) -> None:
    line = connect(url)
    sqlite = url.startswith("sqlite")
    statements = _statements({table for commit in commits for table in commit}, sqlite)
    cursor = line.cursor()
    gate.wait()
    start, before = time.monotonic(), time.process_time()
    for commit in commits:
        cursor.execute("BEGIN IMMEDIATE" if sqlite else "BEGIN")
        for table in sorted(commit, key=_parents_first):
            cursor.executemany(statements[table], commit[table])
        cursor.execute("COMMIT")
    out.send((start, time.monotonic(), time.process_time() - before))
    line.close()


def _parents_first(table: str) -> int:
    order = [kind.table.name for kind in DOCUMENT_TYPES.values()]
    return order.index(table) if table in order else len(order) + BOOKS.index(table)


def _statements(tables: set[str], sqlite: bool) -> dict[str, str]:
    found = {}
    for table in tables:
        names = columns_of(table)
        marks = ", ".join("?" if sqlite else "%s" for _ in names)
        found[table] = f'INSERT INTO "{table}" ({_quoted(names)}) VALUES ({marks})'
    return found


def columns_of(table: str) -> list[str]:
    return [column.name for column in db.metadata.tables[table].columns]


def _quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _rows(line: Any, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    cursor = line.cursor()
    cursor.execute(query, values)
    return list(cursor.fetchall())
