"""Reading a sync request's body: bounded before and after decompression, JSON that every reader reads alike."""

import json
import math
import zlib
from itertools import chain
from typing import Any, NoReturn

import brotli  # type: ignore[import-untyped]  # ships no stubs
from flask import request

from server.errors import BadRequest, TooLarge, UnsupportedType

GZIP_WINDOW = 16 + zlib.MAX_WBITS
MAX_DEPTH = 200  # a reader's stack ends near a thousand


def read_json(limit: int) -> Any:
    """The request's JSON, at most `limit` bytes of it, whatever it was packed into."""
    packed = request.get_data(cache=False)
    try:
        data = _unpack(packed, request.headers.get("Content-Encoding", "identity").lower(), limit)
        if len(data) > limit:
            raise TooLarge(limit=limit)
        return read_strictly(data)
    except (ValueError, RecursionError, zlib.error, brotli.error):
        raise BadRequest from None


def read_strictly(data: bytes) -> Any:
    """JSON without what readers disagree on: a key twice, numbers beyond all floats, depths beyond a stack."""
    value = json.loads(data, parse_constant=_no_constant, parse_float=_finite, object_pairs_hook=_unique)
    if is_deeper(value, MAX_DEPTH):
        raise ValueError("too deep")
    return value


def _unpack(packed: bytes, encoding: str, limit: int) -> bytes:
    match encoding:
        case "identity":
            return packed
        case "gzip":
            unpacker = zlib.decompressobj(GZIP_WINDOW)
            data = unpacker.decompress(packed, limit + 1)
            if unpacker.unconsumed_tail or len(data) > limit:
                raise TooLarge(limit=limit)
            if not unpacker.eof or unpacker.unused_data:
                raise BadRequest  # cut off on the way, or more than one: halving the batch would not help
            return data
        case "br":
            return _unpack_brotli(packed, limit)
        case _:
            raise UnsupportedType


def _unpack_brotli(packed: bytes, limit: int) -> bytes:
    unpacker = brotli.Decompressor()
    data = bytes(unpacker.process(packed, output_buffer_limit=limit + 1))
    if len(data) > limit:
        raise TooLarge(limit=limit)
    if not unpacker.is_finished():
        raise BadRequest
    return data


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number beyond all floats")
    return number


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key twice: one of the values would be lost")
    return found


def is_deeper(value: Any, levels: int) -> bool:
    """Without recursion, which is what depth would break."""
    layer = [value]
    for _ in range(levels):
        held = [one.values() if isinstance(one, dict) else one for one in layer if isinstance(one, (dict, list))]
        layer = list(chain.from_iterable(held))
        if not layer:
            return False
    return True
