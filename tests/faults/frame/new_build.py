"""A proxy that a browser does not notice, until it serves a newer build's worker and keeps syncing waiting (F14)."""

import gzip
import json
import random
import re
from collections import Counter

from tests.faults.frame.lossy_proxy import LossyProxy

WORKER, SYNC, PUSH = b"GET /service-worker.js", b" /api/sync/", b"POST /api/sync/v1/push"
LATER = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class NewBuild(LossyProxy):
    """`sent`: how often each operation was sent and answered. `added` is put before the newer worker's own code."""

    def __init__(self, to_port: int) -> None:
        super().__init__(to_port, random.Random())
        self.sent: Counter[str] = Counter()
        self.is_released = self.keeps_waiting = False
        self.added = ""

    async def _meets_its_fate(self, request: bytes) -> bytes:
        first = request.partition(b"\r\n")[0]
        if self.keeps_waiting and SYNC in first:
            return LATER
        if self.is_released and first.startswith(WORKER):
            plain = re.sub(rb"(?i)\r\n(accept-encoding|if-none-match|if-modified-since):[^\r]*", b"", request)
            return _changed(await self._ask(plain), self.added)
        if first.startswith(PUSH):
            self.sent.update(_operations(request))
        return await self._ask(request)


def _changed(answer: bytes, added: str) -> bytes:
    head, _, body = answer.partition(b"\r\n\r\n")
    script = b"/* a newer build */ " + added.encode() + b"\n" + body
    head = re.sub(rb"(?i)\r\n(content-length|etag|last-modified):[^\r]*", b"", head)
    return head + b"\r\nContent-Length: " + str(len(script)).encode() + b"\r\n\r\n" + script


def _operations(request: bytes) -> list[str]:
    body = request.partition(b"\r\n\r\n")[2]
    if body[:2] == b"\x1f\x8b":
        body = gzip.decompress(body)
    return [operation["op"] for operation in json.loads(body)["ops"]]
