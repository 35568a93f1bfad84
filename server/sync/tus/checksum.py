"""The checksum extension: one piece proves that it arrived as it was sent."""

import base64
import binascii
import hashlib
import hmac
from typing import Final

from flask import request

from server.errors import BadRequest, ChecksumMismatch
from server.sync.tus.headers import WRONG_HEADER

ALGORITHMS: Final = ("sha1", "sha256")


class Checksum:
    """What the piece claims to be, compared with what comes."""

    def __init__(self, algorithm: str, expected: bytes) -> None:
        self._expected = expected
        self._hash = hashlib.new(algorithm, usedforsecurity=False)

    def update(self, data: bytes) -> None:
        self._hash.update(data)

    def verify(self) -> None:
        """A piece that came damaged or cut short is not kept: nobody could say which bytes of it are good."""
        if not hmac.compare_digest(self._hash.digest(), self._expected):
            raise ChecksumMismatch


def checksum_of_request() -> Checksum | None:
    text = request.headers.get("Upload-Checksum")
    if text is None:
        return None
    algorithm, _, value = text.partition(" ")
    if algorithm not in ALGORITHMS:
        raise BadRequest(WRONG_HEADER, header="Upload-Checksum")
    try:
        return Checksum(algorithm, base64.b64decode(value, validate=True))
    except (binascii.Error, ValueError):
        raise BadRequest(WRONG_HEADER, header="Upload-Checksum") from None
