"""`./dev bench sync`, `tickets` and `desk` run, on a hundredth of the work; how fast anything is, no test asks."""

import pytest

from benchmarks.desk.files import FILES
from benchmarks.desk.pages import PAGES
from benchmarks.desk.run import FILE
from benchmarks.desk.run import run as run_desk
from benchmarks.sync.run import run
from benchmarks.tickets.run import run as run_tickets

TINY = 0.01


def test_every_figure_has_its_references(capsys: pytest.CaptureFixture[str]) -> None:
    """A server, an echo and the raw rows are started, loaded and compared; nothing is refused on the way."""
    figures = run(["sqlite"], size=TINY, only=["rounds", "bytes"])
    assert [figure.work for figure in figures] == [
        "whole rounds, 8 at once",
        "whole rounds, 32 at once",
        "a packed draft of 100 answers, up",
    ]
    assert all(figure.value > 0 for figure in figures)
    assert all(figure.raw and figure.echo for figure in figures[:2])
    assert "rounds/s" in capsys.readouterr().out


def test_the_boards_and_the_clock_jobs_figures_say_how_they_grow(capsys: pytest.CaptureFixture[str]) -> None:
    found = run_tickets(["sqlite"], [100, 200])
    assert {one.open for one in found if one.work.startswith("board")} == {100, 200}
    assert all(one.took > 0 and one.reference > 0 for one in found)
    assert "2 times the tickets" in capsys.readouterr().out


def test_every_page_of_the_desk_says_what_it_takes_and_how_it_grows(capsys: pytest.CaptureFixture[str]) -> None:
    file = list(FILES)[-1]
    found = run_desk(["sqlite"], [40, 80], files=[file])
    assert {one.page for one in found} >= {*PAGES, FILE + file}
    assert all(one.took > 0 and one.bytes > 0 for one in found)
    assert "2 times the assets" in capsys.readouterr().out
