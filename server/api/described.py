"""Puts into the OpenAPI document what the protocol carries: documents, operations, roles and codes.

The app's TypeScript types come from there, so a column or an operation that only one side knows stops the build.
"""

from collections.abc import Iterator
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from marshmallow import Schema
from sqlalchemy import Boolean, Column, Integer
from sqlalchemy.types import TypeEngine

from server.errors import CATALOGUE
from server.models.documents import DOCUMENT_TYPES, DocumentType
from server.models.types import Day, Instant, Json
from server.sync.actor import ROLES
from server.sync.registry import REGISTRY, OperationEntry

Properties = dict[str, dict[str, Any]]


def add_protocol(spec: APISpec, converter: OpenAPIConverter) -> None:
    spec.components.schema("role", _one_of(ROLES))
    spec.components.schema("error_code", _one_of([error.code for error in CATALOGUE]))
    for document_type in DOCUMENT_TYPES.values():
        spec.components.schema(f"document_{document_type.name}", _document(document_type))
    for entry in REGISTRY.values():
        for name, schema in _schemas_of(entry):
            spec.components.schema(name, _json_schema(converter, schema))
    for_people = [entry for entry in REGISTRY.values() if entry.roles or entry.administrators]
    for kind in ("edit", "event", "decision"):
        names = sorted(entry.name for entry in for_people if entry.kind == kind)
        spec.components.schema(f"{kind}_name", _one_of(names))


def _schemas_of(entry: OperationEntry) -> Iterator[tuple[str, Schema]]:
    """The arguments of an event or decision; the fields that an edit may set, for each type of document."""
    if entry.args is not None:
        yield f"{entry.name}_args", entry.args
    for doc_type, target in entry.edits.items():
        yield f"{entry.name}_sets_in_{doc_type}", target.fields


def _json_schema(converter: OpenAPIConverter, schema: Schema) -> dict[str, Any]:
    described: dict[str, Any] = converter.schema2jsonschema(schema)  # type: ignore[no-untyped-call]  # apispec's own
    return described


def _document(document_type: DocumentType) -> dict[str, Any]:
    shown = [name for name in document_type.fields if name not in document_type.private]
    properties: Properties = {"id": {"type": "string"}}
    properties |= {name: _column(document_type.table.c[name]) for name in shown}
    return {"type": "object", "properties": properties, "required": list(properties)}


def _column(column: Column[Any]) -> dict[str, Any]:
    described = _value(column.type)
    if column.nullable and "type" in described:
        described["type"] = [described["type"], "null"]
    return described


def _value(kind: TypeEngine[Any]) -> dict[str, Any]:
    if isinstance(kind, Instant):
        return {"type": "string", "format": "date-time"}
    if isinstance(kind, Day):
        return {"type": "string", "format": "date"}
    if isinstance(kind, Boolean):
        return {"type": "boolean"}
    if isinstance(kind, Integer):
        return {"type": "integer"}
    return {} if isinstance(kind, type(Json)) else {"type": "string"}


def _one_of(names: Any) -> dict[str, Any]:
    return {"type": "string", "enum": list(names)}
