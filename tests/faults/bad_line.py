"""F9: photos over a line that is late, slow and breaks off: each arrives whole, and little is sent twice."""

import hashlib
import random
import threading
from dataclasses import dataclass, field
from time import monotonic

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.fleet import BAD_REST_SECONDS, REST_SECONDS
from tests.faults.frame.ground import Ground
from tests.faults.frame.line import Line, NotNow
from tests.faults.frame.narrow_line import NarrowLine
from tests.faults.frame.served import served
from tests.faults.frame.tally import Tally
from tests.faults.hung_uploads import TUS, compare_photos, signed_in
from tests.support.real_server import Answer
from tests.support.tus_phone import BODY, metadata

CHUNK, SMALLEST, LARGEST = 16_384, 20_000, 60_000
BYTES_A_SECOND, BACK_OFF_SECONDS = 128_000, 0.05
LONG_SECONDS, LONG_PHONES, LONG_PHOTOS = 10.0, 5, 10  # 50 photos; a shorter run has 2 × 2
BEGINS_ANEW = "a phone that begins a photo anew after a cut"


@dataclass
class Sender:
    """`handed`: bytes of photos that it gave to the line."""

    line: Line
    chance: random.Random
    begins_anew: bool
    patience: float
    handed: int = 0
    broke_off: int = 0
    arrived: dict[str, bytes] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def sends(self, photos: int) -> None:
        for _ in range(photos):
            content = self.chance.randbytes(self.chance.randint(SMALLEST, LARGEST))
            try:
                self._send(content)
            except NotNow as why:
                self.failed.append(f"a photo is not through after {self.patience:.0f} s: {why}")

    def _send(self, content: bytes) -> None:
        name, until = hashlib.sha256(content).hexdigest(), monotonic() + self.patience
        url = self._begins(content, name, until)
        offset = 0
        while offset < len(content):
            piece = content[offset : offset + CHUNK]
            said = {**TUS, "Content-Type": BODY, "Upload-Offset": str(offset)}
            self.handed += len(piece)
            try:
                answer = self.line.open(url, "PATCH", piece, said)
                assert answer.status_code == 204, answer.text
                offset = int(answer.headers["Upload-Offset"])
            except NotNow:
                self.broke_off += 1
                if self.begins_anew:
                    url = self._begins(content, name, until)
                offset = int(self._asked(url, "HEAD", TUS, until).headers["Upload-Offset"])
        self.arrived[name] = content

    def _begins(self, content: bytes, name: str, until: float) -> str:
        declared = {"Upload-Length": str(len(content)), "Upload-Metadata": metadata(hash=name, mime="image/jpeg")}
        return self._asked("/files", "POST", {**TUS, **declared}, until).headers["Location"]

    def _asked(self, path: str, method: str, headers: dict[str, str], until: float) -> Answer:
        """Again and again, until the line lets it through."""
        pause = threading.Event()
        while True:
            try:
                return self.line.open(path, method, b"" if method == "POST" else None, headers)
            except NotNow:
                if monotonic() > until:
                    raise
                pause.wait(BACK_OFF_SECONDS)


def run(ground: Ground, plan: Plan) -> Tally:
    tally, is_long = Tally(), plan.seconds >= LONG_SECONDS
    patience = BAD_REST_SECONDS if plan.variant else REST_SECONDS
    with ground.place() as place, served(ground, place) as server:
        narrow = NarrowLine(server.port, plan.chance("line"), BYTES_A_SECOND)
        senders = [
            Sender(signed_in(server.port), plan.chance(f"phone {k}"), plan.variant == BEGINS_ANEW, patience)
            for k in range(LONG_PHONES if is_long else 2)
        ]
        narrow.start()
        for sender in senders:
            sender.line.port = narrow.port
        threads = [threading.Thread(target=sender.sends, args=(LONG_PHOTOS if is_long else 2,)) for sender in senders]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        narrow.stop()
        for sender in senders:
            _count(sender, tally)
        compare_photos(place, {name: content for one in senders for name, content in one.arrived.items()}, tally)
    return tally


def _count(sender: Sender, tally: Tally) -> None:
    tally.operations += len(sender.arrived)
    tally.found("stuck", *sender.failed)
    again = sender.handed - sum(map(len, sender.arrived.values()))
    if again > sender.broke_off * CHUNK and not sender.failed:
        tally.found("doubled", f"{again} bytes were sent again after {sender.broke_off} cuts")


FAULT = Fault("F9", "photos over a late, slow line that breaks off", run, (BEGINS_ANEW,))
