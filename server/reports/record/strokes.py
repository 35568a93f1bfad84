"""A signature as it was written: vectors from the strokes, cropped to the ink."""

from server.rules.documents import Fields

PAD = 0.06
FARTHEST = 100_000  # units; what was taken before there was a limit is printed without the rest
Point = tuple[float, float]


def signature_svg(strokes: Fields | None) -> bytes | None:
    """Return the drawing, or None when nothing was drawn."""
    paths = [_points(path) for path in (strokes or {}).get("paths", [])]
    points = [point for path in paths for point in path]
    if not points:
        return None
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    size = max(right - left, (bottom - top) * 2, 1e-6)
    pad, pen = size * PAD, size * 0.014
    box = f"{left - pad:.2f} {top - pad:.2f} {right - left + 2 * pad:.2f} {bottom - top + 2 * pad:.2f}"
    drawn = "".join(f'<path d="{_curve(path)}"/>' for path in paths if path)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><g fill="none" stroke="#0b1f4b" '
        f'stroke-width="{pen:.3f}" stroke-linecap="round" stroke-linejoin="round">{drawn}</g></svg>'
    ).encode()


def _points(path: object) -> list[Point]:
    """Points are in the units of the pad, one scale for both directions. What is no place on a pad is left out."""
    pairs = path if isinstance(path, list) else []
    return [(float(pair[0]), float(pair[1])) for pair in pairs if _is_pair(pair)]


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) >= 2 and all(_is_place(part) for part in pair[:2])


def _is_place(part: object) -> bool:
    return isinstance(part, int | float) and abs(part) <= FARTHEST


def _curve(points: list[Point]) -> str:
    """Join the points by quadratic curves through their midpoints, as the screen does."""
    first = points[0]
    if len(points) == 1:
        return f"M{first[0]:.2f} {first[1]:.2f}h0.01"
    steps = [f"M{first[0]:.2f} {first[1]:.2f}"]
    for (x, y), (next_x, next_y) in zip(points[1:], points[2:], strict=False):
        steps.append(f"Q{x:.2f} {y:.2f} {(x + next_x) / 2:.2f} {(y + next_y) / 2:.2f}")
    steps.append(f"L{points[-1][0]:.2f} {points[-1][1]:.2f}")
    return "".join(steps)
