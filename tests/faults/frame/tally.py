"""What one run of a fault came to: the columns of the table in docs/trust.md."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Tally:
    """All but `operations` and `kills` must be zero. `notes` says what was found wrong, for whoever mends it."""

    operations: int = 0
    kills: int = 0
    lost: int = 0
    doubled: int = 0
    overwritten: int = 0
    stuck: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        return self.lost + self.doubled + self.overwritten + self.stuck

    def found(self, column: str, *notes: str) -> None:
        """One more in this column for each note."""
        setattr(self, column, getattr(self, column) + len(notes))
        self.notes += [f"{column}: {note}" for note in notes]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
