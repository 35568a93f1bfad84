"""The routes of tus 1.0.0 for the document: headers that are read, headers that come back."""

from typing import Any

from server.sync.tus.checksum import ALGORITHMS
from server.sync.tus.headers import BODY_TYPE, MAX_DIGITS, VERSION

Described = dict[str, Any]

COUNT = {"type": "string", "pattern": rf"^[0-9]{{1,{MAX_DIGITS}}}$"}
BYTES = {"content": {BODY_TYPE: {"schema": {"type": "string", "format": "binary"}}}}


def _header(name: str, schema: Described, *, required: bool = False) -> Described:
    return {"in": "header", "name": name, "required": required, "schema": schema}


def _answer(description: str, *names: str) -> Described:
    headers = {name: {"schema": RETURNED[name]} for name in ("Tus-Resumable", *names)}
    return {"description": description, "headers": headers}


RETURNED: dict[str, Described] = {
    "Tus-Resumable": {"type": "string", "enum": [VERSION]},
    "Location": {"type": "string", "format": "uri-reference"},
    "Upload-Offset": {"type": "integer", "minimum": 0},
    "Upload-Length": {"type": "integer", "minimum": 0},
    "Upload-Metadata": {"type": "string"},
    "Upload-Defer-Length": {"type": "integer", "enum": [1]},
    "Upload-Expires": {"type": "string"},
}
RESUMABLE = _header("Tus-Resumable", {"type": "string", "enum": [VERSION]}, required=True)
METADATA = _header("Upload-Metadata", {"type": "string", "maxLength": 1000}, required=True)
OFFSET = _header("Upload-Offset", COUNT, required=True)
LENGTH = _header("Upload-Length", COUNT)
DEFERRED = _header("Upload-Defer-Length", {"type": "string", "enum": ["1"]})
CHECKSUM = _header("Upload-Checksum", {"type": "string", "pattern": f"^({'|'.join(ALGORITHMS)}) [A-Za-z0-9+/]+=*$"})
OVERRIDE = _header("X-HTTP-Method-Override", {"type": "string", "enum": ["PATCH", "DELETE", "HEAD"]}, required=True)

KEPT = _answer("The piece is kept", "Upload-Offset", "Upload-Expires")
FAR = _answer("How far it is", "Upload-Offset", "Upload-Length", "Upload-Metadata", "Upload-Defer-Length",
              "Upload-Expires")  # fmt: skip
APPEND = [RESUMABLE, OFFSET, LENGTH, CHECKSUM]

UPLOADS: dict[tuple[str, str], Described] = {
    ("POST", "/files"): {
        "parameters": [RESUMABLE, METADATA, LENGTH, DEFERRED, CHECKSUM],
        "requestBody": BYTES,
        "responses": {"201": _answer("Begun; its address is in Location", "Location", "Upload-Offset")},
    },
    ("HEAD", "/files/{upload_id}"): {"parameters": [RESUMABLE], "responses": {"200": FAR}},
    ("PATCH", "/files/{upload_id}"): {"parameters": APPEND, "requestBody": BYTES, "responses": {"204": KEPT}},
    ("DELETE", "/files/{upload_id}"): {"parameters": [RESUMABLE], "responses": {"204": _answer("Given up")}},
    ("POST", "/files/{upload_id}"): {
        "parameters": [RESUMABLE, OVERRIDE, {**OFFSET, "required": False}, LENGTH, CHECKSUM],
        "requestBody": BYTES,
        "responses": {"200": FAR, "204": KEPT},
    },
}
