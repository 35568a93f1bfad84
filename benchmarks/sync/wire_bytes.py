"""What an answer costs on the way up: a draft of a hundred answers, packed as the phone packs it."""

import gzip
import json
import random
import secrets
from datetime import datetime, timedelta
from typing import Any

from benchmarks.sync.bench import Bench
from server.models.types import instant_text, parse_instant

ANSWERS, MOST = 100, 60
SECONDS_BETWEEN = (3.0, 40.0)


def measure(bench: Bench) -> None:
    """Independent of the database; told once for each all the same, beside what it belongs to."""
    phone = bench.phones[0]
    made = [_at(operation, moment) for operation, moment in zip(phone.answers(ANSWERS), _moments(), strict=False)]
    body = {"device": phone.device, "schema": 1, "ops": [{**one, "n": k} for k, one in enumerate(made, start=1)]}
    plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    packed = len(gzip.compress(plain, compresslevel=6, mtime=0))
    bench.add("a packed draft of 100 answers, up", packed / ANSWERS, "bytes/answer", most=MOST)


def _moments() -> list[datetime]:
    """Taps of a person who walks and looks, with the milliseconds that a clock has."""
    chance, moment, found = random.Random(1), parse_instant("2026-11-22T08:00:00.123Z"), []
    for _ in range(ANSWERS):
        moment += timedelta(seconds=chance.uniform(*SECONDS_BETWEEN))
        found.append(moment)
    return found


def _at(operation: dict[str, Any], moment: datetime) -> dict[str, Any]:
    """The operation as if made at this moment: its id says so as well."""
    milliseconds, chance = f"{int(moment.timestamp() * 1000):012x}", secrets.token_hex(9)
    op = f"{milliseconds[:8]}-{milliseconds[8:]}-7{chance[:3]}-a{chance[3:6]}-{chance[6:]}"
    return {**operation, "op": op, "at": instant_text(moment)}
