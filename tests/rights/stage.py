"""A project in which everything that an operation can be about is there: set up by the server itself, for two projects.

Round A is submitted and has an open conflict, a photo, a comment and a ticket; round B waits for approval and lacks
nothing; one operation is parked and one waits.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import select

from server.blobs import custody, store
from server.database import reading, writing
from server.links.tokens import token_hash, token_of
from server.models import AssetImport, Channel, Notice, Notification
from server.models.documents import DOCUMENT_TYPES
from server.models.job import WAITING, Job
from server.models.types import instant_text
from server.rules.ids import answer_id, conflict_id, natural_id, round_id, ticket_id
from server.rules.tags import check_character
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from server.sync.devices import new_device
from tests.support.clock import FakeClock
from tests.support.pictures import picture
from tests.support.walk import STROKES
from tests.support.world import World, new_id, operation

DAY_A, DAY_B = "2026-11-20", "2026-11-21"
PICTURE = picture("PNG", size=(40, 30))
HASH = hashlib.sha256(PICTURE).hexdigest()
PHOTO = {"asset_id": None, "check_key": None, "purpose": "item", "hash": HASH, "bytes": len(PICTURE), "width": 40,
         "height": 30, "mime": "image/png", "taken_at": f"{DAY_A}T08:00:00Z"}  # fmt: skip
CONTENT = '{"answers":[],"form":{}}'


@dataclass
class Stage:
    """Ids of what there is in one project."""

    project: str
    plan: str
    template: str
    room: str
    asset: str
    engineer: str
    round_a: str = ""
    round_b: str = ""
    ticket: str = ""
    ticket_event: str = ""
    conflict: str = ""
    conflicted: str = ""
    comment: str = ""
    photo: str = ""
    tag: str = ""
    parked: str = ""
    waiting: str = ""
    job: str = ""
    channel: str = ""
    message: str = ""
    whose: str = ""  # a person with rows of their own: who acts, or (foreign) somebody else
    shift: str = ""
    article: str = ""
    draft: str = ""
    link: str = ""
    token: str = ""
    table: str = ""  # read, not applied
    imported: str = ""
    device: str = ""  # somebody's phone
    invitation: str = ""
    invitation_token: str = ""


def set_the_stage(app: Flask, clock: FakeClock, world: World, *, foreign: bool) -> Stage:
    with app.app_context():
        if foreign:
            place = (world.foreign_room, world.foreign_asset, world.people["outsider"])
            stage = Stage(world.foreign_project, world.foreign_plan, world.template, *place)
        else:
            place = (world.room, world.recorder, world.people["engineer"])
            stage = Stage(world.project, world.plan, world.template, *place)
        _Setter(app, clock, stage).set_up(code_of("ABCDEF" if foreign else "7K3M2Q"))
    return stage


def code_of(body: str) -> str:
    """A short code with its check character."""
    last = check_character(body)
    assert last is not None, f"no code begins with {body}"
    return body + last


class _Setter:
    """Applies operations as the server's import does, on behalf of the project's engineer."""

    def __init__(self, app: Flask, clock: FakeClock, stage: Stage) -> None:
        self.app, self.clock, self.stage = app, clock, stage
        self.actor = Actor("import", "rights", on_behalf_of=stage.engineer)

    def does(self, name: str, actor: Actor | None = None, **parts: Any) -> str:
        made = operation(name, self.clock, **parts)
        (answered,) = apply_operations(actor or self.actor, [made])
        assert actor or answered.record.outcome in ("applied", "conflict"), answered.record.result
        return str(made["op"])

    def set_up(self, code: str) -> None:
        stage = self.stage
        stage.round_a, stage.round_b = self._open(DAY_A), self._open(DAY_B)
        self._answer_a()
        self._answer_b()
        stage.photo = self.does("take_photo", doc=stage.round_a, args=PHOTO, after=[])
        self._bring_picture()
        stage.comment = self.does("pin_comment", doc=stage.round_a, args={"text": "请重拍"}, after=[])
        for each in (stage.round_a, stage.round_b):
            self._submit(each)
        stage.ticket = ticket_id(stage.round_a, stage.asset, "fan")
        stage.ticket_event = self.does("set_out", doc=stage.ticket, args={}, after=[])
        stage.article = new_id()
        article = {"doc": stage.article, "type": "article", "key": {}, "set": {"title_zh": "x"}, "was": {}}
        self.does("write_article", edits=[article])
        stage.draft = new_id()
        begun = {"key": "daily", "name_zh": "名", "name_en": "Name", "based_on_id": stage.template}
        self.does("begin_draft", doc=stage.draft, args=begun, seen={})
        stage.tag = new_id()
        tag = {"asset_id": stage.asset, "code": code, "check": "ABCDEFGHIJKLMNOP"}
        self.does("issue_tag", doc=stage.tag, args=tag, seen={})
        person = Actor("person", stage.engineer)
        form = {"doc": stage.round_a, "type": "round", "set": {"cause": "x"}, "was": {}}
        stage.parked = self.does("write_form", person, edits=[form])
        rightful = Actor("person", stage.engineer, grants={stage.project: frozenset({"engineer"})})
        stage.waiting = self.does("write_form", rightful, edits=[{**form, "was": {"cause": [new_id()]}}])
        stage.job = self._fail()
        stage.channel, stage.message = self._message()
        stage.shift = new_id()
        hours = {"starts_at": f"{DAY_A}T00:00:00Z", "ends_at": f"{DAY_A}T12:00:00Z"}
        duty = {"person_id": stage.engineer, "duty": "first", **hours}
        key = {"project_id": stage.project}
        self.does("plan_shift", edits=[{"doc": stage.shift, "type": "shift", "key": key, "set": duty, "was": {}}])
        asked = {
            "purpose": "vendor",
            "recipient": "原厂商",
            "language": "zh-CN",
            "days": 7,
            "question": "电源板有备件吗？",
        }
        stage.link = self.does(
            "make_link", doc=stage.ticket, args=asked, seen=seen_of(self.app, "ticket", stage.ticket)
        )
        stage.token = token_of(stage.link)
        stage.table, stage.imported = self._read_table("read"), self._read_table("applied")

        with writing() as session:
            stage.device = new_device(session, stage.engineer, instant_text(self.clock.now())).id
        stage.invitation, stage.invitation_token = new_id(), f"invitation of {stage.project}"
        asked_in = {"project_id": stage.project, "roles": ["desk"], "days": 7}
        asked_in["token_hash"] = token_hash(stage.invitation_token)
        self.does("invite_person", doc=stage.invitation, args=asked_in, seen={})

    def _fail(self) -> str:
        """A job that keeps failing, for something that the engineer brought."""
        asked_at = instant_text(self.clock.now())
        job = Job(id=new_id(), kind="check_blob", payload={"person_id": self.stage.engineer}, due_at=asked_at)
        job.state, job.attempts, job.last_error, job.created_at = WAITING, 9, "OSError: no", asked_at
        with writing() as session:
            session.add(job)
        return job.id

    def _read_table(self, state: str) -> str:
        """A table of one asset to come, or one that has come (and gone again since)."""
        counts = {"add": 1, "change": 0, "same": 0, "refuse": 0, "places": [], "unknown_words": [], "digest": HASH}
        read_at = instant_text(self.clock.now())
        kept = AssetImport(id=new_id(), project_id=self.stage.project, by=self.stage.engineer, at=read_at, progress=0)
        kept.file_name, kept.file_hash, kept.source, kept.state = "a.csv", HASH, "table", state
        kept.columns, kept.mapping, kept.counts = [{"head": "编号", "samples": []}], {"columns": ["code"]}, counts
        with writing() as session:
            session.add(kept)
        return kept.id

    def _open(self, day: str) -> str:
        doc = round_id(self.stage.plan, day)
        args = {"plan_id": self.stage.plan, "occurrence_date": day, "template_id": self.stage.template}
        self.does("open_round", doc=doc, args=args, after=[])
        return doc

    def _message(self) -> tuple[str, str]:
        """A channel, and a message that waits for it."""
        at = instant_text(self.clock.now())
        channel = Channel(id=new_id(), project_id=self.stage.project, kind="wecom", name="群", language="en", kinds=[])
        channel.address, channel.created_at = "https://robots.example.com/x", at
        row = Notification(id=new_id(), project_id=self.stage.project, channel_id=channel.id, kind="near", args={})
        row.key, row.language, row.state, row.due_at, row.created_at = row.id, "en", "waiting", at, at
        with writing() as session:
            session.add(channel)
            session.flush()
            session.add(row)
            return channel.id, row.id

    def _answer_a(self) -> None:
        """An abnormal answer, and one that two people gave differently."""
        stage = self.stage
        fan = {"value": "abnormal", "severity": 2, "actual": "风扇停转"}
        self.does("answer_item", edits=[self._answer(stage.round_a, stage.asset, "fan", **fan)])
        self.does("answer_item", edits=[self._answer(stage.round_a, None, "whole", remark="甲")])
        other = self.does("answer_item", edits=[self._answer(stage.round_a, None, "whole", remark="乙")])
        stage.conflicted = answer_id(stage.round_a, None, "whole")
        stage.conflict = conflict_id(stage.conflicted, "remark", other)

    def _answer_b(self) -> None:
        """All that the template asks, whatever the assets of the plan are."""
        with reading() as session:
            plan = DOCUMENT_TYPES["plan"].table
            asset_ids = session.scalars(select(plan.c.asset_ids).where(plan.c.id == self.stage.plan)).one()
        b, normal = self.stage.round_b, {"value": "normal"}
        edits = [self._answer(b, None, "whole", **normal)]
        for asset in asset_ids:
            edits += [self._answer(b, asset, key, **normal) for key in ("fan", "picture")]
            edits += [self._answer(b, asset, "battery", **normal, reading="24.5")]
        self.does("answer_item", edits=edits)

    def _answer(self, round_: str, asset: str | None, key: str, **fields: Any) -> dict[str, Any]:
        cell = {"round_id": round_, "asset_id": asset, "check_key": key}
        return {"doc": answer_id(round_, asset, key), "type": "answer", "key": cell, "set": fields, "was": {}}

    def _submit(self, round_: str) -> None:
        with reading() as session:
            table = DOCUMENT_TYPES["answer"].table
            rows = session.execute(select(table).where(table.c.round_id == round_)).mappings()
            names = ("asset_id", "check_key", "value", "severity", "reading")
            answers = [{name: row[name] for name in names} for row in rows]
        content = json.dumps({"answers": answers, "form": {}}, sort_keys=True)
        for party in ("engineer", "client"):
            self.does("sign_round", doc=round_, args=signature(party, content), after=[])
        manifest: dict[str, Any] = {"answers": {}, "photos": [], "signed": []}
        self.does("submit_round", doc=round_, args={"manifest": manifest}, after=[])

    def _bring_picture(self) -> None:
        store(self.app).put(PICTURE)
        with writing() as session:
            custody.attach(session, HASH, doc_id=self.stage.photo, project_id=self.stage.project, mime="image/png")
        edit = {"doc": self.stage.asset, "type": "asset", "set": {"photo_hash": HASH}, "was": {}}
        self.does("describe_asset", edits=[edit])


def signature(party: str, content: str = CONTENT) -> dict[str, Any]:
    digest = hashlib.sha256(content.encode()).hexdigest()
    return {"party": party, "signer_name": "签名", "content": content, "content_hash": digest, "strokes": STROKES}


def seen_of_round(app: Flask, round_: str) -> dict[str, list[str]]:
    """All that is on the screen when a round is decided on, as it stands."""
    children = ("answer", "photo", "scan", "round_event", "signed_copy", "comment", "conflict")
    seen = seen_of(app, "round", round_)
    with app.app_context(), reading() as session:
        for name in children:
            table = DOCUMENT_TYPES[name].table
            for row in session.execute(select(table.c.id, table.c.writers).where(table.c.round_id == round_)):
                seen[row.id] = _all(row.writers)
    return seen


def seen_of_draft(app: Flask, draft: str) -> dict[str, list[str]]:
    """The draft with its items."""
    table = DOCUMENT_TYPES["draft_item"].table
    with app.app_context(), reading() as session:
        rows = session.execute(select(table.c.id, table.c.writers).where(table.c.draft_id == draft))
        items = {row.id: _all(row.writers) for row in rows}
    return seen_of(app, "template_draft", draft) | items


def seen_of(app: Flask, kind: str, doc: str) -> dict[str, list[str]]:
    table = DOCUMENT_TYPES[kind].table
    with app.app_context(), reading() as session:
        rows = session.execute(select(table.c.id, table.c.writers).where(table.c.id == doc))
        return {row.id: _all(row.writers) for row in rows}


def _all(writers: dict[str, list[str]]) -> list[str]:
    return sorted({op for ops in writers.values() for op in ops})


def give_notices(app: Flask, clock: FakeClock, people: Iterable[str]) -> None:
    """One in the stream of each."""
    with app.app_context(), writing() as session:
        for person in people:
            at, row_id = instant_text(clock.now()), natural_id("notice", person)
            session.add(Notice(id=row_id, person_id=person, kind="near", args={}, at=at, writers={}, rev=1))
