"""For each route a request that is right in itself: what it gets is a matter of rights alone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.rights.stage import HASH, PICTURE, Stage
from tests.support.tus_phone import BODY, metadata
from tests.support.world import PASSWORD

FORM = b'"survey"\n,"type","name","label"\n,"text","a","A"\n'
NEWCOMER = {
    "name": "new.one",
    "password": PASSWORD,
    "display_name_zh": "新",
    "display_name_en": "New",
    "language": "en",
}
TUS = {"Tus-Resumable": "1.0.0"}


@dataclass
class Visit:
    """What is sent. `upload` is one that the person began, or (foreign project) one of somebody else."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)
    json: Any = None
    data: bytes | None = None


@dataclass(frozen=True)
class Visitor:
    name: str
    device: str
    upload: str
    signs_out: str


Builder = Callable[[Stage, Visitor], Visit]


def plain(path: str) -> Builder:
    return lambda stage, who: Visit(path)


def cursors(stage: Stage) -> dict[str, Any]:
    return {f"project:{stage.project}": {"e": "e", "s": 0}}


def push(stage: Stage, who: Visitor) -> Visit:
    return Visit("/api/sync/v1/push", json={"device": who.device, "schema": 1, "ops": []})


def pull(stage: Stage, who: Visitor) -> Visit:
    return Visit("/api/sync/v1/pull", json={"device": who.device, "schema": 1, "cursors": cursors(stage)})


def sign_in(stage: Stage, who: Visitor) -> Visit:
    return Visit("/api/session", json={"name": who.name, "password": PASSWORD})


def begin(stage: Stage, who: Visitor) -> Visit:
    declared = metadata(hash=HASH, mime="image/png")
    return Visit("/files", {**TUS, "Upload-Length": str(len(PICTURE)), "Upload-Metadata": declared})


def append(stage: Stage, who: Visitor) -> Visit:
    return Visit(f"/files/{who.upload}", {**TUS, "Upload-Offset": "0", "Content-Type": BODY}, data=PICTURE[:5])


def append_by_post(stage: Stage, who: Visitor) -> Visit:
    visit = append(stage, who)
    return Visit(visit.path, {**visit.headers, "X-HTTP-Method-Override": "HEAD"})


def rescue(stage: Stage, who: Visitor) -> Visit:
    """Whose work it is, the file's own seal says: any signed-in person may carry it. This one is no such file."""
    return Visit("/api/rescue", {"Content-Type": "application/zip"}, data=b"no rescue file")


def of_upload(stage: Stage, who: Visitor) -> Visit:
    return Visit(f"/files/{who.upload}", TUS)


