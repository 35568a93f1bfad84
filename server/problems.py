"""Errors on the wire: RFC 9457 `application/problem+json`, in the reader's language."""

import errno
import logging
from typing import Any

from flask import Flask, Response, current_app, json, render_template, request
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from server.errors import (
    CATALOGUE,
    ApiError,
    BadRequest,
    InvalidInput,
    MethodNotAllowed,
    NoSpace,
    NotFound,
    ServerFault,
    TooLarge,
    Unavailable,
)
from server.language import Language, Sentence, request_language

log = logging.getLogger(__name__)

BY_STATUS = {error.status: error for error in reversed(CATALOGUE)}
LATER_SECONDS = 5
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
WRONG_FIELD = Sentence("不符合要求。", "Not as it has to be.")


def problem(error: ApiError) -> Response:
    """The answer that says this error: a page to a person's browser, a problem to everything else."""
    language = request_language()
    answer = _page(error, language) if _is_page_visit() else _json(error, language)
    answer.headers["Content-Language"] = language
    answer.headers["Cache-Control"] = "no-store"
    if error.retry_after_seconds is not None:
        answer.headers["Retry-After"] = str(error.retry_after_seconds)
    return answer


def _is_page_visit() -> bool:
    """Whether somebody opened this address by hand or by link."""
    return not request.path.startswith(("/api/", "/files")) and "text/html" in request.headers.get("Accept", "")


def _page(error: ApiError, language: Language) -> Response:
    title, detail = error.title.say(language), error.detail(language)
    page = render_template("problem.html", language=language, title=title, detail=detail)
    return Response(page, status=error.status)


def _json(error: ApiError, language: Language) -> Response:
    body: dict[str, Any] = {
        **error.facts,
        "type": f"/api/docs#{error.code}",
        "title": error.title.say(language),
        "status": error.status,
        "detail": error.detail(language),
        "code": error.code,
        "retryable": error.retryable,
    }
    if error.errors is not None:
        body["errors"] = error.errors
    # Half a surrogate pair in the name of a wrong field goes back in escapes, as it came.
    text = json.dumps(body).encode(errors="backslashreplace")
    return Response(text, status=error.status, mimetype="application/problem+json")


def say_if_full(error: OSError) -> Response:
    """For doors that take bytes: a full disk is said as such, anything else is a fault."""
    if error.errno in FULL:
        return problem(NoSpace())
    raise error


def register(app: Flask) -> None:
    app.register_error_handler(ApiError, problem)
    app.register_error_handler(HTTPException, _http_problem)
    app.register_error_handler(OperationalError, _database_problem)
    app.register_error_handler(Exception, _fault_problem)


def _http_problem(error: HTTPException) -> Response | HTTPException:
    if error.response is not None or error.code is None or error.code < 400:
        return error  # a redirection, or an answer that was ready made
    answer = problem(_translate(error, error.code))
    for name, value in error.get_headers(request.environ):
        if name in ("Allow", "WWW-Authenticate", "Retry-After"):
            answer.headers[name] = value
    return answer


def _translate(error: HTTPException, status: int) -> ApiError:
    """What Flask, Werkzeug and webargs raise, as an entry of the catalogue."""
    if status == MethodNotAllowed.status:
        return NotFound() if _is_no_door() else MethodNotAllowed(method=request.method)
    if status == TooLarge.status:
        return TooLarge(limit=request.max_content_length or 0)
    if status == InvalidInput.status:
        return InvalidInput(errors=_field_errors(getattr(error, "data", None)))
    return BY_STATUS.get(status, BadRequest if status < 500 else ServerFault)()


def _is_no_door() -> bool:
    """Whether no door of ours has this address: one that the app's own page would answer, and only a GET."""
    adapter = current_app.create_url_adapter(request)
    try:
        endpoint, _ = adapter.match(method="GET") if adapter else ("", {})
    except HTTPException:
        return False
    return endpoint == "web.get_app" and request.path.startswith("/api/")


def _field_errors(data: object) -> dict[str, list[str]]:
    """webargs keeps marshmallow's messages by place of input; ours are one entry per field, with a dotted path."""
    found: dict[str, list[str]] = {}
    messages = data.get("messages", {}) if isinstance(data, dict) else {}

    def collect(path: tuple[str, ...], part: object) -> None:
        if isinstance(part, dict):
            for key, inner in part.items():
                collect((*path, str(key)), inner)
        elif isinstance(part, list):
            found[".".join(path)] = [str(text) for text in part]

    for inner in messages.values() if isinstance(messages, dict) else ():
        collect((), inner)
    return found


def _database_problem(error: OperationalError) -> Response:
    """A busy, locked or unreachable database: nothing was changed, the phone tries again."""
    log.error("database unavailable: %s", error.orig)
    return problem(Unavailable(retry_after_seconds=LATER_SECONDS))


def _fault_problem(error: Exception) -> Response:
    log.exception("fault in %s %s", request.method, request.path, exc_info=error)
    return problem(ServerFault())
