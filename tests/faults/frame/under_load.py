"""The frame of most faults: a fleet at work on a served place, something done to it, rest, and the comparison."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from tests.faults.frame.books import check_books
from tests.faults.frame.fault import Plan
from tests.faults.frame.fleet import BAD_REST_SECONDS, REST_SECONDS, Fleet
from tests.faults.frame.ground import Ground, Place
from tests.faults.frame.served import Served, served
from tests.faults.frame.tally import Tally
from tests.faults.frame.work import open_rounds
from tests.faults.variants.phones import PHONES


@dataclass
class Scene:
    """What a fault works on; `goes_on` says whether there is time left."""

    ground: Ground
    place: Place
    server: Served
    fleet: Fleet
    plan: Plan
    tally: Tally
    ends: float

    def goes_on(self) -> bool:
        return monotonic() < self.ends

    def waits(self, seconds: float) -> None:
        """A random moment later; the end of the work ends it."""
        self.fleet.over.wait(max(0.0, min(seconds, self.ends - monotonic())))


def under_load(
    ground: Ground,
    plan: Plan,
    act: Callable[[Scene], None],
    *,
    heal: Callable[[Scene], None] = lambda scene: None,
    most: int = 40,
    excused: Collection[str] = (),
) -> Tally:
    """Run `act` while everybody works; then `heal`, rest, compare. A variant is a phone's by name, else a server's."""
    tally = Tally()
    phones = plan.variant if plan.variant in PHONES else ""
    with _scene(ground, plan, tally, phones, most) as scene:
        with scene.fleet.at_work():
            act(scene)
        heal(scene)
        patience = BAD_REST_SECONDS if plan.variant else REST_SECONDS
        scene.fleet.comes_to_rest(tally, scene.server.port, patience)
        check_books(scene.place.app, scene.fleet.phones, tally, retired=scene.fleet.retired, excused=excused)
        if tally.wrong:
            log = (scene.place.folder / "server.log").read_text(errors="replace")
            tally.notes.append(f"server.log ends: {log[-1500:]}")
    return tally


@contextmanager
def _scene(ground: Ground, plan: Plan, tally: Tally, phones: str, most: int) -> Iterator[Scene]:
    server_variant = "" if plan.variant in PHONES else plan.variant
    with ground.place() as place, served(ground, place, server_variant) as server:
        open_rounds(place)
        fleet = Fleet(server.port, place.world, f"{plan.seed}", phones, most * plan.size)
        if plan.variant:
            fleet.loses_patience()
        yield Scene(ground, place, server, fleet, plan, tally, monotonic() + plan.seconds)


def until_time_is_up(scene: Scene) -> None:
    while scene.goes_on():
        scene.waits(1.0)
