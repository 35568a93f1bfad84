"""A program of its own: sends one message by Apprise. Started by `by_apprise`, with nothing in its environment.

Imports nothing of ours. The request is JSON on stdin, the answer JSON on stdout:

    {"address", "title", "body", "inside"} → {} | {"trouble", "detail"}

What Apprise opens must be outside this network (unless `inside`), redirects are not followed, and nothing is done on
this machine (desktop notes, the system log).
"""

import json
import logging
import socket
import sys
from ipaddress import IPv6Address, ip_address
from typing import Any

import apprise
import requests

ON_THIS_MACHINE = {"dbus", "qt", "kde", "glib", "gio", "gnome", "macosx", "windows", "syslog"}
SECONDS = 10.0

_resolve = socket.getaddrinfo
_request = requests.Session.request
_refused: list[str] = []


def main() -> None:
    asked = json.load(sys.stdin)
    if not asked["inside"]:
        socket.getaddrinfo = _resolve_outside
    requests.Session.request = _request_here  # type: ignore[method-assign]
    print(json.dumps(_send(asked)))


def _send(asked: dict[str, Any]) -> dict[str, str]:
    scheme = asked["address"].partition(":")[0].lower()
    if scheme in ON_THIS_MACHINE:
        return {"trouble": "not_allowed", "detail": f"{scheme}:"}
    receiver = apprise.Apprise.instantiate(asked["address"], suppress_exceptions=True)
    if receiver is None:
        return {"trouble": "not_allowed", "detail": "Apprise does not know this address"}
    receiver.socket_connect_timeout = receiver.socket_read_timeout = SECONDS
    captured: Any = apprise.LogCapture(level=logging.WARNING)  # type: ignore[no-untyped-call]  # it says no types
    with captured as said:
        if receiver.notify(title=asked["title"], body=asked["body"]):
            return {}
        if _refused:
            return {"trouble": "not_allowed", "detail": "a private address"}
        return {"trouble": "refused", "detail": _first_line(said.getvalue(), asked["address"])}


def _first_line(said: str, address: str) -> str:
    """What Apprise says of it; nothing where that quotes the address, which holds the key."""
    line = next((each for each in said.splitlines() if each.strip()), "")
    parts = [part for part in address.replace("?", "/").replace("@", "/").split("/") if len(part) > 5]
    return "" if any(part in line for part in parts) else line[-200:]


def _resolve_outside(*args: Any, **more: Any) -> Any:
    found = _resolve(*args, **more)
    for *_, place in found:
        ip = ip_address(str(place[0]).partition("%")[0])
        if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        if not ip.is_global or ip.is_multicast:
            _refused.append(str(ip))
            raise OSError("a private address")
    return found


def _request_here(self: requests.Session, *args: Any, **more: Any) -> requests.Response:
    return _request(self, *args, **{**more, "allow_redirects": False})


if __name__ == "__main__":
    main()
