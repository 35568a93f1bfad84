"""Pictures are decoded where they can do no harm; everything else is refused by name."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from server.blobs.folder import FolderStore
from server.images import CheckFailed, Verdict, check, check_image, helper
from tests.support.pictures import bomb, opened, picture

MAX_PIXELS = 50_000_000
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path)


def look_at(store: FolderStore, data: bytes, max_pixels: int = MAX_PIXELS) -> Verdict:
    return check_image(store, store.put(data), max_pixels=max_pixels)


def derived(store: FolderStore, data: bytes, size: str) -> Image.Image:
    return opened(store.derived_path(store.put(data), f"{size}.jpg").read_bytes())


@pytest.mark.parametrize(
    ("kind", "mode", "mime"),
    [
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
        ("PNG", "RGB", "image/png"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "P", "image/png"),
        ("WEBP", "RGB", "image/webp"),
        ("WEBP", "RGBA", "image/webp"),
    ],
)
def test_the_three_kinds_are_verified(store: FolderStore, kind: str, mode: str, mime: str) -> None:
    data = picture(kind, mode=mode)
    assert look_at(store, data) == Verdict(None, mime, 640, 480)
    for size in ("thumb", "large"):
        copy = derived(store, data, size)
        assert (copy.format, copy.mode) == ("JPEG", "RGB")


def test_copies_are_no_larger_than_their_size(store: FolderStore) -> None:
    data = picture(size=(3000, 1500))
    look_at(store, data)
    assert derived(store, data, "large").size == (1600, 800)
    assert derived(store, data, "thumb").size == (320, 160)
    small = picture(size=(100, 50))
    look_at(store, small)
    assert derived(store, small, "large").size == (100, 50)


def test_copies_carry_nothing_but_pixels(store: FolderStore) -> None:
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    data = picture(exif=exif.tobytes(), comment=b"and when", icc_profile=b"profile of a camera")
    look_at(store, data)
    for size in ("thumb", "large"):
        copy = store.derived_path(store.put(data), f"{size}.jpg").read_bytes()
        assert opened(copy).getexif() == {}
        assert not [word for word in (b"where I live", b"and when", b"profile of") if word in copy]


def test_a_picture_that_lies_on_its_side_is_turned_upright(store: FolderStore) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = picture(size=(200, 100), exif=exif.tobytes())
    look_at(store, data)
    assert derived(store, data, "large").size == (100, 200)


def test_transparency_becomes_paper(store: FolderStore) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (50, 50), (255, 0, 0, 0)).save(out, "PNG")
    look_at(store, out.getvalue())
    assert derived(store, out.getvalue(), "thumb").getpixel((25, 25)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP", "ICO", "PPM"])
def test_other_kinds_are_refused(store: FolderStore, kind: str) -> None:
    assert look_at(store, picture(kind)).reason == "not_an_image"


@pytest.mark.parametrize("data", [b"", b"\xff", b"hello", SVG, b"<html>", b"%PDF-1.7", b"RIFF\0\0\0\0WAVEfmt "])
def test_what_is_no_picture_is_refused(store: FolderStore, data: bytes) -> None:
    assert look_at(store, data).reason == "not_an_image"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_picture_cut_short_is_refused(store: FolderStore, kind: str, share: float) -> None:
    data = picture(kind)
    assert look_at(store, data[: int(len(data) * share)]).reason == "truncated"


@pytest.mark.parametrize("head", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x04\0\0\0WEBPVP8 "])
def test_a_beginning_alone_is_no_picture(store: FolderStore, head: bytes) -> None:
    assert look_at(store, head + bytes(100)).reason in ("damaged", "truncated")


def test_a_picture_with_rotten_bytes_is_refused(store: FolderStore) -> None:
    data = bytearray(picture("PNG"))
    data[len(data) // 2] ^= 0xFF
    assert look_at(store, bytes(data)).reason == "damaged"


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_refused(store: FolderStore, kind: str) -> None:
    frames = [Image.new("RGB", (50, 50), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    assert look_at(store, out.getvalue()).reason == "animated"


def test_a_decompression_bomb_is_refused_by_what_its_header_says(store: FolderStore) -> None:
    data = bomb()
    assert len(data) < 1_000_000
    assert look_at(store, data).reason == "too_many_pixels"


@pytest.mark.parametrize("lossless", [True, False])
def test_a_webp_is_measured_before_its_decoder_is_asked(store: FolderStore, lossless: bool) -> None:
    data = picture("WEBP", lossless=lossless)
    assert look_at(store, data, max_pixels=640 * 480 - 1).reason == "too_many_pixels"
    assert look_at(store, data, max_pixels=640 * 480).is_verified


def test_a_webp_that_says_it_is_huge_is_not_decoded(store: FolderStore) -> None:
    exif = Image.Exif()
    exif[0x010E] = "a longer container"
    data = bytearray(picture("WEBP", exif=exif.tobytes()))
    assert data[12:16] == b"VP8X"
    data[24:30] = b"\xfe\x3f\x00" * 2  # 16383 each way
    assert look_at(store, bytes(data)).reason == "too_many_pixels"


def test_a_picture_that_needs_too_much_memory_is_refused_and_the_next_one_is_not(store: FolderStore) -> None:
    assert look_at(store, bomb(40_000), max_pixels=2_000_000_000).reason == "too_costly"
    assert look_at(store, picture()).is_verified


def test_a_name_for_a_file_says_nothing_about_it(store: FolderStore) -> None:
    """A JPEG is found out by its bytes, whatever mime was declared."""
    assert look_at(store, picture("PNG")).mime == "image/png"


def test_a_decoder_that_hangs_is_killed_and_the_picture_is_looked_at_later(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helper, "PATIENCE_SECONDS", 0.0)
    with pytest.raises(CheckFailed):
        look_at(store, picture(size=(4000, 3000)))
    monkeypatch.undo()
    assert look_at(store, picture(size=(4000, 3000))).is_verified


def test_a_decoder_that_died_is_started_again(store: FolderStore) -> None:
    look_at(store, picture())
    check._helper().stop()
    assert look_at(store, picture()).is_verified


def test_the_decoder_knows_nothing_of_our_surroundings() -> None:
    process = check._helper()._running()
    assert Path(f"/proc/{process.pid}/environ").read_bytes() == b""
    answer = json.loads(helper._exchange(process, b'{"source": "/dev/null", "max_pixels": 1}\n'))
    assert answer == {"refused": "not_an_image"}
