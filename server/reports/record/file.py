"""Everything that the record of one round is printed from, as plain rows: no database and no clock behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from server.rules.documents import Fields


@dataclass(frozen=True)
class Deed:
    """An operation as the record tells of it: who did it, and when by that person's corrected clock."""

    op: str
    name: str
    by: str | None
    at: str
    # Per document, the fields that it set.
    sets: Mapping[str, Fields] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RoundFile:
    project: Fields
    round: Fields
    template: Fields
    assets: Sequence[Fields]
    places: Mapping[str, Fields]
    members: Mapping[str, Fields]
    answers: Sequence[Fields] = ()
    photos: Sequence[Fields] = ()
    scans: Sequence[Fields] = ()
    events: Sequence[Fields] = ()
    signed: Sequence[Fields] = ()
    comments: Sequence[Fields] = ()
    conflicts: Sequence[Fields] = ()
    tickets: Mapping[str, Fields] = field(default_factory=dict)
    findings: Sequence[Fields] = ()
    amendments: Sequence[Fields] = ()
    # What came after the seal; never mixed with what is sealed.
    late_photos: Sequence[Fields] = ()
    seal: Fields | None = None
    deeds: Mapping[str, Deed] = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.project["time_zone"])

    @property
    def signed_in_order(self) -> list[Fields]:
        return sorted(self.signed, key=lambda copy: (copy["at"], copy["id"]))

    def latest_signed(self, party: str) -> Fields | None:
        copies = [copy for copy in self.signed_in_order if copy["party"] == party]
        return copies[-1] if copies else None
