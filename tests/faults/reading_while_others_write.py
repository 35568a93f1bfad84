"""F3: phones that pull while others push; whoever is shown a sequence must have been shown all below it."""

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load, until_time_is_up

READERS, WRITERS = 2, 3


def _with_readers(scene: Scene) -> None:
    for k in range(READERS + WRITERS):
        name = ("engineer", "colleague", "supervisor")[k % 3]
        phone = scene.fleet.new_phone(scene.server.port, name)
        scene.fleet.sets_to_work(scene.fleet.join(phone, writes=k >= READERS))
    until_time_is_up(scene)


def run(ground: Ground, plan: Plan) -> Tally:
    return under_load(ground, plan, _with_readers, most=8)


FAULT = Fault("F3", "pull while others push, small pages", run, ("numbers_before_the_lock",))
