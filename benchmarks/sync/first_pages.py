"""What a phone fetches that sees its projects for the first time: page after page until there is nothing more."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

from flask.testing import FlaskClient


def first_pages(client: FlaskClient, device: str) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Each answer: its bytes, packed as on the wire, and the streams' pages in it. `client` is signed in."""
    said = {"X-Roundsman": "1", "Accept-Encoding": "gzip"}
    cursors: dict[str, dict[str, Any]] = {}
    more = True
    while more:
        body = {"device": device, "schema": 1, "cursors": cursors}
        answer = client.post("/api/sync/v1/pull", json=body, headers=said)
        assert answer.status_code == 200, answer.text
        pages = json.loads(gzip.decompress(answer.data))["pages"]
        yield len(answer.data), pages
        cursors = {page["stream"]: {"e": page["e"], "s": page["next"]} for page in pages}
        more = any(page["more"] for page in pages)
