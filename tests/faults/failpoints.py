"""F5: the process that handles a push dies between two of its steps, under load."""

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load
from tests.server.faults.test_failpoints import IN_PUSH

LONGEST_LIFE_SECONDS, LOOK_AGAIN_SECONDS = 0.3, 0.02


def _die_between_steps(scene: Scene) -> None:
    chance = scene.plan.chance("failpoints")
    while scene.goes_on():
        scene.server.armed.write_text(chance.choice(IN_PUSH))
        while scene.goes_on() and scene.server.armed.exists():
            scene.waits(LOOK_AGAIN_SECONDS)
        scene.tally.kills += not scene.server.armed.exists()
        scene.waits(chance.uniform(0, LONGEST_LIFE_SECONDS))
    scene.server.armed.unlink(missing_ok=True)


def run(ground: Ground, plan: Plan) -> Tally:
    return under_load(ground, plan, _die_between_steps)


FAULT = Fault("F5", "death between two steps of a push", run, ("answers_before_commit",))
