"""F16: a second phone with a copy of the first one's disk, and a phone that is set back to an older copy of itself."""

from dataclasses import replace

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.fleet import Member
from tests.faults.frame.ground import Ground
from tests.faults.frame.phone import FleetPhone
from tests.faults.frame.tally import Tally
from tests.faults.frame.under_load import Scene, under_load

MOST_PHONES = 9
LONGEST_SECONDS = 0.6


def _copy_disks(scene: Scene) -> None:
    chance = scene.plan.chance("clones")
    copies: list[tuple[Member, FleetPhone]] = []
    while scene.goes_on():
        scene.waits(chance.uniform(0.05, LONGEST_SECONDS))
        member = chance.choice(scene.fleet.members)
        with member.lock:
            copy = member.phone.copied()
        if len(scene.fleet.members) < MOST_PHONES and chance.random() < 0.5:
            scene.fleet.sets_to_work(scene.fleet.join(copy))
        else:
            copies.append((member, copy))
        if len(copies) > 2:
            scene.fleet.replace(*copies.pop(0))


def run(ground: Ground, plan: Plan) -> Tally:
    """At the short form's size: each copy says again all that is unsent."""
    return under_load(ground, replace(plan, size=1), _copy_disks)


FAULT = Fault("F16", "cloned phones, phones set back to an old copy", run, ("believes_numbers",))
