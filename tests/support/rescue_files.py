"""Rescue files as a phone writes them, and as nobody should."""

import hashlib
import hmac
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.support.wire_phone import HEADERS, WirePhone


@dataclass
class RescueFile:
    """What a phone puts into one; `lies` replaces members of the manifest after it was sealed."""

    operations: Sequence[Mapping[str, Any]] = ()
    photos: Sequence[bytes] = ()
    lies: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    packed: bool = False
    leave_out: Sequence[bytes] = ()
    swap: dict[bytes, bytes] = field(default_factory=dict)

    def saved_on(self, phone: WirePhone) -> bytes:
        session = phone.client.get("/api/session").get_json()
        manifest = {
            "format": "roundsman-rescue/1",
            "person": session["person"]["id"],
            "device": session["rescue"]["device"],
            "made_at": "2026-03-02T09:00:00.000+08:00",
            "operations": [
                {"schema": 1, "receipt": None, "body": {name: part for name, part in body.items() if name != "n"}}
                for body in self.operations
            ],
            "photos": [{"hash": _hash(photo), "bytes": len(photo)} for photo in self.photos],
            **self.claims,
        }
        sealed = json.dumps(manifest).encode()
        seal = hmac.digest(bytes.fromhex(session["rescue"]["key"]), sealed, hashlib.sha256).hex()
        told = json.dumps({**manifest, **self.lies}).encode()
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if self.packed else zipfile.ZIP_STORED) as archive:
            archive.writestr("manifest.json", told)
            archive.writestr("manifest.seal", seal)
            for photo in self.photos:
                if photo not in self.leave_out:
                    archive.writestr(f"photos/{_hash(photo)}", self.swap.get(photo, photo))
        return file.getvalue()


def hand_in(phone: WirePhone, file: bytes, *, language: str = "zh-CN") -> tuple[int, dict[str, Any]]:
    headers = {**HEADERS, "Content-Type": "application/zip", "Accept-Language": language}
    answer = phone.client.post("/api/rescue", data=file, headers=headers)
    body: dict[str, Any] = answer.get_json()
    return answer.status_code, body


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
