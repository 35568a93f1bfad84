"""Signatures and marks become vectors from numbers alone."""

import xml.etree.ElementTree as ElementTree

import pytest

from server.reports.record.marks import mark_texts, marks_svg
from server.reports.record.strokes import signature_svg

HOSTILE = {"width": 100, "height": 50, "paths": [[[10, 10], ['"/><script>', 1], [None, 2], [90, 40, 0.5]], "x", []]}


def test_a_signature_is_drawn_from_its_points_and_from_nothing_else() -> None:
    drawing = signature_svg(HOSTILE)
    assert drawing is not None
    ElementTree.fromstring(drawing)
    assert b"script" not in drawing


@pytest.mark.parametrize("strokes", [None, {}, {"width": 1, "height": 1, "paths": []}])
def test_no_strokes_are_no_drawing(strokes: dict[str, object] | None) -> None:
    assert signature_svg(strokes) is None


def test_a_single_dot_is_drawn() -> None:
    drawing = signature_svg({"width": 300, "height": 100, "paths": [[[150, 50]]]})
    assert drawing is not None
    assert b"M150.00 50.00" in drawing


def test_a_signature_is_printed_in_the_proportions_it_was_written_in() -> None:
    """A stroke at 45° on a pad twice as wide as high, in the pad's own units as the phone sends it (regression)."""
    drawing = signature_svg({"width": 328, "height": 164, "paths": [[[0, 0], [100, 100]]]})
    assert drawing is not None
    assert b"M0.00 0.00L100.00 100.00" in drawing


@pytest.mark.parametrize("far", [1e308, -1e308, float("inf"), float("nan"), 10**400])
def test_what_was_stored_far_from_any_pad_is_left_out(far: float) -> None:
    """(regression)"""
    near = {"width": 300, "height": 120, "paths": [[[10, 10], [50, 60]]]}
    with_far = {"width": 1e308, "height": 1e308, "paths": [[[10, 10], [far, 20], [30, far], [50, 60]], [[far, far]]]}
    assert signature_svg(with_far) == signature_svg(near)


def test_marks_outside_the_picture_are_drawn_at_its_edge() -> None:
    drawing = marks_svg({"marks": [{"kind": "draw", "points": [[-3, 0.5], [9, 0.5]]}]}, 4 / 3)
    assert drawing is not None
    assert b"M0.0 500.0L1333.3 500.0" in drawing


def test_texts_are_set_as_text_and_not_drawn() -> None:
    markup = {"marks": [{"kind": "text", "points": [[0.2, 0.3]], "text": "<b>"}]}
    assert marks_svg(markup, 1.0) is None
    assert mark_texts(markup) == [{"x": 0.2, "y": 0.3, "text": "<b>"}]
