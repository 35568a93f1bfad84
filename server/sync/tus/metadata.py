"""What the phone declares of a file before its first byte: `hash` (SHA-256, hex) and `mime`. More is kept, not read."""

import base64
import binascii
import re
from dataclasses import dataclass

from server.errors import BadRequest, UnsupportedType
from server.images import MIME_TYPES
from server.language import Sentence
from server.sync.tus.headers import WRONG_HEADER

MAX_CHARACTERS = 1_000
_SHA256 = re.compile(r"[0-9a-f]{64}")
NOT_A_PHOTO_TYPE = Sentence(
    "只接收 JPEG、PNG、WebP 图片，不接收 {mime}。", "Only JPEG, PNG and WebP pictures are taken, not {mime}."
)


@dataclass(frozen=True)
class Declared:
    """`text` is the header as it came: HEAD gives it back."""

    hash: str
    mime: str
    text: str


def read_metadata(text: str) -> Declared:
    pairs = dict(_pair(part) for part in text.split(",") if part.strip()) if len(text) <= MAX_CHARACTERS else {}
    sha256, mime = pairs.get("hash", ""), pairs.get("mime", "")
    if not _SHA256.fullmatch(sha256) or not mime:
        raise BadRequest(WRONG_HEADER, header="Upload-Metadata")
    if mime not in MIME_TYPES.values():
        raise UnsupportedType(NOT_A_PHOTO_TYPE, mime=mime)
    return Declared(sha256, mime, text)


def _pair(part: str) -> tuple[str, str]:
    key, _, value = part.strip().partition(" ")
    try:
        return key, base64.b64decode(value, validate=True).decode()
    except (binascii.Error, ValueError):
        raise BadRequest(WRONG_HEADER, header="Upload-Metadata") from None
