"""A round walked by a wire phone, step by step, for tests that start after it."""

import hashlib
import json
from typing import Any

from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.models import Photo
from server.rules.ids import natural_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.support.wire_phone import WirePhone
from tests.support.world import DAY, operation

STROKES = {"width": 300, "height": 120, "paths": [[[10, 10], [50, 60], [90, 20]]]}
HASH = hashlib.sha256(b"a picture").hexdigest()


def open_round(phone: WirePhone) -> dict[str, Any]:
    world = phone.world
    args = {"plan_id": world.plan, "occurrence_date": DAY, "template_id": world.template}
    return phone.does("open_round", doc=world.round, args=args, after=[])


def answer_all(phone: WirePhone, **fan: Any) -> dict[str, Any]:
    """Everything normal in one operation, but for what `fan` says of the fan."""
    world = phone.world
    return phone.does(
        "answer_item",
        edits=[
            phone.edit(world.ups, "fan", **{"value": "normal", **fan}),
            phone.edit(world.ups, "battery", value="normal", reading="24.5"),
            phone.edit(world.recorder, "picture", value="normal"),
            phone.edit(None, "whole", value="normal"),
        ],
    )


def take_photo(phone: WirePhone, **args: Any) -> dict[str, Any]:
    world = phone.world
    facts = {"bytes": 9, "width": 4, "height": 3, "mime": "image/jpeg", "taken_at": f"{DAY}T08:00:00Z"}
    about = {"asset_id": world.ups, "check_key": "fan", "purpose": "item", "hash": HASH}
    return phone.does("take_photo", doc=world.round, args={**about, **facts, **args}, after=[])


def verify_photos(app: Flask, phone: WirePhone) -> None:
    """As the image check's job does it."""
    with app.app_context():
        with reading() as session:
            photos = list(session.scalars(select(Photo.id)))
        verdict = {"hash": HASH, "state": "verified", "reason": None}
        operations = [
            {**operation("verify_blob", phone.clock, doc=photo, args=verdict), "op": natural_id("verified", photo)}
            for photo in photos
        ]
        apply_operations(Actor("job", "check_blob"), operations)


def sign(phone: WirePhone, party: str) -> dict[str, Any]:
    """Sign what the phone shows now."""
    names = ("asset_id", "check_key", "value", "severity", "reading", "seen", "indication", "actual", "remark",
             "na_reason", "unmeasurable_reason")  # fmt: skip
    form = ("problem", "solution", "cause", "equipment", "suggestion", "remark")
    phone.pull()
    shown = phone.base[phone.world.round]["fields"]
    answers = [{name: row[name] for name in names} for row in phone.sees("answer")]
    content = json.dumps({"answers": answers, "form": {name: shown[name] for name in form}}, sort_keys=True)
    args = {
        "party": party,
        "signer_name": f"{party} 签名",
        "content": content,
        "content_hash": hashlib.sha256(content.encode()).hexdigest(),
        "strokes": STROKES,
    }
    return phone.does("sign_round", doc=phone.world.round, args=args, after=heads(phone))


def submit(phone: WirePhone) -> dict[str, Any]:
    phone.pull()
    manifest: dict[str, Any] = {"answers": {}, "photos": [], "signed": [row["id"] for row in phone.sees("signed_copy")]}
    return phone.does("submit_round", doc=phone.world.round, args={"manifest": manifest}, after=heads(phone))


def walk(phone: WirePhone, **fan: Any) -> None:
    """Open, answer, both signatures, submit."""
    for result in (open_round(phone), answer_all(phone, **fan), sign(phone, "engineer"), sign(phone, "client")):
        assert result["outcome"] == "applied", result
    assert submit(phone)["outcome"] == "applied"
    phone.pull()


def approve(phone: WirePhone, **args: Any) -> dict[str, Any]:
    phone.pull()
    return phone.does("approve_round", doc=phone.world.round, args=args, seen=phone.seen_of_round())


def send_back(phone: WirePhone, text: str = "请重拍") -> dict[str, Any]:
    world = phone.world
    pinned = phone.does(
        "pin_comment", doc=world.round, args={"asset_id": world.ups, "check_key": "fan", "text": text}, after=[]
    )
    phone.pull()
    args = {"comment_ids": [pinned["op"]], "reasons": {pinned["op"]: "photo_unclear"}, "note": "其余都好"}
    return phone.does("send_back", doc=world.round, args=args, seen=phone.seen_of_round())


def heads(phone: WirePhone) -> list[str]:
    """The newest events of the round that this phone was shown."""
    events = phone.sees("round_event")
    named = {op for event in events for op in event["after"]}
    return sorted(event["id"] for event in events if event["id"] not in named)


def round_of(phone: WirePhone) -> dict[str, Any]:
    fields: dict[str, Any] = phone.pull().base[phone.world.round]["fields"]
    return fields
