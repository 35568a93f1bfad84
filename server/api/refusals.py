"""Which refusals each operation of the document can answer with; a test sends all kinds of requests to find others.

Every one of them is `application/problem+json` (server/problems.py).
"""

from http import HTTPStatus
from typing import Any

from server.errors import CATALOGUE

Operation = dict[str, Any]

ALWAYS = (500, 503)
PUBLIC = ("/api/config", "/api/health", "/api/openapi.json", "/api/docs", "/verify/{round_id}", "/api/roster.ics")
OPENS_OR_CLOSES = (
    ("/api/session", "post"),
    ("/api/session", "delete"),
    ("/api/welcome", "post"),
    ("/api/welcome/{token}", "get"),
    ("/api/join", "post"),
    ("/api/join/{token}", "get"),
)
OWN = {
    ("/api/roster.ics", "get"): (404,),
    ("/api/session", "get"): (401,),
    ("/api/session", "post"): (400, 401, 413, 429),
    ("/api/session", "delete"): (),
    ("/api/welcome/{token}", "get"): (410, 429),
    ("/api/welcome", "post"): (400, 404, 410, 413, 422, 429),
    ("/api/join/{token}", "get"): (410, 429),
    ("/api/join", "post"): (400, 401, 404, 409, 410, 413, 422, 429),
    ("/api/sync/v1/push", "post"): (400, 401, 413, 415, 422),
    ("/api/sync/v1/pull", "post"): (400, 401, 413, 415, 422),
    ("/api/photos/{photo_id}/image", "get"): (400, 401, 403),
    ("/api/assets/{asset_id}/image", "get"): (400, 401, 403),
    ("/api/rescue", "post"): (400, 401, 403, 413, 415, 422, 507),
    ("/api/xlsforms", "post"): (400, 401, 403, 413, 422),
    ("/api/projects/{project_id}/imports", "post"): (400, 401, 403, 413, 415, 422, 507),
    ("/api/projects/{project_id}/imports/{import_id}/mapping", "post"): (400, 401, 403, 409, 413, 415, 422),
    ("/files", "post"): (400, 401, 412, 413, 415, 429, 460, 507),
    ("/files/{upload_id}", "post"): (400, 401, 405, 409, 410, 412, 413, 415, 460, 507),
    ("/files/{upload_id}", "patch"): (400, 401, 409, 410, 412, 413, 415, 460, 507),
    ("/files/{upload_id}", "head"): (401, 410, 412),
    ("/files/{upload_id}", "delete"): (401, 410, 412),
}
CHANGING = ("post", "patch", "delete")
PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
PAGE = {"text/html": {"schema": {"type": "string"}}}


def add_refusals(document: dict[str, Any]) -> dict[str, Any]:
    """Put them into each operation, by status."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            answers = operation["responses"]
            for status in _statuses(path, method, operation):
                answers[str(status)] = _answer(status, path, method)
            operation["responses"] = {status: answers[status] for status in sorted(answers)}
    return document


def needs_sign_in(path: str, method: str) -> bool:
    return path not in PUBLIC and (path, method) not in OPENS_OR_CLOSES


def _statuses(path: str, method: str, operation: Operation) -> tuple[int, ...]:
    found = OWN.get((path, method), (401, 403) if needs_sign_in(path, method) else ())
    found += (403,) if method in CHANGING else ()
    found += (404,) if "{" in path else ()
    found += (422,) if "422" in operation["responses"] else ()
    return (*found, *ALWAYS)


def _answer(status: int, path: str, method: str) -> dict[str, Any]:
    if method == "head":
        return {"description": _title(status)}
    content = PROBLEM if path.startswith(("/api/", "/files")) else PROBLEM | PAGE
    return {"description": _title(status), "content": content}


def _title(status: int) -> str:
    """Where one status stands for several errors they are all named."""
    named = [error.title.say("en") for error in CATALOGUE if error.status == status]
    return " / ".join(named) or HTTPStatus(status).phrase
