"""What was drawn on a photo, as a vector layer over it; the picture itself is never touched."""

import math
from collections.abc import Iterable

from server.reports.record.strokes import Point
from server.rules.documents import Fields

COLOUR = "#e8112d"
UNITS = 1000.0


def marks_svg(markup: Fields | None, ratio: float) -> bytes | None:
    """Return rings, arrows and strokes in the photo's shape (`ratio` = width : height); texts are set by Typst."""
    width, height = UNITS * ratio, UNITS
    drawn = "".join(filter(None, (_path(mark, width, height) for mark in _marks(markup))))
    if not drawn:
        return None
    size = max(width, height)
    # One colour with a white edge stays readable on any picture.
    layers = "".join(
        f'<g fill="none" stroke="{colour}" stroke-width="{size * share:.1f}" stroke-linecap="round" '
        f'stroke-linejoin="round">{drawn}</g>'
        for colour, share in (("#fff", 0.014), (COLOUR, 0.008))
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {height:.1f}">{layers}</svg>'.encode()


def mark_texts(markup: Fields | None) -> list[dict[str, object]]:
    """Return the written marks with their place as a share of the picture."""
    return [
        {"x": _clamped(mark["points"][0][0]), "y": _clamped(mark["points"][0][1]), "text": str(mark.get("text") or "")}
        for mark in _marks(markup)
        if mark["kind"] == "text" and mark.get("text")
    ]


def _marks(markup: Fields | None) -> Iterable[Fields]:
    return [mark for mark in (markup or {}).get("marks", []) if mark.get("points")]


def _path(mark: Fields, width: float, height: float) -> str | None:
    points = [(_clamped(point[0]) * width, _clamped(point[1]) * height) for point in mark["points"]]
    match mark["kind"]:
        case "ring":
            return _ring(points)
        case "arrow":
            return _arrow(points[0], points[-1], max(width, height) * 0.035)
        case "draw":
            return f'<path d="{_line(points)}"/>'
    return None


def _ring(points: list[Point]) -> str:
    """An ellipse in the box between two opposite corners."""
    (left, top), (right, bottom) = points[0], points[-1]
    radii = f'rx="{abs(right - left) / 2:.1f}" ry="{abs(bottom - top) / 2:.1f}"'
    return f'<ellipse cx="{(left + right) / 2:.1f}" cy="{(top + bottom) / 2:.1f}" {radii}/>'


def _arrow(tail: Point, tip: Point, head: float) -> str:
    angle = math.atan2(tip[1] - tail[1], tip[0] - tail[0])
    wings = [(tip[0] - head * math.cos(angle + turn), tip[1] - head * math.sin(angle + turn)) for turn in (-0.5, 0.5)]
    return f'<path d="{_line([tail, tip])}{_line([wings[0], tip, wings[1]])}"/>'


def _line(points: list[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _clamped(share: object) -> float:
    return min(max(float(share), 0.0), 1.0) if isinstance(share, int | float) else 0.0
