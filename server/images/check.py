"""Is this file a picture that we keep? If so, its thumb and its large copy are made at the same time."""

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from server.blobs import Store
from server.images.helper import Helper, HelperFailed
from server.images.sizes import SIZES, derived_name

MIME_TYPES: Final = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


class CheckFailed(Exception):
    """It could not be found out now; nothing is wrong with the picture. Try again later."""


@dataclass(frozen=True)
class Verdict:
    """What the bytes are (`mime`, size), or why they are not a picture that we keep (`reason`).

    Reasons: not_an_image (no JPEG, PNG or WebP), truncated, damaged, animated, too_many_pixels, too_costly.
    """

    reason: str | None = None
    mime: str | None = None
    width: int | None = None
    height: int | None = None

    @property
    def is_verified(self) -> bool:
        return self.reason is None


def check_image(store: Store, sha256: str, *, max_pixels: int) -> Verdict:
    """Decode a blob in the limited process; keep its derivatives if it is one of ours. Doing it twice is harmless."""
    with tempfile.TemporaryDirectory(prefix="roundsman-image-") as folder:
        made = {size: Path(folder, derived_name(size)) for size in SIZES}
        try:
            answer = _helper().ask(
                {
                    "source": str(store.path(sha256)),
                    "max_pixels": max_pixels,
                    **{size: str(path) for size, path in made.items()},
                }
            )
        except HelperFailed as error:
            raise CheckFailed(str(error)) from error
        if "refused" in answer:
            return Verdict(reason=answer["refused"])
        for size, path in made.items():
            _keep(store, path, sha256, derived_name(size))
    return Verdict(None, MIME_TYPES[answer["kind"]], answer["width"], answer["height"])


def _keep(store: Store, made: Path, sha256: str, name: str) -> None:
    with store.receive() as incoming:
        incoming.write(made.read_bytes())
        store.keep_derived(incoming, sha256, name)


@cache
def _helper() -> Helper:
    """One decoding process for this process, whatever apps it holds: it keeps nothing between pictures."""
    return Helper()
