"""What Chromium's fake camera sees: a file that is read anew each time the camera opens.

Y4M, because Chromium plays it without a decoder; a label is printed, photographed askew and a little noisy.
"""

import io
from pathlib import Path

import qrcode
from PIL import Image, ImageDraw, ImageFilter, ImageOps

WIDTH, HEIGHT, FRAMES = 640, 480, 4
FACE = (38, 44, 46)
LABEL = (246, 244, 236)


class FakeCamera:
    """`shows(...)` changes what the next opening of the camera sees."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "camera.y4m"
        self.shows()

    def shows(self, *codes: str) -> None:
        """A machine's front with these labels on it, side by side; none is a bare front."""
        picture = _front()
        size = 260 if len(codes) < 2 else 220
        for k, code in enumerate(codes):
            label = _label(code, size).rotate(3 - 5 * k, expand=True, fillcolor=FACE, resample=Image.Resampling.BICUBIC)
            left = (WIDTH - len(codes) * (size + 60)) // 2 + k * (size + 60) + 30
            picture.paste(label, (left, (HEIGHT - label.height) // 2))
        _write_y4m(self.path, picture.filter(ImageFilter.GaussianBlur(0.6)))

    def films(self, picture: bytes) -> None:
        """A scene: an image file, cut to the camera's shape."""
        scene = Image.open(io.BytesIO(picture)).convert("RGB")
        _write_y4m(self.path, ImageOps.fit(scene, (WIDTH, HEIGHT)))


def _front() -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT), FACE)
    draw = ImageDraw.Draw(picture)
    for y in range(20, HEIGHT, 34):
        draw.rectangle((16, y, WIDTH - 16, y + 22), outline=(70, 78, 80), width=2)
        draw.ellipse((WIDTH - 50, y + 7, WIDTH - 42, y + 15), fill=(80, 200, 120))
    return picture


def _label(text: str, size: int) -> Image.Image:
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4, box_size=8)
    code.add_data(text)
    code.make(fit=True)
    drawn = code.make_image(fill_color="black", back_color="white").get_image().convert("RGB")
    label = Image.new("RGB", (size, size), LABEL)
    label.paste(drawn.resize((size - 16, size - 16), Image.Resampling.LANCZOS), (8, 8))
    return label


def _write_y4m(path: Path, picture: Image.Image) -> None:
    luma, blue, red = picture.convert("YCbCr").split()
    half = (WIDTH // 2, HEIGHT // 2)
    planes = luma.tobytes() + blue.resize(half).tobytes() + red.resize(half).tobytes()
    header = f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420mpeg2\n".encode()
    fresh = path.with_suffix(".new")
    fresh.write_bytes(header + (b"FRAME\n" + planes) * FRAMES)
    fresh.replace(path)
