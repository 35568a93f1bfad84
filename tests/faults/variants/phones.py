"""Known-bad phones: each makes a mistake that a fault must bring to light."""

from dataclasses import dataclass

from tests.faults.frame.phone import FleetPhone
from tests.support.world import new_id


@dataclass
class NewIdsPhone(FleetPhone):
    """After a lost answer it says everything again as if for the first time."""

    def steps(self, most: int, docs: int) -> bool:
        got_through = super().steps(most, docs)
        if not got_through:
            for entry in self.queued():
                entry.op["op"] = new_id()
        return got_through


@dataclass
class ForgetfulPhone(FleetPhone):
    """It forgets what it has sent, whether it was answered or not."""

    def pushes(self, most: int) -> None:
        sent = self.queued()[:most]
        try:
            super().pushes(most)
        finally:
            for entry in sent:
                entry.state = "reflected"


@dataclass
class WipingPhone(FleetPhone):
    """A project that it may no longer see takes the unsent work with it."""

    def pushes(self, most: int) -> None:
        super().pushes(min(most, 3))  # slow enough to have some

    def _drop(self, stream: str) -> None:
        if stream == f"project:{self.world.project}":
            self.outbox = []
        super()._drop(stream)


@dataclass
class HoardingPhone(FleetPhone):
    """It goes on showing a project that it may no longer see."""

    def _drop(self, stream: str) -> None:
        """Nothing."""


PHONES: dict[str, type[FleetPhone]] = {
    "": FleetPhone,
    "a phone that makes new ids after a lost answer": NewIdsPhone,
    "a phone that forgets what it has sent": ForgetfulPhone,
    "a phone that wipes unsent work with a project": WipingPhone,
    "a phone that goes on showing a dropped project": HoardingPhone,
}
