"""Signatures for the demo: invented pen strokes, three characters wide, that look written and are nobody's."""

import math
import random
from typing import Any

WIDTH, HEIGHT = 340.0, 150.0


def signature_strokes(seed: str) -> dict[str, Any]:
    """Return strokes as the pad stores them, in its own units; the same seed signs the same way."""
    pen = random.Random(f"signature/{seed}")
    paths = [stroke for character in range(3) for stroke in _character(pen, 40 + character * 92, 30)]
    return {"width": WIDTH, "height": HEIGHT, "paths": paths}


def _character(pen: random.Random, left: float, top: float) -> list[list[list[float]]]:
    """A few strokes in a square of 80: sideways, down, and a sweep, as in running hand."""
    strokes = []
    for number in range(pen.randint(3, 5)):
        sideways = number % 2 == 0
        start = (left + pen.uniform(0, 30), top + pen.uniform(5, 65))
        length, angle = pen.uniform(34, 62), pen.uniform(-0.35, 0.1) if sideways else pen.uniform(1.2, 2.0)
        strokes.append(_stroke(pen, start, length, angle))
    return strokes


def _stroke(pen: random.Random, start: tuple[float, float], length: float, angle: float) -> list[list[float]]:
    bend, hook = pen.uniform(-0.5, 0.5), pen.random() < 0.45
    points = []
    for step in range(13):
        share = step / 12
        turn = angle + bend * math.sin(share * math.pi)
        x, y = start[0] + length * share * math.cos(turn), start[1] + length * share * math.sin(turn)
        if hook and step > 9:
            x, y = x - (step - 9) * 4.5, y - (step - 9) * 3
        points.append([_within(x, WIDTH), _within(y, HEIGHT)])
    return points


def _within(length: float, whole: float) -> float:
    return round(min(max(length, whole * 0.01), whole * 0.99), 1)
