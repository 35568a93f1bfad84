"""Puts routes of plain Flask blueprints (uploads, pages) into the document: by rule, docstring and these tables."""

import re
from typing import Any

from apispec import APISpec
from flask import Flask
from werkzeug.routing import Rule

from server.api.described_uploads import UPLOADS

DOCUMENTED_PREFIXES = ("/api/", "/files", "/verify/")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ARGUMENT = re.compile(r"<(?:[^:<>]+:)?([^<>]+)>")
PAGE = {"description": "OK", "content": {"text/html": {"schema": {"type": "string"}}}}
HASH = {"in": "query", "name": "h", "schema": {"type": "string"}, "description": "the printed hash, or its beginning"}
DESCRIBED: dict[tuple[str, str], dict[str, Any]] = {
    **UPLOADS,
    ("GET", "/verify/{round_id}"): {"parameters": [HASH], "responses": {"200": PAGE}},
    ("GET", "/api/docs"): {"responses": {"200": PAGE}},
    ("GET", "/api/openapi.json"): {
        "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"type": "object"}}}}}
    },
}


def add_plain_routes(app: Flask, spec: APISpec) -> None:
    known = set(spec.to_dict()["paths"])
    for rule in app.url_map.iter_rules():
        path = ARGUMENT.sub(r"{\1}", rule.rule)
        if path.startswith(DOCUMENTED_PREFIXES) and path not in known:
            spec.path(rule=rule, operations=_operations(app, rule, path), parameters=[])


def _operations(app: Flask, rule: Rule, path: str) -> dict[str, Any]:
    view = app.view_functions[rule.endpoint]
    summary = (view.__doc__ or "").strip().split("\n")[0]
    about = {"summary": summary, "tags": [rule.endpoint.split(".")[0]]}
    methods = [
        method for method in (*METHODS, "HEAD") if (method, path) in DESCRIBED and method in (rule.methods or ())
    ]
    return {method.lower(): {**about, **DESCRIBED[method, path]} for method in methods}
