"""Nobody reaches into the server's own network by way of a channel (SSRF)."""

import socket
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from server.jobs import run_due_jobs
from server.notifications.sending.receivers import is_public, receiver_of, split_address
from server.notifications.sending.send_failed import SendFailed
from tests.server.notifications.conftest import Outbox, Tells
from tests.support.receiver import Receiver


def resolves_to(monkeypatch: pytest.MonkeyPatch, *ips: str) -> None:
    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"],
)  # fmt: skip
def test_private_addresses_are_refused(monkeypatch: pytest.MonkeyPatch, ip: str) -> None:
    resolves_to(monkeypatch, ip)
    with pytest.raises(SendFailed, match="not_allowed: a private address"):
        receiver_of("https://hooks.example.com/x", inside=False)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    resolves_to(monkeypatch, "93.184.216.34", "10.0.0.1")
    with pytest.raises(SendFailed, match="a private address"):
        receiver_of("https://hooks.example.com/x", inside=False)


def test_what_was_checked_is_what_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    resolves_to(monkeypatch, "93.184.216.34")
    found = receiver_of("https://hooks.example.com:8443/x?y=z", inside=False)
    assert (found.host, found.ips, found.port, found.path) == (
        "hooks.example.com", ("93.184.216.34",), 8443, "/x?y=z",
    )  # fmt: skip


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "https://", "a.example", "", "https://u:p@a.example/", "https://a.example:0/",
     "https://a.example:99999/", "https://a.example/ x", "https://a.example/\r\nX: y", "https://[::1", "file:///etc/x"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address: str) -> None:
    assert split_address(address) is None
    with pytest.raises(SendFailed, match="not_allowed"):
        receiver_of(address, inside=True)


def test_plain_http_is_refused() -> None:
    with pytest.raises(SendFailed, match="only https:// is allowed"):
        receiver_of("http://93.184.216.34/", inside=False)


def test_public_addresses_are_public() -> None:
    assert is_public("93.184.216.34") and is_public("2606:2800:220:1:248:1893:25c8:1946")


@pytest.mark.parametrize("kind", ["webhook", "wecom", "apprise"])
def test_by_default_the_server_s_own_machine_is_never_called(
    app: Flask, tells: Tells, channel: Callable[..., str], receiver: Receiver, outbox: Outbox, kind: str
) -> None:
    scheme = "json:" if kind == "apprise" else "https:"
    channel(kind=kind, address=receiver.origin.replace("http:", scheme))
    tells("near/1")
    run_due_jobs(app)
    assert [(row.state, row.last_error) for row in outbox()] == [("waiting", "not_allowed: a private address")]
    assert receiver.calls == []


def test_nothing_is_done_on_this_machine(app: Flask, tells: Tells, channel: Callable[..., str], outbox: Outbox) -> None:
    channel(kind="apprise", address="syslog://")
    tells("near/1")
    run_due_jobs(app)
    assert [row.last_error for row in outbox()] == ["not_allowed: syslog:"]
