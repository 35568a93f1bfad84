"""The load: clients on raw keep-alive connections, in several processes, with requests that are ready-made.

What it costs itself is measured as well: a generator that is busy all the time measures itself.
"""

import multiprocessing
import resource
import socket
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

PROCESSES = 4
RECEIVE_BYTES = 1 << 18
APPLIED = b'"outcome":"applied"'
ANSWER_SECONDS = 120.0
BUSY, LATER, BROKEN = b"HTTP/1.1 503", b"retry-after: ", b"HTTP/1.1 503 the connection broke\r\n"
TRIES = 600  # a phone never gives up; this ends what never ends


@dataclass
class Load:
    """What came of it. `seconds` from the first byte sent to the last one received.

    `latencies` of requests and `shifts` of whole clients, until acknowledged: what was told to come back later
    (`put_off` counts it) came back, as phones do.
    """

    seconds: float = 0.0
    requests: int = 0
    failed: int = 0
    put_off: int = 0
    applied: int = 0
    bytes_received: int = 0
    cpu_seconds: float = 0.0
    server_cpu_seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    shifts: list[float] = field(default_factory=list)
    first_failure: bytes = b""

    def per_second(self, number: int | None = None) -> float:
        return (self.requests if number is None else number) / self.seconds

    def percentile_ms(self, share: float) -> float:
        return 1000 * percentile(self.latencies, share)


@dataclass(frozen=True)
class _Part:
    start: float
    end: float
    load: Load


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def request_bytes(method: str, path: str, headers: dict[str, str], body: bytes) -> bytes:
    said = {"Host": "localhost", "Content-Length": str(len(body)), "X-Roundsman": "1", **headers}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in said.items()), "", ""]
    return "\r\n".join(lines).encode() + body


def run_load(port: int, clients: Sequence[Iterable[bytes]], begin_after: Sequence[float] | None = None) -> Load:
    """Every client sends its requests one after the other: all clients at once, or each after so many seconds.

    A request that is no bytes yet is made by who sends it.
    """
    begin = begin_after or [0.0] * len(clients)
    work = list(zip(begin, clients, strict=True))
    shares = [work[k::PROCESSES] for k in range(PROCESSES) if work[k::PROCESSES]]
    context = multiprocessing.get_context("fork")
    gate = context.Barrier(len(shares))
    pipes = []
    for share in shares:
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_generate, args=(port, share, gate, there), daemon=True)
        process.start()
        there.close()  # so that its death is heard
        pipes.append((here, process))
    parts: list[_Part] = []
    for here, process in pipes:
        parts.append(here.recv())
        process.join()
    return _together(parts)


def _together(parts: list[_Part]) -> Load:
    total = Load(seconds=max(part.end for part in parts) - min(part.start for part in parts))
    for part in parts:
        total.requests += part.load.requests
        total.failed += part.load.failed
        total.put_off += part.load.put_off
        total.applied += part.load.applied
        total.bytes_received += part.load.bytes_received
        total.cpu_seconds += part.load.cpu_seconds
        total.latencies += part.load.latencies
        total.shifts += part.load.shifts
        total.first_failure = total.first_failure or part.load.first_failure
    return total


def _generate(port: int, work: Sequence[tuple[float, Iterable[bytes]]], gate: Barrier, out: Connection) -> None:
    loads = [Load() for _ in work]
    threads = [threading.Thread(target=_talk, args=(port, *one, load)) for one, load in zip(work, loads, strict=True)]
    gate.wait()
    start, before = time.monotonic(), _cpu_seconds()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    whole = _together([_Part(start, time.monotonic(), load) for load in loads])
    whole.cpu_seconds = _cpu_seconds() - before
    out.send(_Part(start, time.monotonic(), whole))


def _talk(port: int, begin_after: float, requests: Iterable[bytes], load: Load) -> None:
    try:
        _send_all(port, begin_after, requests, load)
    except OSError as nobody_there:
        load.failed += 1
        load.first_failure = load.first_failure or repr(nobody_there).encode()


def _send_all(port: int, begin_after: float, requests: Iterable[bytes], load: Load) -> None:
    time.sleep(begin_after)
    began = time.monotonic()
    line = _connect(port)
    for request in requests:
        sent = time.monotonic()
        for _ in range(TRIES):
            head, body = _ask(line, request)
            if b"connection: close" in head.lower() or head == BROKEN:
                line.close()
                line = _connect(port)
            if not head.startswith(BUSY):
                break
            load.put_off += 1
            time.sleep(float(head.lower().partition(LATER)[2].partition(b"\r\n")[0] or 1))
        load.latencies.append(time.monotonic() - sent)
        load.requests += 1
        load.bytes_received += len(body)
        load.applied += body.count(APPLIED)
        if not head.startswith(b"HTTP/1.1 2"):
            load.failed += 1
            load.first_failure = load.first_failure or head + body
    line.close()
    load.shifts.append(time.monotonic() - began)


def _ask(line: socket.socket, request: bytes) -> tuple[bytes, bytes]:
    """A connection that breaks (a photo that was refused half-way) is a reason to come again."""
    try:
        line.sendall(request)
        return _receive(line)
    except OSError:
        return BROKEN, b""


def _connect(port: int) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), ANSWER_SECONDS)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def _receive(line: socket.socket) -> tuple[bytes, bytes]:
    data = b""
    while b"\r\n\r\n" not in data:
        more = line.recv(RECEIVE_BYTES)
        if not more:
            raise ConnectionError("the server closed the connection")
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0)
    parts, have = [body], len(body)
    while have < length:
        more = line.recv(RECEIVE_BYTES)
        if not more:
            raise ConnectionError("the server closed the connection")
        parts.append(more)
        have += len(more)
    return head, b"".join(parts)


def _cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
