"""The headers of tus, read strictly: what cannot be understood is refused by name."""

from flask import request
from werkzeug.datastructures import Headers

from server.errors import BadRequest, PreconditionFailed, UnsupportedType
from server.language import Sentence

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,creation-defer-length,checksum,termination,expiration"
BODY_TYPE = "application/offset+octet-stream"
MAX_DIGITS = 15

WRONG_HEADER = Sentence("请求头 {header} 不正确。", "The header {header} is not right.")


def require_version() -> None:
    if request.headers.get("Tus-Resumable") != VERSION:
        raise PreconditionFailed


def require_body_type() -> None:
    if request.mimetype != BODY_TYPE:
        raise UnsupportedType


def has_body() -> bool:
    """Whether bytes follow: a creation may bring the first, or all, of them along."""
    return request.mimetype == BODY_TYPE and (bool(request.content_length) or is_chunked())


def is_chunked() -> bool:
    return request.content_length is None and bool(request.environ.get("wsgi.input_terminated"))


def whole_number(name: str) -> int | None:
    """A header that counts bytes; None where it is absent."""
    text = request.headers.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS):
        raise BadRequest(WRONG_HEADER, header=name)
    return int(text)


def needed_number(name: str) -> int:
    number = whole_number(name)
    if number is None:
        raise BadRequest(WRONG_HEADER, header=name)
    return number


def length_of_creation() -> int | None:
    """The whole length, or None where the phone says that it will tell later."""
    length, later = whole_number("Upload-Length"), request.headers.get("Upload-Defer-Length")
    if later not in (None, "1") or (length is None) != (later == "1"):
        raise BadRequest(WRONG_HEADER, header="Upload-Length")
    return length


def say_length(headers: Headers, length: int | None) -> None:
    if length is None:
        headers["Upload-Defer-Length"] = "1"
    else:
        headers["Upload-Length"] = str(length)
