"""The sizes in which a picture is shown."""

from typing import Final

SIZES: Final = ("thumb", "large")
DERIVED_MIME: Final = "image/jpeg"


def derived_name(size: str) -> str:
    return f"{size}.jpg"
