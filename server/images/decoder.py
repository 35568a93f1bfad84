"""A program of its own: decodes untrusted pictures, each in a limited child that ends after one picture.

Started by `server.images.check` with nothing in its environment; imports Pillow once, then forks per picture, which
costs milliseconds where a fresh interpreter costs a tenth of a second. Imports nothing of ours: what a hostile picture
could reach is what stands here. Requests and answers are JSON lines on stdin and stdout:

    {"source": path, "max_pixels": …, "large": path, "thumb": path}
    → {"kind": "JPEG", "width": …, "height": …} | {"refused": reason}
"""

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, NoReturn

from PIL import Image, ImageFile, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

LARGE_EDGE_PX = 1_600
THUMB_EDGE_PX = 320
LARGE_QUALITY = 80
THUMB_QUALITY = 72
MEMORY_BYTES = 3 << 29  # 1.5 GiB: what 50 megapixels of four bytes need as WebP, which decodes into three canvases
CPU_SECONDS = 20
OUTPUT_BYTES = 32 << 20
NICE = 10  # at a shift's end phones that wait for their answer come first, thumbnails after them

# Saving looks a plugin up by name and would load all of them; these three are all there is.
Image._initialized = 2

Opener = Callable[[BinaryIO], ImageFile.ImageFile]


class Refused(Exception):
    """This picture is not one that we keep; the argument says why, for programs."""


def main() -> None:
    os.nice(NICE)
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            _answer_and_exit(request)
        _, status = os.waitpid(child, 0)
        if status != 0:
            _say({"refused": "too_costly" if _was_limited(status) else "damaged"})


def _was_limited(status: int) -> bool:
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL, signal.SIGXFSZ)


def _answer_and_exit(request: dict[str, Any]) -> NoReturn:
    _limit(resource.RLIMIT_AS, MEMORY_BYTES)
    _limit(resource.RLIMIT_CPU, CPU_SECONDS)
    _limit(resource.RLIMIT_FSIZE, OUTPUT_BYTES)
    _limit(resource.RLIMIT_CORE, 0)
    try:
        _say(_examine(request))
    except Refused as refusal:
        _say({"refused": str(refusal)})
    except MemoryError:
        _say({"refused": "too_costly"})
    os._exit(0)


def _limit(what: int, value: int) -> None:
    resource.setrlimit(what, (value, value))


def _examine(request: dict[str, Any]) -> dict[str, Any]:
    with open(request["source"], "rb") as file:
        picture = _open(file, request["max_pixels"])
        facts = {"kind": picture.format, "width": picture.width, "height": picture.height}
        _decode(picture)
    _derive(picture, request)
    return facts


def _open(file: BinaryIO, max_pixels: int) -> ImageFile.ImageFile:
    """Let the first bytes pick the one decoder, then look at the size that the header claims."""
    head = file.read(32)
    file.seek(0)
    opener = _opener(head)
    if opener is WebPImageFile:
        _refuse_if_cut(head, file)
        _refuse_if_huge(*_webp_size(head), max_pixels)  # its constructor already allocates the canvas
    try:
        picture = opener(file)
    except MemoryError:
        raise
    except Exception as error:  # decoders raise whatever they like on hostile bytes
        raise Refused("damaged") from error
    _refuse_if_huge(picture.width, picture.height, max_pixels)
    if getattr(picture, "n_frames", 1) > 1:
        raise Refused("animated")
    return picture


def _opener(head: bytes) -> Opener:
    if head.startswith(b"\xff\xd8\xff"):
        return JpegImageFile
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PngImageFile
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WebPImageFile
    raise Refused("not_an_image")


def _webp_size(head: bytes) -> tuple[int, int]:
    """Read the canvas size from the container (RFC 9649), before any decoder sees it."""
    first = head[12:16]
    if first == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if first == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if first == b"VP8 ":
        return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
    raise Refused("damaged")


def _refuse_if_cut(head: bytes, file: BinaryIO) -> None:
    """The WebP decoder calls a short file invalid; its container says how long it meant to be."""
    if 8 + int.from_bytes(head[4:8], "little") > os.fstat(file.fileno()).st_size:
        raise Refused("truncated")


def _refuse_if_huge(width: int, height: int, max_pixels: int) -> None:
    if width * height > max_pixels:
        raise Refused("too_many_pixels")


def _decode(picture: ImageFile.ImageFile) -> None:
    """Decode every row: a picture cut short is only known at its end."""
    try:
        picture.load()
    except MemoryError:
        raise
    except Exception as error:  # decoders raise whatever they like on hostile bytes
        raise Refused("truncated" if "truncated" in str(error) else "damaged") from error


def _derive(picture: Image.Image, request: dict[str, Any]) -> None:
    """Write fresh pictures: what the original carried besides pixels does not reach them."""
    upright = _flatten(ImageOps.exif_transpose(picture))
    upright.info = {}
    for name, edge, quality in (("large", LARGE_EDGE_PX, LARGE_QUALITY), ("thumb", THUMB_EDGE_PX, THUMB_QUALITY)):
        upright.thumbnail((edge, edge), Image.Resampling.BICUBIC, reducing_gap=2.0)
        upright.save(request[name], "JPEG", quality=quality)


def _flatten(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    paper = Image.new("RGB", picture.size, "white")
    layer = picture.convert("RGBA")
    paper.paste(layer, mask=layer)
    return paper


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
