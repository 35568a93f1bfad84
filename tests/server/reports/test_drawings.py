"""Signatures and marks become vectors from numbers alone."""

import xml.etree.ElementTree as ElementTree

import pytest

from server.reports.record.marks import mark_texts, marks_svg
from server.reports.record.strokes import signature_svg

HOSTILE = {"width": 100, "height": 50, "paths": [[[0.1, 0.2], ['"/><script>', 1], [None, 2], [0.9, 0.8, 0.5]], "x", []]}


def test_a_signature_is_drawn_from_its_points_and_from_nothing_else() -> None:
    drawing = signature_svg(HOSTILE)
    assert drawing is not None
    ElementTree.fromstring(drawing)
    assert b"script" not in drawing


@pytest.mark.parametrize("strokes", [None, {}, {"width": 1, "height": 1, "paths": []}])
def test_no_strokes_are_no_drawing(strokes: dict[str, object] | None) -> None:
    assert signature_svg(strokes) is None


def test_a_single_dot_is_drawn() -> None:
    drawing = signature_svg({"width": 300, "height": 100, "paths": [[[0.5, 0.5]]]})
    assert drawing is not None
    assert b"M150.00 50.00" in drawing


def test_marks_outside_the_picture_are_drawn_at_its_edge() -> None:
    drawing = marks_svg({"marks": [{"kind": "draw", "points": [[-3, 0.5], [9, 0.5]]}]}, 4 / 3)
    assert drawing is not None
    assert b"M0.0 500.0L1333.3 500.0" in drawing


def test_texts_are_set_as_text_and_not_drawn() -> None:
    markup = {"marks": [{"kind": "text", "points": [[0.2, 0.3]], "text": "<b>"}]}
    assert marks_svg(markup, 1.0) is None
    assert mark_texts(markup) == [{"x": 0.2, "y": 0.3, "text": "<b>"}]
