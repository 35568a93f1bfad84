"""The phone's line: an answer that breaks off is no answer, wherever it breaks off."""

import socket
import threading

import pytest

from tests.faults.frame.line import Line, NotNow

WHOLE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


def _answered(answer: bytes) -> bytes:
    """What the line makes of a server that says this and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            line, _ = server.accept()
            with line:
                line.recv(65_536)
                line.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            return Line(server.getsockname()[1]).post("/", json={}).data
        finally:
            thread.join()


@pytest.mark.parametrize("length", range(len(WHOLE)))
def test_an_answer_that_breaks_off_is_none(length: int) -> None:
    """(regression: F2, seed 466843: cut off in its headers, it looked like one without a body)"""
    with pytest.raises(NotNow):
        _answered(WHOLE[:length])


def test_a_whole_one_is_taken() -> None:
    assert _answered(WHOLE) == b"{}"
