"""A proxy that loses, cuts, doubles and delays requests and answers, drawn from a seed (F2)."""

import asyncio
import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

FATES = ("none",) * 8 + ("lost request", "cut request", "lost answer", "cut answer", "doubled", "late", "late copy")
LATEST_SECONDS = 0.4


class LossyProxy:
    """One request a connection, as `Line` speaks."""

    def __init__(self, to_port: int, chance: random.Random) -> None:
        self._to, self._chance = to_port, chance
        self.fates: Counter[str] = Counter()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._over = asyncio.Event()
        self._tasks: set[asyncio.Task[object]] = set()
        self._thread = threading.Thread(target=self._run, daemon=True, name="lossy proxy")

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._listen())

    async def _listen(self) -> None:
        server = await asyncio.start_server(self._begin, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._over.wait()
        server.close()
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._keep(self._loop.create_task(self._serve(reader, writer)))

    def _keep(self, task: asyncio.Task[Any]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await _whole_request(reader)
            answer = await self._meets_its_fate(request)
            writer.write(answer)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass  # whoever asked sees a closed connection
        finally:
            writer.close()

    async def _meets_its_fate(self, request: bytes) -> bytes:
        """What the phone gets to read: nothing, a part, or all of it."""
        fate = self._chance.choice(FATES)
        moment, part = self._chance.uniform(0, LATEST_SECONDS), self._chance.random()
        self.fates[fate] += 1
        match fate:
            case "lost request":
                return b""
            case "cut request":
                await self._ask(request[: int(len(request) * part)])
                return b""
            case "lost answer":
                await self._ask(request)
                return b""
            case "cut answer":
                answer = await self._ask(request)
                return answer[: int(len(answer) * part)]
            case "doubled":
                first, _ = await asyncio.gather(self._ask(request), self._ask(request))
                return first
            case "late":
                answer = await self._ask(request)
                await asyncio.sleep(moment)
                return answer
            case "late copy":
                self._send_later(request, moment)
        return await self._ask(request)

    def _send_later(self, request: bytes, seconds: float) -> None:
        """It comes again after newer ones."""

        async def later() -> bytes:
            await asyncio.sleep(seconds)
            try:
                return await self._ask(request)
            except OSError:
                return b""

        self._keep(self._loop.create_task(later()))

    async def _ask(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._to)
        try:
            writer.write(request.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
            writer.write_eof()
            return await reader.read(-1)
        finally:
            writer.close()

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(10)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()


async def _whole_request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")), 0
    )
    return head + await reader.readexactly(length)


@contextmanager
def lossy_proxy(to_port: int, chance: random.Random) -> Iterator[LossyProxy]:
    proxy = LossyProxy(to_port, chance)
    proxy.start()
    try:
        yield proxy
    finally:
        proxy.stop()
