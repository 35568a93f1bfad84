"""Puts routes of plain Flask blueprints (pictures, PDFs, uploads) into the document, by rule and docstring."""

import re
from typing import Any

from apispec import APISpec
from flask import Flask
from werkzeug.routing import Rule

DOCUMENTED_PREFIXES = ("/api/", "/files", "/verify/")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ARGUMENT = re.compile(r"<(?:[^:<>]+:)?([^<>]+)>")


def add_plain_routes(app: Flask, spec: APISpec) -> None:
    known = set(spec.to_dict()["paths"])
    for rule in app.url_map.iter_rules():
        path = ARGUMENT.sub(r"{\1}", rule.rule)
        if path.startswith(DOCUMENTED_PREFIXES) and path not in known:
            spec.path(rule=rule, operations=_operations(app, rule), parameters=[])


def _operations(app: Flask, rule: Rule) -> dict[str, Any]:
    view = app.view_functions[rule.endpoint]
    summary = (view.__doc__ or "").strip().split("\n")[0]
    answers = {"200": {"description": "OK"}, "default": {"$ref": "#/components/responses/DEFAULT_ERROR"}}
    tag = rule.endpoint.split(".")[0]
    operation = {"summary": summary, "tags": [tag], "responses": answers}
    return {method.lower(): operation for method in METHODS if method in (rule.methods or ())}
