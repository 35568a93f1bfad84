"""What kind of file it is, told by its first bytes: its name says nothing."""

import io
import zipfile

from server.imports import delimited, refused, workbook
from server.imports.refused import NotATable
from server.imports.sheet import Sheet

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_PAGE = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")


def open_sheet(data: bytes) -> Sheet:
    """The sheet with the table. Raises NotATable with the sentence that helps."""
    if len(data) > refused.MAX_FILE_BYTES:
        raise refused.too_large()
    start = data[:512]
    if not data.strip():
        raise NotATable(refused.EMPTY)
    if start.startswith(_OLD):
        raise NotATable(refused.OLD_EXCEL)
    if start.startswith(_PICTURES):
        raise NotATable(refused.PICTURE)
    if start.startswith((b"%PDF", b"{\\rtf")):
        raise NotATable(refused.DOCUMENT)
    if start.startswith(b"PK"):
        return workbook.read(data, _archive(data))
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE):
        raise NotATable(refused.WEB_PAGE)
    return delimited.read(data)


def _archive(data: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise NotATable(refused.DAMAGED) from error
    names = set(archive.namelist())
    if not any(name.startswith("xl/") for name in names):
        raise NotATable(refused.DOCUMENT if "[Content_Types].xml" in names else refused.NO_TEXT)
    return archive
