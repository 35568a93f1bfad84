"""Photos of 300 KB: acknowledged (the bytes are durable), then verified by the worker."""

import base64
import hashlib
import io
import os
import time
from pathlib import Path

from PIL import Image

from benchmarks.sync.bench import Bench, measured
from benchmarks.sync.load import request_bytes
from benchmarks.sync.phones import COOKIE, Phone
from benchmarks.sync.raw import connect
from benchmarks.sync.serving import WORKER, environment_of, running
from benchmarks.sync.table import Reference
from server.blobs.durable import sync_folder

BYTES, PHOTOS, CLIENTS, LEAST = 300_000, 480, 8, 150
EDGES = (1600, 1200)
LOOK_AGAIN_SECONDS, VERIFY_SECONDS = 0.1, 300.0
COMMENT = b"\xff\xfe"  # the JPEG segment that makes each file another one


def measure(bench: Bench) -> None:
    each = bench.times(PHOTOS / CLIENTS, least=3)
    number, picture = each * CLIENTS, noisy_picture()
    photos = [commented(picture, k) for k in range(number)]
    requests = [[upload(bench.phones[k], photo) for photo in photos[k::CLIENTS]] for k in range(CLIENTS)]
    url, data = bench.database.copy(bench.url), bench.new_folder()
    with bench.serving(url, data) as server:
        load = measured(server, requests)
    raw = Reference(number / _raw_seconds(photos, bench.new_folder()))
    echo = bench.echo_rate(CLIENTS, BYTES, number, _echo_upload)
    bench.add(
        "photos of 300 KB, acknowledged", load.per_second(), "photos/s", raw=raw, echo=echo, load=load, least=LEAST
    )
    with running(["-m", WORKER], environment_of(url, data), bench.folder / "worker.log"):
        seconds = _until_verified(url, number)
    bench.add("photos of 300 KB, verified by one worker", number / seconds, "photos/s")


def upload(phone: Phone, photo: bytes) -> bytes:
    said = {"hash": hashlib.sha256(photo).hexdigest(), "mime": "image/jpeg"}
    metadata = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in said.items())
    tus = {"Tus-Resumable": "1.0.0", "Upload-Length": str(len(photo)), "Upload-Metadata": metadata}
    kind = {"Content-Type": "application/offset+octet-stream", "Cookie": f"{COOKIE}={phone.token}"}
    return request_bytes("POST", "/files", {**tus, **kind}, photo)


def _echo_upload(size: int) -> bytes:
    return request_bytes("POST", "/files", {"Content-Type": "application/offset+octet-stream"}, b"x" * size)


def noisy_picture() -> bytes:
    """Noise on a gradient, at the size of a phone's photo, as large as asked."""
    base = Image.linear_gradient("L").resize(EDGES)
    noise = Image.effect_noise(EDGES, 40)
    picture = Image.merge("RGB", [Image.blend(base, noise, 0.4)] * 3)
    best = b""
    for quality in range(20, 95, 3):
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality)
        if len(out.getvalue()) > BYTES:
            break
        best = out.getvalue()
    return best


def commented(picture: bytes, number: int) -> bytes:
    """The same picture with its number in a comment, filled up to the size."""
    words = str(number).encode().rjust(16, b"0")
    return picture[:2] + COMMENT + (len(words) + 2).to_bytes(2, "big") + words + picture[2:]


def _raw_seconds(photos: list[bytes], folder: Path) -> float:
    """One after the other: written, forced to the disk, renamed, the folder forced to the disk."""
    start = time.monotonic()
    for number, photo in enumerate(photos):
        with open(folder / f"{number}.new", "wb") as file:
            file.write(photo)
            file.flush()
            os.fsync(file.fileno())
        (folder / f"{number}.new").rename(folder / str(number))
        sync_folder(folder)
    return time.monotonic() - start


def _until_verified(url: str, number: int) -> float:
    """From the first verdict to the last: a worker's start is no part of it."""
    first, had, until = 0.0, 0, time.monotonic() + VERIFY_SECONDS
    line = connect(url)
    while time.monotonic() < until:
        cursor = line.cursor()
        cursor.execute("SELECT count(*) FROM blob WHERE state = 'verified'")
        done = int(cursor.fetchone()[0])
        if done and not first:
            first, had = time.monotonic(), done
        if done == number:
            line.close()
            return (time.monotonic() - first) * number / max(number - had, 1)
        time.sleep(LOOK_AGAIN_SECONDS)
    raise RuntimeError(f"{done} of {number} photos were verified within {VERIFY_SECONDS:.0f} s")