VISITS: dict[str, Builder] = {
    "GET /": plain("/"),
    "GET /<path:path>": plain("/rounds"),
    "GET /api/config": plain("/api/config"),
    "GET /api/docs": plain("/api/docs"),
    "GET /api/health": plain("/api/health"),
    "GET /api/openapi.json": plain("/api/openapi.json"),
    "POST /api/rescue": rescue,
    "POST /api/xlsforms": lambda *_: Visit("/api/xlsforms", data=FORM),
    "GET /api/templates/<uuid:template_id>/xlsform.xlsx": lambda s, _: Visit(
        f"/api/templates/{s.template}/xlsform.xlsx"
    ),
    "POST /api/session": sign_in,
    "GET /api/session": plain("/api/session"),
    "DELETE /api/session": plain("/api/session"),
    "GET /api/projects/<uuid:project_id>/phones": lambda s, _: Visit(f"/api/projects/{s.project}/phones"),
    "GET /api/welcome/<token>": plain("/api/welcome/guessed"),
    "POST /api/welcome": lambda *_: Visit("/api/welcome", json={"token": "guessed", **NEWCOMER}),
    "GET /api/join/<token>": lambda s, _: Visit(f"/api/join/{s.invitation_token}"),
    "POST /api/join": lambda s, _: Visit("/api/join", json={"token": "guessed", "person": NEWCOMER}),
    "GET /api/devices": plain("/api/devices"),
    "DELETE /api/devices/<device_id>": lambda _, who: Visit(f"/api/devices/{who.signs_out}"),
    "POST /api/sync/v1/push": push,
    "POST /api/sync/v1/pull": pull,
    "GET /api/assets/<uuid:asset_id>/image": lambda s, _: Visit(f"/api/assets/{s.asset}/image?size=original"),
    "GET /api/assets/<uuid:asset_id>/history": lambda s, _: Visit(f"/api/assets/{s.asset}/history"),
    "GET /api/assets/<uuid:asset_id>/readings": lambda s, _: Visit(f"/api/assets/{s.asset}/readings"),
    "GET /api/projects/<uuid:project_id>/assets": lambda s, _: Visit(f"/api/projects/{s.project}/assets?text=ups"),
    "GET /api/projects/<uuid:project_id>/assets/ids": lambda s, _: Visit(f"/api/projects/{s.project}/assets/ids"),
    "GET /api/projects/<uuid:project_id>/assets.xlsx": lambda s, _: Visit(f"/api/projects/{s.project}/assets.xlsx"),
    "GET /api/projects/<uuid:project_id>/assets.csv": lambda s, _: Visit(f"/api/projects/{s.project}/assets.csv"),
    "GET /api/projects/<uuid:project_id>/places/counts": lambda s, _: Visit(f"/api/projects/{s.project}/places/counts"),
    "GET /api/projects/<uuid:project_id>/retired-tickets": lambda s, _: Visit(
        f"/api/projects/{s.project}/retired-tickets"
    ),
    "GET /api/tickets/<uuid:ticket_id>": lambda s, _: Visit(f"/api/tickets/{s.ticket}"),
    "GET /api/photos/<uuid:photo_id>/image": lambda s, _: Visit(f"/api/photos/{s.photo}/image?size=original"),
    "GET /api/projects/<uuid:project_id>/attention": lambda s, _: Visit(f"/api/projects/{s.project}/attention"),
    "GET /api/projects/<uuid:project_id>/board": lambda s, _: Visit(f"/api/projects/{s.project}/board"),
    "GET /api/projects/<uuid:project_id>/review-statistics": lambda s, _: Visit(
        f"/api/projects/{s.project}/review-statistics"
    ),
    "GET /api/projects/<uuid:project_id>/board/figures": lambda s, _: Visit(f"/api/projects/{s.project}/board/figures"),
    "GET /api/projects/<uuid:project_id>/proposal": lambda s, _: Visit(
        f"/api/projects/{s.project}/proposal?asset={s.asset}&severity=2"
    ),
    "GET /api/projects/<uuid:project_id>/contacts": lambda s, _: Visit(f"/api/projects/{s.project}/contacts"),
    "GET /api/projects/<uuid:project_id>/recent": lambda s, _: Visit(
        f"/api/projects/{s.project}/recent?phone=13800000001&asset={s.asset}"
    ),
    "GET /api/projects/<uuid:project_id>/channels": lambda s, _: Visit(f"/api/projects/{s.project}/channels"),
    "GET /api/projects/<uuid:project_id>/records": lambda s, _: Visit(f"/api/projects/{s.project}/records"),
    "GET /api/projects/<uuid:project_id>/labels.pdf": lambda s, _: Visit(f"/api/projects/{s.project}/labels.pdf"),
    "GET /api/projects/<uuid:project_id>/imports": lambda s, _: Visit(f"/api/projects/{s.project}/imports"),
    "POST /api/projects/<uuid:project_id>/imports": lambda s, _: Visit(
        f"/api/projects/{s.project}/imports?name=a.csv",
        {"Content-Type": "application/octet-stream"},
        data="编号,名称\nA-1,某物\n".encode(),
    ),
    "GET /api/projects/<uuid:project_id>/imports/<uuid:import_id>": lambda s, _: Visit(
        f"/api/projects/{s.project}/imports/{s.table}"
    ),
    "POST /api/projects/<uuid:project_id>/imports/<uuid:import_id>/mapping": lambda s, _: Visit(
        f"/api/projects/{s.project}/imports/{s.table}/mapping", json={"columns": ["code"]}
    ),
    "POST /api/projects/<uuid:project_id>/labels.pdf": lambda s, _: Visit(
        f"/api/projects/{s.project}/labels.pdf", json={"asset": [s.asset]}
    ),
    "GET /api/roster/feed": plain("/api/roster/feed"),
    "POST /api/roster/feed": plain("/api/roster/feed"),
    "GET /api/roster.ics": lambda s, _: Visit(f"/api/roster.ics?token={s.engineer}.guessed"),
    "GET /api/rounds/<uuid:round_id>": lambda s, _: Visit(f"/api/rounds/{s.round_a}"),
    "GET /api/rounds/<uuid:round_id>/record.pdf": lambda s, _: Visit(f"/api/rounds/{s.round_a}/record.pdf"),
    "GET /api/tickets/<uuid:ticket_id>/links": lambda s, _: Visit(f"/api/tickets/{s.ticket}/links"),
    "GET /api/tickets/<uuid:ticket_id>/report.pdf": lambda s, _: Visit(f"/api/tickets/{s.ticket}/report.pdf"),
    "GET /l/<token>": lambda s, _: Visit(f"/l/{s.token}"),
    "POST /l/<token>": lambda s, _: Visit(f"/l/{s.token}"),
    "GET /l/<token>/photos/<uuid:photo_id>": lambda s, _: Visit(f"/l/{s.token}/photos/{s.photo}"),
    "GET /verify/<uuid:round_id>": lambda s, _: Visit(f"/verify/{s.round_a}"),
    "OPTIONS /files": lambda s, _: Visit("/files", TUS),
    "POST /files": begin,
    "OPTIONS /files/<upload_id>": of_upload,
    "HEAD /files/<upload_id>": of_upload,
    "PATCH /files/<upload_id>": append,
    "POST /files/<upload_id>": append_by_post,
    "DELETE /files/<upload_id>": of_upload,
}
