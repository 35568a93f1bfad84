"""Print the record of one round: read in one snapshot, then typeset with no transaction open."""

from flask import Flask, current_app

from server.blobs import store
from server.config import current_config
from server.database import reading
from server.reports.record.collect import round_file
from server.reports.record.file import RoundFile
from server.reports.record.pictures import ReadBlob
from server.reports.record.printed import printed_record
from server.reports.typesetting import typeset
from server.reports.words import Language

HASH_SHOWN = 16


def record_pdf(file: RoundFile, *, language: Language, read_blob: ReadBlob, origin: str) -> bytes:
    printed = printed_record(file, language=language, read_blob=read_blob, verify_url=verify_url(file, origin))
    return typeset("record.typ", printed.data, pictures=printed.pictures, dated=printed.dated)


def verify_url(file: RoundFile, origin: str) -> str:
    """Where anyone can ask whether this is the sealed record; the address carries the start of its hash."""
    shown = str(file.seal["hash"])[:HASH_SHOWN] if file.seal else ""
    return f"{origin.rstrip('/')}/verify/{file.round['id']}?h={shown}"


def print_round(round_id: str, language: Language) -> bytes | None:
    """Return the PDF, or None when there is no such round. Whoever calls has judged the rights."""
    with reading() as session:
        file = round_file(session, round_id)
    if file is None:
        return None
    read_blob = blob_reader(current_app._get_current_object())  # type: ignore[attr-defined]  # the proxy's own way out
    return record_pdf(file, language=language, read_blob=read_blob, origin=current_config().tag_origin)


def blob_reader(app: Flask) -> ReadBlob:
    """Read verified bytes; those that are gone from the shelf are named in the record as missing."""

    def read(sha256: str) -> bytes | None:
        try:
            with store(app).open(sha256) as blob:
                return blob.read()
        except FileNotFoundError:
            return None

    return read
