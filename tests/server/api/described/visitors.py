"""Who sends what the document describes: a person of each role, or nobody; and ids that are really there."""

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Flask
from schemathesis import Case
from werkzeug.wsgi import ClosingIterator

from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.rights.stage import HASH, PICTURE, Stage
from tests.support.clock import FakeClock
from tests.support.tus_phone import TusPhone, metadata
from tests.support.world import operation

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

NOBODY, REVOKED = "nobody", "engineer, device revoked"
ROLES = ("engineer", "supervisor", "desk", "client", "outsider", REVOKED, NOBODY)
SIGNS_OUT = ("DELETE", "/api/session")


def wholly(app: Flask) -> "WSGIApplication":
    """The app, whose answers are read to their end."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
        with closing(ClosingIterator(app(environ, start_response), [])) as parts:
            return list(parts)

    return answer


def _phone(app: Flask, role: str) -> TusPhone:
    return TusPhone(app, role.partition(",")[0])


def _revoke(app: Flask, device_id: str) -> None:
    made = operation("revoke_device", FakeClock(), args={"device_id": device_id, "reason": "x"}, seen={})
    with app.app_context():
        (answered,) = apply_operations(Actor("cli", "test"), [made])
    assert answered.record.outcome == "applied", answered.record.result


@dataclass
class Visitor:
    """`known` are values of parameters that are there; whether this role may see them is the server's to say."""

    app: Flask
    role: str
    known: dict[str, str]
    phone: TusPhone | None

    @classmethod
    def of(cls, app: Flask, role: str, stage: Stage) -> "Visitor":
        known = {"round_id": stage.round_b, "project_id": stage.project, "asset_id": stage.asset,
                 "ticket_id": stage.ticket, "photo_id": stage.photo,
                 "template_id": stage.template, "import_id": stage.table,
                 "device_id": "d_nobody", "upload_id": "nothing",
                 "token": "guessed"}  # fmt: skip
        phone = None if role == NOBODY else _phone(app, role)
        if role == REVOKED and phone is not None:
            _revoke(app, phone.device_id)
        return cls(app, role, known, phone)

    def cookies(self, method: str, path: str) -> dict[str, str]:
        """Signing out is done by a session of its own: the next request is signed in again."""
        if self.phone is None:
            return {}
        phone = _phone(self.app, self.role) if (method, path) == SIGNS_OUT else self.phone
        return {"roundsman_session": phone.cookie() or ""}

    def points_to_what_is_there(self, case: Case[Any]) -> None:
        """Ids that exist, a device that is the person's own, a file that was declared as it has to be."""
        case.path_parameters = {name: self._value(name) for name in case.path_parameters}
        if "Upload-Metadata" in case.headers:
            case.headers["Upload-Metadata"] = metadata(hash=HASH, mime="image/png")
            case.headers.update({"Upload-Length": str(len(PICTURE)), "Tus-Resumable": "1.0.0"})
        body = case.body
        if isinstance(body, dict) and "device" in body and "schema" in body and self.phone is not None:
            case.body = {**body, "device": self.phone.device_id}

    def _value(self, name: str) -> str:
        """Of uploads one that was just begun, of devices one that was just signed in: they may be gone after this."""
        if self.phone is not None and name == "upload_id":
            return self.phone.begin(PICTURE).rpartition("/")[2]
        if self.phone is not None and name == "device_id":
            return str(_phone(self.app, self.role).device_id)
        return self.known[name]
