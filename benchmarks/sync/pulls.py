"""A first sync of 10,000 documents, and ten changes out of 1,000, 10,000 and 100,000."""

import statistics
import time

from flask import Flask

from benchmarks.sync import catalogue
from benchmarks.sync.bench import Bench, measured
from benchmarks.sync.load import Load
from benchmarks.sync.pushes import echo_request
from benchmarks.sync.raw import columns_of, connect
from benchmarks.sync.table import Reference
from server import create_app
from server.config import TestConfig
from server.extensions import db

SIZES = {1: 1_000, 2: 10_000, 3: 100_000}  # by project
FIRST, PAGE, CHANGES = 2, 500, 10
PULLS, ECHO_REQUESTS, FIRST_SYNCS = 200, 600, 3
MOST_COSTLY = 1.2


def measure(bench: Bench) -> None:
    url = bench.database.copy(bench.url)
    data = bench.new_folder()
    app = create_app(TestConfig(data_dir=data, database_url=url))
    for number, size in SIZES.items():
        catalogue.fill(app, bench.firm.projects[number], size)
    with app.app_context():
        db.engine.dispose()
    changes = {number: _ten_changes(bench, app, number) for number in SIZES}
    first = _first_sync(bench, app)
    times = bench.times(PULLS, least=20)
    with bench.serving(url, data) as server:
        measured(server, [list(changes.values())])
        load = measured(server, [list(changes.values()) * times])
        whole = measured(server, [first * bench.times(FIRST_SYNCS)])
    _report_changes(bench, load, len(changes[FIRST]))
    docs = SIZES[FIRST] * bench.times(FIRST_SYNCS)
    raw = Reference(SIZES[FIRST] / _raw_seconds(url, bench.firm.projects[FIRST].id))
    bench.add("first pull of 10,000 documents", whole.per_second(docs), "documents/s", raw=raw, load=whole)
    megabytes = whole.bytes_received / bench.times(FIRST_SYNCS) / 1e6
    bench.add("first pull of 10,000 documents, on the wire", megabytes, "MB")


def _ten_changes(bench: Bench, app: Flask, number: int) -> bytes:
    phone, project = bench.phones[number], bench.firm.projects[number]
    person = bench.firm.engineers[phone.engineer]
    return phone.pull(catalogue.cursors(app, person, project, bench.firm.organisation, CHANGES))


def _first_sync(bench: Bench, app: Flask) -> list[bytes]:
    phone, project = bench.phones[FIRST], bench.firm.projects[FIRST]
    person = bench.firm.engineers[phone.engineer]
    stands = catalogue.cursors(app, person, project, bench.firm.organisation, 0)
    stream = f"project:{project.id}"
    starts = catalogue.page_starts(app, project, PAGE)
    return [phone.pull({}), *(phone.pull({**stands, stream: {**stands[stream], "s": seq}}) for seq in starts)]


def _report_changes(bench: Bench, load: Load, body: int) -> None:
    echo = bench.echo_rate(1, body, ECHO_REQUESTS, echo_request)
    medians = [statistics.median(load.latencies[k :: len(SIZES)]) for k in range(len(SIZES))]
    for size, median in zip(SIZES.values(), medians, strict=True):
        bench.add(f"pull of {CHANGES} changes out of {size:,}", 1 / median, "pulls/s", echo=echo)
    bench.add("… out of 100,000, cost against 1,000", medians[-1] / medians[0], "times", most=MOST_COSTLY)


def _raw_seconds(url: str, project: str) -> float:
    """The same pages by the bare driver: the entries, then their rows; nothing is made of them."""
    line, mark = connect(url), "?" if url.startswith("sqlite") else "%s"
    cursor = line.cursor()
    names = ", ".join(f'"{name}"' for name in columns_of("asset"))
    start, since = time.monotonic(), 0
    while True:
        entries = "SELECT doc_id, seq FROM stream_entry WHERE stream_id = {0} AND seq > {0} ORDER BY seq LIMIT {0}"
        cursor.execute(entries.format(mark), [f"project:{project}", since, PAGE])
        found = cursor.fetchall()
        if not found:
            break
        ids = [row[0] for row in found]
        cursor.execute(f"SELECT {names} FROM asset WHERE id IN ({', '.join([mark] * len(ids))})", ids)
        cursor.fetchall()
        since = found[-1][1]
    line.close()
    return time.monotonic() - start
