"""The supervisor and its two children, as real processes."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SAYS_AND_WAITS = "import os, time; os.write(1, b'{name} %d\\n' % os.getpid()); time.sleep(60)"
SAYS_AND_ENDS = "import os; os.write(1, b'{name} ends\\n')"
SUPERVISOR = """
import os, sys
from server.serving.children import Children
web, worker = ([sys.executable, "-c", code] for code in sys.argv[1:3])
sys.exit(Children(web, worker, os.environ).run())
"""

Starter = Callable[[str, str], subprocess.Popen[str]]


def said(name: str, code: str) -> str:
    return code.format(name=name)


@pytest.fixture
def start() -> Iterator[Starter]:
    running: list[subprocess.Popen[str]] = []

    def start(web: str, worker: str) -> subprocess.Popen[str]:
        words = [sys.executable, "-c", SUPERVISOR, said("web", web), said("worker", worker)]
        running.append(subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def lines(process: subprocess.Popen[str], count: int) -> dict[str, str]:
    assert process.stdout is not None
    return dict(process.stdout.readline().strip().split(" ", 1) for _ in range(count))


def is_running(pid: str) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_both_children_are_stopped_on_a_signal(number: signal.Signals, start: Starter) -> None:
    process = start(SAYS_AND_WAITS, SAYS_AND_WAITS)
    pids = lines(process, 2)
    process.send_signal(number)
    assert process.wait(20) == 0
    assert not any(is_running(pid) for pid in pids.values())


def test_the_end_of_the_web_server_is_the_end_of_all(start: Starter) -> None:
    process = start(SAYS_AND_WAITS, SAYS_AND_WAITS)
    pids = lines(process, 2)
    os.kill(int(pids["web"]), signal.SIGKILL)
    assert process.wait(20) == 1
    assert not is_running(pids["worker"])


def test_a_worker_that_ends_is_started_again(start: Starter) -> None:
    process = start("import time; time.sleep(60)", SAYS_AND_ENDS)
    assert process.stdout is not None
    assert [process.stdout.readline() for _ in range(2)] == ["worker ends\n", "worker ends\n"]
