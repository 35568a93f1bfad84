"""Pictures from phones: checked in a limited process, shown only as fresh copies without metadata."""

from server.images.check import MIME_TYPES, CheckFailed, Verdict, check_image
from server.images.derived import derived_image
from server.images.sizes import DERIVED_MIME, SIZES

__all__ = ["DERIVED_MIME", "MIME_TYPES", "SIZES", "CheckFailed", "Verdict", "check_image", "derived_image"]
