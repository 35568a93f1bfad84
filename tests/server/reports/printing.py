"""Print a file and read the paper back, as a person would copy text from it."""

import io
import re

from PIL import Image
from pypdf import PdfReader

from server.reports.record.file import RoundFile
from server.reports.record.print_copies import shrink
from server.reports.record.rendering import record_pdf
from server.reports.words import Language

ORIGIN = "https://rounds.example.com"


def jpeg(colour: str = "teal", size: tuple[int, int] = (64, 48)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG")
    return buffer.getvalue()


PICTURE = jpeg()


def print_record(file: RoundFile, language: Language = "zh-CN", blob: bytes | None = PICTURE) -> bytes:
    copy = None if blob is None else shrink(blob, 900)
    return record_pdf(file, language=language, read_print=lambda _hash: copy, origin=ORIGIN)


def text_of(pdf: bytes) -> str:
    """All text without blanks: where a line breaks on paper says nothing about its content."""
    return re.sub(r"[\s\u200b]", "", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def images_of(pdf: bytes) -> int:
    return sum(len(page.images) for page in PdfReader(io.BytesIO(pdf)).pages)


def printed_text(file: RoundFile, language: Language = "zh-CN", blob: bytes | None = PICTURE) -> str:
    return text_of(print_record(file, language, blob))
