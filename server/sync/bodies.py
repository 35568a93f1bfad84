"""Reading a sync request's body: bounded before and after decompression, JSON that both databases can keep."""

import json
import zlib
from typing import Any, NoReturn

import brotli  # type: ignore[import-untyped]  # ships no stubs
from flask import request

from server.errors import BadRequest, TooLarge, UnsupportedType

GZIP_WINDOW = 16 + zlib.MAX_WBITS


def read_json(limit: int) -> Any:
    """The request's JSON, at most `limit` bytes of it, whatever it was packed into."""
    packed = request.get_data(cache=False)
    try:
        data = _unpack(packed, request.headers.get("Content-Encoding", "identity"), limit)
        if len(data) > limit:
            raise TooLarge(limit=limit)
        return json.loads(data, parse_constant=_no_constant)
    except (ValueError, RecursionError, zlib.error, brotli.error):
        raise BadRequest from None


def _unpack(packed: bytes, encoding: str, limit: int) -> bytes:
    match encoding:
        case "identity":
            return packed
        case "gzip":
            unpacker = zlib.decompressobj(GZIP_WINDOW)
            data = unpacker.decompress(packed, limit + 1)
            if unpacker.unconsumed_tail or len(data) > limit:
                raise TooLarge(limit=limit)
            return data
        case "br":
            return _unpack_brotli(packed, limit)
        case _:
            raise UnsupportedType


def _unpack_brotli(packed: bytes, limit: int) -> bytes:
    unpacker = brotli.Decompressor()
    data = bytes(unpacker.process(packed, output_buffer_limit=limit + 1))
    if len(data) > limit or not unpacker.is_finished():
        raise TooLarge(limit=limit)
    return data


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
