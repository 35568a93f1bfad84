"""`./dev bench sync` runs, on a hundredth of the work; how fast anything is, no test asks."""

import pytest

from benchmarks.sync.run import run

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
