"""Label sheets as sold: where each label lies on its page, in millimetres."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Sheet:
    """`pitch` is from one label's edge to the next one's; `qr` the side of the code with its quiet zone."""

    name: str
    page: tuple[float, float]
    columns: int
    rows: int
    first: tuple[float, float]
    label: tuple[float, float]
    pitch: tuple[float, float]
    qr: float
    text_points: float

    @property
    def per_page(self) -> int:
        return self.columns * self.rows


SHEETS: Final = {
    sheet.name: sheet
    for sheet in (
        # 24 labels of 70 × 37 mm, edge to edge.
        Sheet("a4-24", (210, 297), 3, 8, (0, 0.5), (70, 37), (70, 37), 23.5, 9),
        # 65 labels of 38.1 × 21.2 mm with gaps of 2.5 mm between columns.
        Sheet("a4-65", (210, 297), 5, 13, (4.75, 10.7), (38.1, 21.2), (40.6, 21.2), 15, 5.6),
        # A continuous roll, cut after each label.
        Sheet("roll-62", (62, 32), 1, 1, (0, 0), (62, 32), (62, 32), 20.5, 8.5),
    )
}
