"""A run of many stages: each is done whatever became of the others, and the last line says how it went."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from devtools.running import Ran, say


@dataclass(frozen=True)
class Stage:
    """`report` is a JUnit file that the stage writes; without one the stage counts as a single check."""

    name: str
    work: Callable[[], Ran]
    report: Path | None = None


@dataclass
class Count:
    passed: int = 0
    failed: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed)


def run_stages(stages: list[Stage]) -> bool:
    """Run all; print a line for each at the end, then one like pytest's. True when nothing failed."""
    total, seconds, lines = Count(), 0.0, []
    for stage in stages:
        say(stage.name)
        if stage.report is not None:
            stage.report.unlink(missing_ok=True)
        ran = stage.work()
        count = _count(stage, ran)
        total, seconds = total + count, seconds + ran.seconds
        lines.append(
            f"  {'ok    ' if ran.ok else 'FAILED'} {stage.name:<34} {_figures(stage, count)}{ran.seconds:7.1f} s"
        )
    print("\n" + "\n".join(lines) + "\n" + closing_line(total, seconds), flush=True)
    return total.failed == 0


def closing_line(total: Count, seconds: float) -> str:
    parts = [f"{total.failed} failed"] if total.failed else []
    text = f" {', '.join([*parts, f'{total.passed} passed'])} in {seconds:.2f}s "
    return text.center(80, "=")


def _figures(stage: Stage, count: Count) -> str:
    return f"{count.passed:5d} passed {count.failed:3d} failed " if stage.report else " " * 24


def _count(stage: Stage, ran: Ran) -> Count:
    """Tests by their report; a stage that broke without naming a failed test counts as one failure."""
    count = _count_of_report(stage.report) if stage.report else Count(int(ran.ok), int(not ran.ok))
    return count if ran.ok or count.failed else Count(count.passed, 1)


def _count_of_report(report: Path) -> Count:
    if not report.is_file():
        return Count()
    suites = ElementTree.parse(report).getroot().iter("testsuite")
    total = Count()
    for suite in suites:
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        total += Count(int(suite.get("tests", 0)) - failed - int(suite.get("skipped", 0)), failed)
    return total
