"""How `./dev` tells what has to be done again, and how it counts."""

from pathlib import Path

import pytest

from devtools import stamps
from devtools.__main__ import main
from devtools.running import Failed, Ran
from devtools.stages import Count, Stage, closing_line, run_stages
from devtools.stamps import when_changed

REPORT = """<testsuites><testsuite tests="5" failures="{failures}" errors="0" skipped="1"/></testsuites>"""


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    monkeypatch.setattr(stamps, "STAMPS", tmp_path / ".dev")
    (tmp_path / "source").write_text("one")
    return tmp_path / "source"


def test_a_step_is_done_once_for_the_same_sources(source: Path) -> None:
    done: list[str] = []
    for _ in range(2):
        when_changed("step", [source], lambda: done.append(source.read_text()))
    source.write_text("two")
    when_changed("step", [source], lambda: done.append(source.read_text()))
    assert done == ["one", "two"]


def test_a_step_is_done_again_when_what_it_made_is_gone(source: Path) -> None:
    done: list[int] = []
    for _ in range(2):
        when_changed("step", [source], lambda: done.append(1), made=source.with_name("nothing"))
    assert len(done) == 2


def test_a_step_that_failed_is_done_again(source: Path) -> None:
    def fails() -> None:
        raise Failed("no network")

    done: list[int] = []
    with pytest.raises(Failed):
        when_changed("step", [source], fails)
    when_changed("step", [source], lambda: done.append(1))
    assert done == [1]


def report(tmp_path: Path, failures: int) -> tuple[Path, str]:
    return tmp_path / "report.xml", REPORT.format(failures=failures)


@pytest.mark.parametrize(("failures", "line"), [(0, " 5 passed in 3.00s "), (2, " 2 failed, 3 passed in 3.00s ")])
def test_the_last_line_adds_up_all_stages(
    failures: int, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, text = report(tmp_path, failures)

    def work() -> Ran:
        path.write_text(text)
        return Ran(not failures, 2.0)

    ok = run_stages([Stage("lint", lambda: Ran(True, 1.0)), Stage("tests", work, path)])
    assert ok == (failures == 0)
    assert capsys.readouterr().out.splitlines()[-1] == line.center(80, "=")


def test_a_stage_that_breaks_before_its_report_counts_as_failed(tmp_path: Path) -> None:
    assert not run_stages([Stage("tests", lambda: Ran(False, 0.0), tmp_path / "report.xml")])


def test_a_report_of_an_earlier_run_is_not_believed(tmp_path: Path) -> None:
    path, text = report(tmp_path, 0)
    path.write_text(text)
    run_stages([Stage("tests", lambda: Ran(True, 0.0), path)])
    assert not path.exists()


def test_nothing_failed_is_not_mentioned() -> None:
    assert "failed" not in closing_line(Count(3, 0), 1.5)


def test_an_unknown_verb_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["danse"]) == 2
    assert "  demo " in capsys.readouterr().out
