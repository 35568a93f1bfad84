"""Whole rounds: opened, seven answers, signed, submitted, in one request, as a phone sends what it did offline."""

from benchmarks.sync.bench import Bench, measured
from benchmarks.sync.pushes import ECHO_REQUESTS, echo_request
from benchmarks.sync.raw import write_steadily, written
from benchmarks.sync.work import whole_round

CLIENTS, ROUNDS, LEAST = (8, 32), 480, 400


def measure(bench: Bench) -> None:
    for clients in CLIENTS:
        each, phones = bench.times(ROUNDS / clients), bench.phones[:clients]
        work = [[whole_round(bench.firm, phone.project, bench.days.give()) for _ in range(each)] for phone in phones]
        size = len(work[0][0])
        requests = [
            phone.pushes([operation for round_ in rounds for operation in round_], [size] * each)
            for phone, rounds in zip(phones, work, strict=True)
        ]
        url = bench.database.copy(bench.url)
        with bench.serving(url) as server:
            load = measured(server, requests)
        if load.applied != size * load.requests:
            raise RuntimeError(f"{load.applied} of {size * load.requests} operations were applied")
        rows = written(url, [(phone.device, phone.n) for phone in phones], size)
        raw = write_steadily(lambda: bench.database.copy(bench.url), rows, load.requests)
        echo = bench.echo_rate(clients, len(requests[0][0]), ECHO_REQUESTS, echo_request)
        bench.add(
            f"whole rounds, {clients} at once",
            load.per_second(),
            "rounds/s",
            raw=raw,
            echo=echo,
            load=load,
            least=LEAST,
        )
