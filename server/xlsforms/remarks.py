"""What of an XLSForm is not in the checklist, or is there differently: row by row, with the reason."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Remark:
    """`lost`: something that the form asks for is not asked. Otherwise it is only done another way here.

    `row` as the spreadsheet numbers it, null for a whole column; `value`: what stands there.
    """

    kind: str
    lost: bool
    sheet: str = "survey"
    row: int | None = None
    column: str | None = None
    value: str | None = None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Remarks:
    """Each once, in the order found."""

    found: dict[Remark, None] = field(default_factory=dict)

    def lost(self, kind: str, **where: Any) -> None:
        self.found[Remark(kind, True, **where)] = None

    def note(self, kind: str, **where: Any) -> None:
        self.found[Remark(kind, False, **where)] = None

    @property
    def is_whole(self) -> bool:
        return not any(remark.lost for remark in self.found)
