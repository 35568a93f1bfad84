"""A shift ends: 500 phones come into the network within a minute, each with 60 operations and 8 photos.

The worker runs beside the server and looks at the photos meanwhile, as it does every day.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from benchmarks.sync.bench import Bench, measured
from benchmarks.sync.load import percentile
from benchmarks.sync.phones import Phone, open_rounds, sign_in
from benchmarks.sync.photos import EDGES, commented, noisy_picture, upload
from benchmarks.sync.raw import connect
from benchmarks.sync.serving import WORKER, environment_of, running
from benchmarks.sync.work import answers, photo_taken
from server import create_app
from server.config import TestConfig
from server.extensions import db

PHONES, OPERATIONS, PHOTOS = 500, 60, 8
WITHIN_SECONDS, MOST_SECONDS = 60.0, 300.0


@dataclass(frozen=True)
class Shift:
    """What one phone has to send; its photos are made when they are sent."""

    phone: Phone
    picture: bytes
    first_photo: int

    def requests(self) -> Iterator[bytes]:
        round_ = self.phone.rounds[0]
        photos = [commented(self.picture, self.first_photo + k) for k in range(PHOTOS)]
        said = islice(answers(round_, self.phone.project), OPERATIONS - PHOTOS)
        operations = [*said, *(photo_taken(round_, photo, EDGES) for photo in photos)]
        yield from self.phone.pushes(operations, [OPERATIONS])
        for photo in photos:
            yield upload(self.phone, photo)


def measure(bench: Bench) -> None:
    number, picture = bench.times(PHONES, least=5), noisy_picture()
    url, data = bench.database.copy(bench.url), bench.new_folder()
    shifts = [Shift(phone, picture, PHOTOS * k) for k, phone in enumerate(_more_phones(bench, url, number))]
    chance, within = random.Random(1), WITHIN_SECONDS * bench.size
    begin = [chance.uniform(0, within) for _ in shifts]
    with bench.serving(url, data) as server, running(["-m", WORKER], environment_of(url, data), bench.folder / "w.log"):
        load = measured(server, [shift.requests() for shift in shifts], begin)
    _nothing_is_lost(url, number)
    work = f"{number} phones end a shift within {within:.0f} s"
    bench.add(f"{work}: all acknowledged after", load.seconds, "s", load=load, most=MOST_SECONDS)
    bench.add("… wait of a phone, median", percentile(load.shifts, 0.5), "s")
    bench.add("… wait of a phone, p99", percentile(load.shifts, 0.99), "s")


def _more_phones(bench: Bench, url: str, number: int) -> list[Phone]:
    """New devices of the same engineers, each with a round of its own."""
    app = create_app(TestConfig(data_dir=bench.new_folder(), database_url=url))
    phones = [sign_in(app, bench.firm, k % len(bench.firm.engineers)) for k in range(number)]
    phones = [open_rounds(app, bench.firm, phone, bench.days, 1) for phone in phones]
    with app.app_context():
        db.engine.dispose()
    return phones


def _nothing_is_lost(url: str, phones: int) -> None:
    line = connect(url)
    cursor = line.cursor()
    cursor.execute("SELECT count(*) FROM photo JOIN blob ON photo.hash = blob.hash AND photo.taken_by = blob.person_id")
    photos = int(cursor.fetchone()[0])
    cursor.execute("SELECT count(*) FROM operation WHERE name IN ('answer_item', 'take_photo') AND outcome = 'applied'")
    operations = int(cursor.fetchone()[0])
    line.close()
    if (photos, operations) != (phones * PHOTOS, phones * OPERATIONS):
        raise RuntimeError(f"of {phones} phones there are only {photos} photos and {operations} operations")
