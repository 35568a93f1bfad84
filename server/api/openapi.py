"""The OpenAPI 3.1 document, made from the schemas that are enforced, and a page to read it."""

from copy import deepcopy
from typing import Any

from flask import Blueprint, Flask, Response, current_app, json, render_template
from flask_smorest import Api
from marshmallow import INCLUDE, Schema, fields, validate

from server.api.described import add_protocol
from server.api.refusals import CHANGING, add_refusals, needs_sign_in
from server.api.undocumented import add_plain_routes
from server.errors import CATALOGUE
from server.guard import HEADER, HEADER_VALUE
from server.signed_in import COOKIE
from server.version import VERSION

SUMMARY = """\
Everything that changes the state of a round, a ticket or an asset is an operation sent to `/api/sync/v1/push`; \
all else here reads, renders or carries the bytes of photos. Every state-changing request carries the header \
`X-Roundsman: 1`. Errors are `application/problem+json`; `retryable` says whether the same request may be sent \
again by itself."""


class ProblemSchema(Schema):
    """Facts of an error (a limit, an offset) are members too."""

    class Meta:
        unknown = INCLUDE

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    code = fields.String(required=True, validate=validate.OneOf([error.code for error in CATALOGUE]))
    retryable = fields.Boolean(required=True)
    errors = fields.Dict(keys=fields.String(), values=fields.List(fields.String()))


class DocumentedApi(Api):
    """flask-smorest with our errors: `server.problems` answers, and this is their shape."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_ERROR_RESPONSE_NAME = None  # each operation says which refusals it knows
    DEFAULT_RESPONSE_CONTENT_TYPE = "application/json"

    def _register_error_handlers(self) -> None:
        """None of its own."""


def make_api(app: Flask) -> DocumentedApi:
    app.config.update(API_TITLE="Roundsman", API_VERSION=VERSION, OPENAPI_VERSION="3.1.0")
    info = {"description": SUMMARY}
    documented = DocumentedApi(app, spec_kwargs={"info": info, "servers": [{"url": "/"}]})
    cookie = {"type": "apiKey", "in": "cookie", "name": COOKIE}
    documented.spec.components.security_scheme("session", cookie)
    return documented


def register(app: Flask, documented: DocumentedApi) -> None:
    """Serve the document. Comes last: it describes the routes that are registered by then."""
    pages = Blueprint("openapi", __name__, url_prefix="/api")

    @pages.get("/openapi.json")
    def get_openapi() -> Response:
        """This document."""
        return Response(document_text(current_app), mimetype="application/json")

    @pages.get("/docs")
    def get_docs() -> str:
        """The page that shows this document to people."""
        return render_template("docs.html", document=document_of(current_app), catalogue=CATALOGUE)

    app.register_blueprint(pages)
    add_plain_routes(app, documented.spec)
    converter = documented.ma_plugin.converter
    assert converter is not None  # made when the document was
    add_protocol(documented.spec, converter)
    app.extensions["openapi"] = documented


def document_of(app: Flask) -> dict[str, Any]:
    documented: DocumentedApi = app.extensions["openapi"]
    return _with_the_guard(add_refusals(deepcopy(documented.spec.to_dict())))


def document_text(app: Flask) -> str:
    """The document as it is served, and as the app's types are generated from."""
    return json.dumps(document_of(app), indent=1, ensure_ascii=False, sort_keys=False) + "\n"


def _with_the_guard(document: dict[str, Any]) -> dict[str, Any]:
    """What every state-changing request carries, and who has to be signed in."""
    ours = {"in": "header", "name": HEADER, "required": True, "schema": {"type": "string", "enum": [HEADER_VALUE]}}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            if method in CHANGING:
                operation["parameters"] = [*operation.get("parameters", []), ours]
            if needs_sign_in(path, method):
                operation["security"] = [{"session": []}]
    return document
