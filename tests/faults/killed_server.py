"""F4: SIGKILL of the server under load, at random moments: one of its processes, or all of it at once."""

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load

LONGEST_LIFE_SECONDS, ALL_OF_IT = 0.6, 0.2


def _kill_again_and_again(scene: Scene) -> None:
    chance = scene.plan.chance("kills")
    while scene.goes_on():
        scene.waits(chance.uniform(0, LONGEST_LIFE_SECONDS))
        if chance.random() < ALL_OF_IT:
            scene.server.kill()
            scene.server.start()
            scene.tally.kills += 1
        else:
            scene.tally.kills += scene.server.kill_worker(chance.randint(0, 1))


def run(ground: Ground, plan: Plan) -> Tally:
    return under_load(ground, plan, _kill_again_and_again)


FAULT = Fault("F4", "SIGKILL of the server at random moments", run, ("answers_before_commit",))
