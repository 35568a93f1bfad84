"""F10: an upload whose line goes dead half-way without closing; the phone asks how far it is and goes on."""

import hashlib
import http.client
import random
import threading
from dataclasses import dataclass, field
from time import monotonic

from sqlalchemy import select

from server.blobs import store
from server.database import reading
from server.models import Blob
from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.fleet import BAD_REST_SECONDS, REST_SECONDS
from tests.faults.frame.ground import Ground, Place
from tests.faults.frame.line import Line, NotNow
from tests.faults.frame.served import served
from tests.faults.frame.tally import Tally
from tests.support.crowding import crowding
from tests.support.tus_phone import BODY, metadata
from tests.support.wire_phone import HEADERS
from tests.support.world import PASSWORD

PHONES, SMALLEST, LARGEST = 2, 20_000, 200_000
ANSWER_SECONDS, BACK_OFF_SECONDS, MOST_HANGS = 2.0, 0.1, 2
TUS = {**HEADERS, "Tus-Resumable": "1.0.0"}


@dataclass
class Uploader:
    """A phone with a bad line. `arrived`: what it was told is whole, by hash."""

    line: Line
    chance: random.Random
    tally: Tally
    ends: float
    patience: float
    arrived: dict[str, bytes] = field(default_factory=dict)
    hung: list[http.client.HTTPConnection] = field(default_factory=list)

    def works(self) -> None:
        while monotonic() < self.ends:
            content = self.chance.randbytes(self.chance.randint(SMALLEST, LARGEST))
            until = monotonic() + self.patience
            try:
                self._sends(content, until)
            except NotNow as why:
                self.tally.found("stuck", f"a photo is not through after {self.patience:.0f} s: {why}")
            for connection in self.hung:
                connection.close()
            self.hung.clear()

    def _sends(self, content: bytes, until: float) -> None:
        name = hashlib.sha256(content).hexdigest()
        declared = {"Upload-Length": str(len(content)), "Upload-Metadata": metadata(hash=name, mime="image/jpeg")}
        begun = self.line.open("/files", "POST", b"", {**TUS, **declared})
        assert begun.status_code == 201, begun.text
        url, offset = begun.headers["Location"], 0
        for _ in range(self.chance.randint(1, MOST_HANGS)):
            sent = self.chance.randint(offset, len(content) - 1)
            self._hangs(url, content[offset:], offset, sent - offset)
            told = self._asks_how_far(url)
            if not offset <= told <= sent:
                self.tally.found("lost", f"{told} bytes are there after {offset} were acknowledged and {sent} sent")
            offset = told
        self._goes_on(url, content, until)
        self.arrived[name] = content
        self.tally.operations += 1

    def _hangs(self, url: str, rest: bytes, offset: int, part: int) -> None:
        """Say that all of it comes, send a part, and keep the line open."""
        connection = http.client.HTTPConnection("127.0.0.1", self.line.port, timeout=ANSWER_SECONDS)
        connection.putrequest("PATCH", url)
        said = {**TUS, "Content-Type": BODY, "Upload-Offset": str(offset), "Content-Length": str(len(rest))}
        for header, value in {**said, "Cookie": self.line.cookie}.items():
            connection.putheader(header, value)
        connection.endheaders()
        connection.send(rest[:part])
        self.hung.append(connection)

    def _asks_how_far(self, url: str) -> int:
        began = monotonic()
        answer = self.line.open(url, "HEAD", None, TUS)
        if monotonic() - began > ANSWER_SECONDS * crowding():
            self.tally.found("stuck", f"HEAD took {monotonic() - began:.1f} s")
        assert answer.status_code == 200, answer.status_code
        return int(answer.headers["Upload-Offset"])

    def _goes_on(self, url: str, content: bytes, until: float) -> None:
        """From where the server says that it is, until it is whole."""
        pause = threading.Event()
        while True:
            offset = self._asks_how_far(url)
            if offset == len(content):
                return
            try:
                said = {**TUS, "Content-Type": BODY, "Upload-Offset": str(offset)}
                answer = self.line.open(url, "PATCH", content[offset:], said)
                assert answer.status_code in (204, 409), answer.text
            except NotNow:
                if monotonic() > until:
                    raise
                pause.wait(BACK_OFF_SECONDS)


def run(ground: Ground, plan: Plan) -> Tally:
    tally = Tally()
    patience = BAD_REST_SECONDS if plan.variant else REST_SECONDS
    with ground.place() as place, served(ground, place, plan.variant) as server:
        phones = [
            Uploader(signed_in(server.port), plan.chance(f"phone {k}"), tally, monotonic() + plan.seconds, patience)
            for k in range(PHONES)
        ]
        threads = [threading.Thread(target=_noted, args=(phone,)) for phone in phones]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        compare_photos(place, {name: content for one in phones for name, content in one.arrived.items()}, tally)
    return tally


def _noted(phone: Uploader) -> None:
    try:
        phone.works()
    except Exception as failure:  # whatever it is, it belongs into the table
        phone.tally.found("stuck", f"{type(failure).__name__}: {failure}"[:400])


def signed_in(port: int) -> Line:
    line = Line(port)
    line.post("/api/session", {"name": "engineer", "password": PASSWORD, "device": None}, HEADERS)
    return line


def compare_photos(place: Place, sent: dict[str, bytes], tally: Tally) -> None:
    """Each photo that was whole, by its hash, is there once and with the same bytes."""
    with place.app.app_context(), reading() as session:
        rows = list(session.scalars(select(Blob.hash)))
    tally.found("lost", *(f"photo {name} was whole and is lost" for name in sent.keys() - set(rows)))
    tally.found("doubled", *(f"photo {name} is there twice" for name in set(rows) if rows.count(name) > 1))
    for name in sent.keys() & set(rows):
        if store(place.app).path(name).read_bytes() != sent[name]:
            tally.found("lost", f"photo {name} has other bytes")


FAULT = Fault("F10", "an upload's line goes dead half-way", run, ("waits_for_the_hung_request",))
