"""Photos for paper are made once, from copies that the limited process has checked."""

import hashlib
import io

import pytest
from flask import Flask
from PIL import Image

from server.blobs import store
from server.reports.record import print_copies
from server.reports.record.print_copies import print_copy, print_edge
from tests.server.reports.printing import jpeg


def test_a_photo_is_reduced_once_and_kept(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    with app.app_context():
        sha256 = store(app).put(jpeg(size=(2000, 1500)))
        copy = print_copy(app, 900, sha256)
        assert copy is not None
        with Image.open(io.BytesIO(copy)) as image:
            assert max(image.size) == 900
        assert store(app).derived_path(sha256, "print-900.jpg").read_bytes() == copy
        monkeypatch.setattr(print_copies, "shrink", None)
        assert print_copy(app, 900, sha256) == copy


def test_bytes_that_are_no_picture_or_not_here_have_no_copy(app: Flask) -> None:
    with app.app_context():
        assert print_copy(app, 900, store(app).put(b"no picture at all")) is None
        assert print_copy(app, 900, hashlib.sha256(b"elsewhere").hexdigest()) is None


def test_a_full_disk_does_not_keep_a_record_from_coming_out(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with app.app_context():
        shelf = store(app)
        sha256 = shelf.put(jpeg(size=(1200, 900)))
        monkeypatch.setattr(type(shelf), "keep_derived", full)
        monkeypatch.setattr(print_copies, "_checked_copy", lambda *_: jpeg(size=(1200, 900)))
        assert print_copy(app, 900, sha256) is not None


def test_the_more_photos_a_record_has_the_coarser_they_are() -> None:
    edges = [print_edge(photos) for photos in (0, 60, 61, 250, 251, 900)]
    assert edges == [900, 900, 640, 640, 420, 420]
