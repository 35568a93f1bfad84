"""What the server holds on to: its memory while phones answer, and answer anew, for as long as asked."""

import time
from collections.abc import Iterator

from benchmarks.sync.bench import Bench, measured, say
from benchmarks.sync.phones import Phone
from benchmarks.sync.work import answers_again

OPERATIONS, PHONES, TO_A_REQUEST, STRETCHES = 100_000, 8, 100, 10
MOST_GROWTH = 1.1


def measure(bench: Bench) -> None:
    """Compared are a tenth of the work, when every cache is full, and all of it."""
    requests = max(1, round(bench.times(OPERATIONS) / PHONES / TO_A_REQUEST / STRETCHES))
    work = [_requests(phone) for phone in bench.phones[:PHONES]]
    held, done, began = list[float](), 0, time.monotonic()
    with bench.serving(bench.database.copy(bench.url)) as server:
        for _ in range(STRETCHES):
            load = measured(server, [[next(phone) for _ in range(requests)] for phone in work])
            done += load.applied
            held.append(server.memory_mb())
            say(f"{bench.database.kind}: {done:,} operations, {held[-1]:.0f} MB")
    if done != requests * PHONES * TO_A_REQUEST * STRETCHES:
        raise RuntimeError(f"only {done} operations were applied")
    say(f"{bench.database.kind}: {done / (time.monotonic() - began):,.0f} operations/s, making them included")
    bench.add(f"memory of the server after {done:,} operations", held[-1], "MB")
    bench.add("… against a tenth of them", held[-1] / held[0], "times", most=MOST_GROWTH)


def _requests(phone: Phone) -> Iterator[bytes]:
    """A phone that answers its first round over and over, a hundred answers to a request."""
    operations = answers_again(phone.rounds[0], phone.project)
    n = phone.n
    while True:
        batch = [{**next(operations), "n": n + k} for k in range(1, TO_A_REQUEST + 1)]
        n += TO_A_REQUEST
        yield phone.post("push", {"device": phone.device, "schema": 1, "ops": batch})
