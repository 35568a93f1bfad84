"""Pictures and what only looks like one."""

import io
from typing import Any

from PIL import Image


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 480), mode: str = "RGB", **options: Any) -> bytes:
    """A gradient: it has rows that differ, so that a cut shows."""
    band = Image.linear_gradient("L").resize(size)
    out = io.BytesIO()
    Image.merge("RGB", [band, band.transpose(Image.Transpose.ROTATE_180), band]).convert(mode).save(
        out, kind, **options
    )
    return out.getvalue()


def bomb(side: int = 30_000) -> bytes:
    """A PNG of a few kilobytes that decodes into a gigabyte."""
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))
