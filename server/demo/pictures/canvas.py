"""A drawing board for the demo's pictures: drawn large and reduced, so that edges are soft as in a photo."""

import io
import random
from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from server.reports.fonts import font_files

# Painters think in 1280 × 960; the pictures that come out are 1024 × 768, which is quicker and enough for any screen.
WIDTH, HEIGHT = 1280, 960
SCALE = 1.6
REDUCED = 2
PICTURE_WIDTH, PICTURE_HEIGHT = 1024, 768
QUALITY = 84
Colour = tuple[int, int, int] | tuple[int, int, int, int]
Box = tuple[float, float, float, float]

STEEL: Colour = (52, 58, 64)
DARK: Colour = (24, 27, 31)
PANEL: Colour = (38, 43, 49)
PALE: Colour = (214, 219, 222)
GREEN: Colour = (64, 222, 120)
AMBER: Colour = (255, 178, 40)
RED: Colour = (255, 70, 60)
BLUE: Colour = (70, 160, 255)


class Canvas:
    """A picture of `WIDTH` by `HEIGHT`, deterministic by its seed."""

    def __init__(self, seed: str, top: Colour, bottom: Colour) -> None:
        self.random = random.Random(seed)
        self.image = _graded(round(WIDTH * SCALE), round(HEIGHT * SCALE), top, bottom)
        self.draw = ImageDraw.Draw(self.image, "RGBA")

    def box(
        self, box: Box, fill: Colour, *, radius: float = 0, outline: Colour | None = None, width: float = 2
    ) -> None:
        self.draw.rounded_rectangle(_scaled(box), radius * SCALE, fill, outline, round(width * SCALE))

    def plate(self, box: Box, top: Colour, bottom: Colour, *, radius: float = 8) -> None:
        """A sheet of metal, lit from above."""
        left, upper, right, lower = (round(part) for part in _scaled(box))
        shade = _graded(right - left, lower - upper, top, bottom)
        mask = Image.new("L", shade.size, 0)
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, shade.width - 1, shade.height - 1), radius * SCALE, 255)
        self.image.paste(shade, (left, upper), mask)
        self.box(box, (0, 0, 0, 0), radius=radius, outline=(0, 0, 0, 110), width=1.5)

    def circle(
        self, x: float, y: float, r: float, fill: Colour, *, outline: Colour | None = None, width: float = 2
    ) -> None:
        self.draw.ellipse(_scaled((x - r, y - r, x + r, y + r)), fill, outline, round(width * SCALE))

    def line(self, points: Sequence[tuple[float, float]], fill: Colour, width: float) -> None:
        self.draw.line([(x * SCALE, y * SCALE) for x, y in points], fill, round(width * SCALE), joint="curve")

    def polygon(self, points: Sequence[tuple[float, float]], fill: Colour) -> None:
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill)

    def text(
        self, x: float, y: float, text: str, size: float, fill: Colour, *, anchor: str = "lm", bold: bool = False
    ) -> None:
        self.draw.text((x * SCALE, y * SCALE), text, fill, _font(round(size * SCALE), bold), anchor)

    def lamp(self, x: float, y: float, r: float, colour: Colour) -> None:
        """A lit lamp with its halo."""
        for share, alpha in ((3.2, 26), (2.3, 40), (1.6, 70)):
            self.circle(x, y, r * share, (*colour[:3], alpha))
        self.circle(x, y, r, colour)
        self.circle(x - r * 0.25, y - r * 0.3, r * 0.35, (255, 255, 255, 190))

    def slots(self, box: Box, *, step: float = 14, fill: Colour = (0, 0, 0, 150)) -> None:
        """Ventilation slots."""
        left, upper, right, lower = box
        y = upper
        while y + step * 0.5 <= lower:
            self.box((left, y, right, y + step * 0.5), fill, radius=step * 0.22)
            y += step

    def screw(self, x: float, y: float, r: float = 9) -> None:
        self.circle(x, y, r, (150, 156, 160), outline=(40, 44, 48), width=1.2)
        self.line([(x - r * 0.6, y - r * 0.2), (x + r * 0.6, y + r * 0.2)], (50, 54, 58), 2.2)

    def finished(self, *, blur: float = 0) -> bytes:
        """Reduce, soften, darken the corners, add the grain of a phone camera, and encode."""
        picture = self.image.reduce(REDUCED)
        if blur:
            picture = picture.filter(ImageFilter.GaussianBlur(blur))
        picture = Image.composite(picture, Image.new("RGB", picture.size, (8, 9, 11)), _vignette())
        picture = Image.blend(picture, _grain(), 0.045)
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=QUALITY)
        return buffer.getvalue()


def _scaled(box: Box) -> Box:
    left, upper, right, lower = box
    return left * SCALE, upper * SCALE, right * SCALE, lower * SCALE


def _graded(width: int, height: int, top: Colour, bottom: Colour) -> Image.Image:
    ramp = Image.linear_gradient("L").resize((1, max(height, 1)))
    column = Image.composite(Image.new("RGB", ramp.size, bottom[:3]), Image.new("RGB", ramp.size, top[:3]), ramp)
    return column.resize((max(width, 1), max(height, 1)), Image.Resampling.NEAREST)


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_files()[1 if bold else 0], size)


@cache
def _vignette() -> Image.Image:
    # radial_gradient is dark in the middle; light stays where the eye is, the corners lose a third.
    return (
        Image.radial_gradient("L")
        .resize((PICTURE_WIDTH, PICTURE_HEIGHT))
        .point(lambda value: 255 - int(value**2 / 255 * 0.42))
    )


@cache
def _grain() -> Image.Image:
    width, height = PICTURE_WIDTH // 2, PICTURE_HEIGHT // 2
    noise = Image.frombytes("L", (width, height), random.Random("grain").randbytes(width * height))
    return noise.resize((PICTURE_WIDTH, PICTURE_HEIGHT)).convert("RGB")
