"""Answers pushed one to a request and a hundred to a request, by 1, 8 and 32 phones at once."""

from benchmarks.sync.bench import Bench, measured
from benchmarks.sync.firm import ASSETS, ITEMS
from benchmarks.sync.load import Load, request_bytes
from benchmarks.sync.raw import write_steadily, written
from benchmarks.sync.table import Reference

CLIENTS = (1, 8, 32)
OPERATIONS = {1: 1_600, 100: 9_600}
TO_REACH = {1: {"raw_share": 0.35, "echo_share": 0.15}, 100: {"raw_share": 0.50}}
ECHO_REQUESTS = 3_000


def each_sends(size: int, clients: int, scale: float) -> int:
    """How many operations, in whole requests."""
    return max(1, round(OPERATIONS[size] * scale / clients / size)) * size


def rounds_of(phone: int, scale: float) -> int:
    """How many rounds this phone needs for its answers."""
    most = max(each_sends(size, c, scale) for size in OPERATIONS for c in CLIENTS if phone < c)
    return -(-most // (ASSETS * len(ITEMS)))


def measure(bench: Bench) -> None:
    for size in OPERATIONS:
        for clients in CLIENTS:
            _measure(bench, size, clients)


def _measure(bench: Bench, size: int, clients: int) -> None:
    each, phones = each_sends(size, clients, bench.size), bench.phones[:clients]
    requests = [phone.pushes(phone.answers(each), [size] * (each // size)) for phone in phones]
    url, number = bench.database.copy(bench.url), clients * each
    with bench.serving(url) as server:
        load = measured(server, requests)
    if load.applied != number:
        raise RuntimeError(f"{load.applied} of {number} operations were applied")
    rows = written(url, [(phone.device, phone.n) for phone in phones], size)
    raw = write_steadily(lambda: bench.database.copy(bench.url), rows, number)
    body = len(requests[0][0])
    echo = bench.echo_rate(clients, body, ECHO_REQUESTS, echo_request) if size == 1 else None
    _report(bench, f"push, {size} to a request, {clients} at once", size, load, raw, echo)


def _report(bench: Bench, work: str, size: int, load: Load, raw: Reference, echo: Reference | None) -> None:
    reach = TO_REACH[size]
    bench.add(work, load.per_second(load.applied), "answers/s", raw=raw, echo=echo, load=load, **reach)


def echo_request(size: int) -> bytes:
    return request_bytes("POST", "/api/sync/v1/push", {"Content-Type": "application/json"}, b"x" * size)
