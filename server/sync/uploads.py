"""The door for photo bytes: tus 1.0.0 at /files (docs/photos.md). The steps are in `tus/`."""

from flask import Blueprint, Response, request
from werkzeug.http import http_date

from server.config import current_config
from server.database import writing
from server.errors import MethodNotAllowed, PreconditionFailed
from server.models.types import parse_instant
from server.models.upload import OPEN
from server.problems import say_if_full
from server.signed_in import signed_in_or_depositing
from server.sync.tus import headers
from server.sync.tus.append import Piece, append
from server.sync.tus.body import refuse_if_longer
from server.sync.tus.checksum import ALGORITHMS, checksum_of_request
from server.sync.tus.create import Creation, create, create_whole, refuse_if_too_large
from server.sync.tus.hold import take
from server.sync.tus.metadata import read_metadata
from server.sync.tus.terminate import terminate
from server.sync.tus.turnstile import one_of_few

blueprint = Blueprint("uploads", __name__, url_prefix="/files")
blueprint.register_error_handler(OSError, say_if_full)


@blueprint.route("", methods=["OPTIONS"], provide_automatic_options=False)
@blueprint.route("/<upload_id>", methods=["OPTIONS"], provide_automatic_options=False)
def say_what_is_spoken(upload_id: str | None = None) -> Response:
    answer = Response(status=204)
    answer.headers["Tus-Version"] = headers.VERSION
    answer.headers["Tus-Extension"] = headers.EXTENSIONS
    answer.headers["Tus-Max-Size"] = str(current_config().max_photo_bytes)
    answer.headers["Tus-Checksum-Algorithm"] = ",".join(ALGORITHMS)
    return answer


@blueprint.route("", methods=["POST"], provide_automatic_options=False)
def create_upload() -> Response:
    """Begin an upload; the first bytes, or all of them, may come along."""
    who = signed_in_or_depositing()
    headers.require_version()
    asked = Creation(who, read_metadata(request.headers.get("Upload-Metadata", "")), headers.length_of_creation())
    refuse_if_too_large(asked.length)
    if not headers.has_body():
        return _created(create(asked), 0)
    _refuse_large_piece()
    if asked.length and request.content_length == asked.length:
        with one_of_few():
            return _created(create_whole(asked, checksum_of_request()), asked.length)
    with one_of_few():
        upload_id = create(asked)
        progress = append(upload_id, who, Piece(0, None, checksum_of_request()), current_config().max_photo_bytes)
    return _created(upload_id, progress.offset)


@blueprint.route("/<upload_id>", methods=["POST"], provide_automatic_options=False)
def act_for_those_who_can_only_post(upload_id: str) -> Response:
    """The override of the tus core: some networks let no PATCH and no DELETE through."""
    acts = {"PATCH": append_to_upload, "DELETE": terminate_upload, "HEAD": describe_upload}
    act = acts.get(request.headers.get("X-HTTP-Method-Override", ""))
    if act is None:
        raise MethodNotAllowed(method=request.method)
    return act(upload_id)


@blueprint.route("/<upload_id>", methods=["HEAD"], provide_automatic_options=False)
def describe_upload(upload_id: str) -> Response:
    """How far it is. Whoever asks is about to go on, so an older request ends here (P23)."""
    who = signed_in_or_depositing()
    headers.require_version()
    with writing() as session:
        hold = take(session, upload_id, who)
    answer = Response(status=200)
    answer.headers["Upload-Offset"] = str(hold.offset)
    answer.headers["Upload-Metadata"] = hold.metadata_text
    headers.say_length(answer.headers, hold.length)
    _say_expiry(answer, hold.expires_at if hold.state == OPEN else None)
    return answer


@blueprint.route("/<upload_id>", methods=["PATCH"], provide_automatic_options=False)
def append_to_upload(upload_id: str) -> Response:
    """Take the next piece, at the offset where the last one ended."""
    who = signed_in_or_depositing()
    headers.require_version()
    headers.require_body_type()
    piece = Piece(headers.needed_number("Upload-Offset"), headers.whole_number("Upload-Length"), checksum_of_request())
    _refuse_large_piece()
    with one_of_few():
        progress = append(upload_id, who, piece, current_config().max_photo_bytes)
    answer = Response(status=204)
    answer.headers["Upload-Offset"] = str(progress.offset)
    _say_expiry(answer, progress.expires_at)
    return answer


@blueprint.route("/<upload_id>", methods=["DELETE"], provide_automatic_options=False)
def terminate_upload(upload_id: str) -> Response:
    """Give an upload up; what came so far is forgotten."""
    who = signed_in_or_depositing()
    headers.require_version()
    terminate(upload_id, who)
    return Response(status=204)


@blueprint.after_request
def _say_version(answer: Response) -> Response:
    answer.headers["Tus-Resumable"] = headers.VERSION
    answer.headers.setdefault("Cache-Control", "no-store")
    if answer.status_code == PreconditionFailed.status:
        answer.headers["Tus-Version"] = headers.VERSION
    return answer


def _refuse_large_piece() -> None:
    limit = current_config().max_chunk_bytes
    refuse_if_longer(limit)
    request.max_content_length = limit


def _created(upload_id: str, offset: int) -> Response:
    answer = Response(status=201)
    answer.headers["Location"] = f"{blueprint.url_prefix}/{upload_id}"
    answer.headers["Upload-Offset"] = str(offset)
    return answer


def _say_expiry(answer: Response, expires_at: str | None) -> None:
    if expires_at is not None:
        answer.headers["Upload-Expires"] = http_date(parse_instant(expires_at))
