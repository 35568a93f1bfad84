"""Print the record of one round: read in one snapshot, then typeset with no transaction open."""

from functools import partial

from flask import current_app

from server.config import current_config
from server.database import reading
from server.reports.record.collect import round_file
from server.reports.record.file import RoundFile
from server.reports.record.pictures import ReadPrint
from server.reports.record.print_copies import print_copy, print_edge
from server.reports.record.printed import printed_record
from server.reports.typesetting import typeset
from server.reports.words import Language

HASH_SHOWN = 16


def record_pdf(file: RoundFile, *, language: Language, read_print: ReadPrint, origin: str) -> bytes:
    printed = printed_record(file, language=language, read_print=read_print, verify_url=verify_url(file, origin))
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
    origin = current_config().tag_origin
    read_print = partial(print_copy, current_app, print_edge(len(file.photos)))
    return record_pdf(file, language=language, read_print=read_print, origin=origin)
