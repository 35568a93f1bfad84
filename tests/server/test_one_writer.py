"""The queue in front of SQLite's one writer: first in, soon in; what is stuck does not hold up everybody for ever."""

import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from server import one_writer
from server.one_writer import OneWriter

WRITERS, TURNS = 8, 50


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "roundsman.sqlite3")


def _count(database: str, counter: Path) -> None:
    """Reads, then writes: two in it at once lose a count."""
    for _ in range(TURNS):
        with OneWriter(database).turn():
            counter.write_text(str(int(counter.read_text()) + 1))


def test_processes_take_turns(database: str, tmp_path: Path) -> None:
    counter = tmp_path / "counter"
    counter.write_text("0")
    processes = [get_context("fork").Process(target=_count, args=(database, counter)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert int(counter.read_text()) == 2 * TURNS


def test_threads_take_turns(database: str) -> None:
    queue, inside, most = OneWriter(database), set[int](), list[int]()

    def write() -> None:
        for _ in range(TURNS):
            with queue.turn():
                inside.add(threading.get_ident())
                most.append(len(inside))
                inside.remove(threading.get_ident())

    with ThreadPoolExecutor(WRITERS) as pool:
        for done in [pool.submit(write) for _ in range(WRITERS)]:
            done.result(timeout=60)
    assert max(most) == 1 and len(most) == WRITERS * TURNS


def test_a_process_that_stands_still_does_not_hold_up_the_others_for_ever(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_writer, "PATIENCE_SECONDS", 0.05)
    with OneWriter(database).turn(), pytest.raises(OperationalError, match="locked"), OneWriter(database).turn():
        pass  # another process has another object


def test_who_waits_too_long_is_told_that_the_database_is_locked(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_writer, "PATIENCE_SECONDS", 0.01)
    queue = OneWriter(database)
    with ThreadPoolExecutor(1) as pool, queue.turn():
        with pytest.raises(OperationalError, match="locked"):
            pool.submit(queue.turn().__enter__).result(timeout=60)
    with queue.turn():
        pass


def test_a_fault_gives_the_place_back(database: str) -> None:
    queue = OneWriter(database)
    with pytest.raises(RuntimeError), queue.turn():
        raise RuntimeError
    with queue.turn():
        pass
