"""Whom this server calls: what supervisors type must not reach into the network that the server stands in."""

import socket
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from server.notifications.sending.send_failed import NOT_ALLOWED, NOT_FOUND, SendFailed

PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True)
class Receiver:
    """A checked address. `ips` were checked, so these are called: the name may say something else later."""

    host: str
    ips: tuple[str, ...]
    port: int
    is_encrypted: bool
    path: str


def receiver_of(address: str, *, inside: bool) -> Receiver:
    """`inside`: private addresses and plain http are allowed too (ROUNDSMAN_CHANNELS_INSIDE)."""
    url = split_address(address)
    if url is None or not url.hostname:
        raise SendFailed(NOT_ALLOWED, "not a web address")
    if url.scheme != "https" and not inside:
        raise SendFailed(NOT_ALLOWED, "only https:// is allowed")
    port = url.port or PORTS[url.scheme]
    ips = _resolve(url.hostname, port)
    if not inside and not all(is_public(ip) for ip in ips):
        raise SendFailed(NOT_ALLOWED, "a private address")
    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    return Receiver(url.hostname, ips, port, url.scheme == "https", path)


def split_address(address: str) -> SplitResult | None:
    """The parts of a web address that can be called; None of anything else."""
    try:
        url = urlsplit(address)
        is_callable = url.scheme in PORTS and bool(url.hostname) and (url.port is None or url.port > 0)
    except ValueError:
        return None
    has_odd = not (address.isascii() and address.isprintable()) or " " in address
    return url if is_callable and not has_odd and url.username is None else None


def is_public(ip: str) -> bool:
    address = ip_address(ip.partition("%")[0])
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address.is_global and not address.is_multicast


def _resolve(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SendFailed(NOT_FOUND, type(error).__name__) from None
    return tuple(str(place[0]) for *_, place in found)
