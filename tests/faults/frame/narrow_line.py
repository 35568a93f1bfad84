"""A line as in a basement: late, slow, and cut again and again in the middle of a request (F9)."""

import asyncio
import random
from collections.abc import Callable

from tests.faults.frame.lossy_proxy import LossyProxy

PIECE = 2048
LATEST_SECONDS = 0.4
CUT_ONCE_IN = 4  # requests
LONGEST_UNCUT = 24_000  # bytes


class NarrowLine(LossyProxy):
    """`bytes_a_second` each way for each connection. `cuts`: how often it broke off."""

    def __init__(self, to_port: int, chance: random.Random, bytes_a_second: int) -> None:
        super().__init__(to_port, chance)
        self._rate, self.cuts = bytes_a_second, 0

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(self._chance.uniform(0, LATEST_SECONDS))
        left = self._chance.randint(1, LONGEST_UNCUT) if self._chance.randrange(CUT_ONCE_IN) == 0 else None
        there, back = await asyncio.open_connection("127.0.0.1", self._to)
        budget = [left]
        up = asyncio.create_task(self._forward(reader, back, lambda size: _spend(budget, size)))
        down = asyncio.create_task(self._forward(there, writer, lambda size: _spend(budget, size)))
        try:
            await asyncio.wait((up, down), return_when=asyncio.FIRST_COMPLETED)
            if budget[0] is None or budget[0] > 0:
                await down  # the request is through, its answer is on its way
            else:
                self.cuts += 1
        except OSError:
            pass
        finally:
            for task in (up, down):
                task.cancel()
            for end in (writer, back):
                end.transport.abort()

    async def _forward(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, may_pass: Callable[[int], int]
    ) -> None:
        while data := await source.read(PIECE):
            passes = may_pass(len(data))
            target.write(data[:passes])
            await target.drain()
            if passes < len(data):
                return  # cut
            await asyncio.sleep(len(data) / self._rate)
        if target.can_write_eof():
            target.write_eof()


def _spend(budget: list[int | None], size: int) -> int:
    """How many of these bytes still pass before the cut."""
    left = budget[0]
    if left is None:
        return size
    budget[0] = max(0, left - size)
    return min(left, size)
