"""F2: requests and answers that are lost, cut, doubled, late, or come again after newer ones."""

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.lossy_proxy import lossy_proxy
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load, until_time_is_up


def _behind_a_proxy(scene: Scene) -> None:
    with lossy_proxy(scene.server.port, scene.plan.chance("network")) as proxy:
        for phone in scene.fleet.phones:
            phone.line.port = proxy.port
        until_time_is_up(scene)


def run(ground: Ground, plan: Plan) -> Tally:
    return under_load(ground, plan, _behind_a_proxy)


FAULT = Fault(
    "F2",
    "lost, cut, doubled and late requests and answers",
    run,
    ("a phone that makes new ids after a lost answer", "a phone that forgets what it has sent"),
)
