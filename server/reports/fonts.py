"""Where the printing font lies: packed beside this file in a wheel, in the app's packages during development."""

from functools import cache
from pathlib import Path

import typst

FAMILY = "Noto Sans SC"
WEIGHTS = ("400Regular", "700Bold")
PACKED = Path(__file__).parent / "fonts"
DEVELOPMENT = Path(__file__).parents[2] / "pwa/node_modules/@expo-google-fonts/noto-sans-sc"


class FontMissing(RuntimeError):
    """The Chinese font is nowhere to be found; a record of empty squares is worse than none."""

    def __init__(self) -> None:
        super().__init__(f"no {FAMILY} font in {PACKED} nor in {DEVELOPMENT}: run `npm ci` in pwa, or reinstall")


@cache
def font_files() -> tuple[Path, ...]:
    """Return the regular and the bold file, in this order."""
    for folder in (PACKED, DEVELOPMENT):
        found = [path for weight in WEIGHTS for path in sorted(folder.glob(f"**/*_{weight}.ttf"))]
        if len(found) == len(WEIGHTS):
            return tuple(found)
    raise FontMissing


@cache
def font_book() -> typst.Fonts:
    """Load the fonts once; those of the machine stay out, or the same record would differ from host to host."""
    folders = sorted({str(path.parent) for path in font_files()})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)
