"""F18: somebody's rights end and come back while she works, online and off."""

from sqlalchemy.exc import OperationalError

from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load
from tests.support.world import operation

LONGEST_SECONDS = 0.4
WHO = "colleague"


def _revoke_and_grant(scene: Scene) -> None:
    chance = scene.plan.chance("rights")
    held = True
    while scene.goes_on():
        scene.waits(chance.uniform(0.1, LONGEST_SECONDS))
        held = not held
        _set_right(scene, held)
    _set_right(scene, scene.plan.seed % 2 == 0)


def _set_right(scene: Scene, held: bool) -> None:
    """The seed's last bit says how it ends."""
    there = {"person_id": scene.place.world.people[WHO], "project_id": scene.place.world.project}
    name, args = ("grant_role", {**there, "roles": ["engineer"]}) if held else ("revoke_role", there)
    while True:
        try:
            with scene.place.app.app_context():
                apply_operations(Actor("cli", "faults"), [operation(name, scene.place.clock, args=args)])
            return
        except OperationalError:
            continue  # many write at once: again


def run(ground: Ground, plan: Plan) -> Tally:
    return under_load(ground, plan, _revoke_and_grant, excused=("forbidden",))


FAULT = Fault(
    "F18",
    "rights end and come back during work",
    run,
    ("a phone that wipes unsent work with a project", "a phone that goes on showing a dropped project"),
)
