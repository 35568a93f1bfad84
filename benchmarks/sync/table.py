"""The table: each figure beside its references of the same run and what it is to reach."""

from collections.abc import Iterable
from dataclasses import dataclass

HEAD = (
    "database", "work", "figure", "of raw", "of echo", "to reach", "reached", "p99", "CPU of one (raw, echo)",
    "load's CPU",
)  # fmt: skip


@dataclass(frozen=True)
class Reference:
    """A rate, and what one costs in milliseconds of CPU where that was measured."""

    rate: float
    cpu_ms: float | None = None


@dataclass(frozen=True)
class Figure:
    """`raw` and `echo` are rates in the same unit. `least` and `most` bound the figure itself.

    `cpu_ms` is what our server's processes use for one: it hardly depends on who else is on the machine.
    """

    database: str
    work: str
    value: float
    unit: str
    raw: Reference | None = None
    echo: Reference | None = None
    cpu_ms: float | None = None
    raw_share: float | None = None
    echo_share: float | None = None
    least: float | None = None
    most: float | None = None
    p99_ms: float | None = None
    load_share: float | None = None

    def cells(self) -> list[str]:
        return [
            self.database,
            self.work,
            f"{_number(self.value)} {self.unit}",
            _share(self.value, self.raw),
            _share(self.value, self.echo),
            "; ".join(self._targets()),
            self._reached(),
            "" if self.p99_ms is None else f"{_number(self.p99_ms)} ms",
            self._cpu(),
            "" if self.load_share is None else f"{self.load_share:.0%}",
        ]

    def _cpu(self) -> str:
        if self.cpu_ms is None:
            return ""
        beside = [reference.cpu_ms for reference in (self.raw, self.echo) if reference and reference.cpu_ms is not None]
        return f"{_number(self.cpu_ms)} ms" + (f" ({', '.join(map(_number, beside))})" if beside else "")

    def line(self) -> str:
        return "  ".join(cell for cell in self.cells() if cell)

    def _targets(self) -> list[str]:
        found = [f"≥ {self.raw_share:.0%} of raw"] if self.raw_share else []
        found += [f"≥ {self.echo_share:.0%} of echo"] if self.echo_share else []
        found += [f"≥ {_number(self.least)}"] if self.least else []
        return [*found, *([f"≤ {_number(self.most)}"] if self.most else [])]

    def _reached(self) -> str:
        held = []
        if self.raw_share and self.raw:
            held.append(self.value >= self.raw_share * self.raw.rate)
        if self.echo_share and self.echo:
            held.append(self.value >= self.echo_share * self.echo.rate)
        if self.least:
            held.append(self.value >= self.least)
        if self.most:
            held.append(self.value <= self.most)
        return ("yes" if all(held) else "no") if held else ""


def as_markdown(figures: Iterable[Figure]) -> str:
    rows = [HEAD, tuple("---" for _ in HEAD), *(figure.cells() for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def as_text(figures: Iterable[Figure]) -> str:
    rows = [list(HEAD), *(figure.cells() for figure in figures)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _share(value: float, reference: Reference | None) -> str:
    return "" if not reference else f"{value / reference.rate:.0%} of {_number(reference.rate)}"


def _number(value: float) -> str:
    return (
        f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}".rstrip("0").rstrip(".")
    )
