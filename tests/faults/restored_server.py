"""F17: the server is given back from a backup taken an hour of work earlier; phones and desk give the hour back.

The hour and the comparison are those of tests/server/restore; here the order in which phones come back is drawn.
"""

from contextlib import ExitStack

from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally
from tests.server.restore.comparison import state_of
from tests.server.restore.hour import Team
from tests.server.restore.test_a_lost_hour import lose_an_hour
from tests.support.restored import Operator, stamp

FORGETFUL = "phones that forget what is committed, not backed up"


def run(ground: Ground, plan: Plan) -> Tally:
    tally = Tally()
    with ground.place(backups=True) as place, ExitStack() as stack:
        team = Team(stamp(place.app), place.clock, place.world)
        for phone in team.phones:
            phone.forgets_at_commit = plan.variant == FORGETFUL
        root = place.folder / "backups"
        said = lose_an_hour(team, Operator(ground.databases, place.clock, root, stack.callback), plan.seed)
        tally.operations = len(state_of(team.app).operations)
        tally.found("lost", *said.wrong)
    return tally


FAULT = Fault("F17", "server restored from a backup an hour old", run, (FORGETFUL,))
