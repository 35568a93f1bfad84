"""F11: phones a year off, and a server whose clock jumps by up to a year between two starts."""

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load

HOUR, DAY = 3600, 86_400
JUMPS = (-365 * DAY, -DAY, -HOUR, -1, 1, HOUR, DAY, 365 * DAY)
LONGEST_LIFE_SECONDS = 1.5


def _set_clocks(scene: Scene) -> None:
    chance = scene.plan.chance("clocks")
    for phone in scene.fleet.phones:
        phone.clock.advance(seconds=chance.choice(JUMPS))
    while scene.goes_on():
        scene.waits(chance.uniform(0.3, LONGEST_LIFE_SECONDS))
        scene.server.clock_seconds = chance.choice(JUMPS)
        scene.server.kill()
        scene.server.start()


def run(ground: Ground, plan: Plan) -> Tally:
    return under_load(ground, plan, _set_clocks)


FAULT = Fault("F11", "clocks wrong by up to a year, on phones and server", run, ("refuses_wrong_clocks",))
