"""Where the time of the slowest work goes: single operations, in this process, under cProfile."""

import cProfile
import io
import pstats

from benchmarks.sync.bench import Bench, say
from benchmarks.sync.phones import COOKIE
from server import create_app
from server.config import TestConfig
from server.extensions import db

OPERATIONS, LINES = 300, 25


def measure(bench: Bench) -> None:
    app = create_app(TestConfig(data_dir=bench.new_folder(), database_url=bench.database.copy(bench.url)))
    phone, client = bench.phones[0], app.test_client()
    client.set_cookie(COOKIE, phone.token)
    number = bench.times(OPERATIONS, least=100)
    bodies = [one.partition(b"\r\n\r\n")[2] for one in phone.pushes(phone.answers(number), [1] * number)]
    profile = cProfile.Profile()
    for k, body in enumerate(bodies):
        if k == number // 4:  # the first ones fill caches
            profile.enable()
        client.post("/api/sync/v1/push", data=body, content_type="application/json", headers={"X-Roundsman": "1"})
    profile.disable()
    with app.app_context():
        db.engine.dispose()
    said = io.StringIO()
    pstats.Stats(profile, stream=said).strip_dirs().sort_stats("cumulative").print_stats(LINES)
    say(f"{bench.database.kind}: profile of {number - number // 4} pushes of one operation\n{said.getvalue()}")
