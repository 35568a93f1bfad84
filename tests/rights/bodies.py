"""For each operation a body that is valid on the stage: whatever is refused is refused for rights alone."""

from collections.abc import Callable
from typing import Any

from flask import Flask

from server.rules.ids import answer_id, finding_id, member_id, natural_id, preference_id, round_id
from server.rules.sla_policy import default_policy
from tests.rights.stage import DAY_A, HASH, PHOTO, Stage, code_of, seen_of, seen_of_draft, seen_of_round, signature
from tests.support.world import new_id, template_items

Parts = dict[str, Any]
Body = Callable[[Stage, Flask, str], Parts]

NAMES = {"name_zh": "名", "name_en": "Name"}
CHECK = "ABCDEFGHIJKLMNOP"


def edit(kind: str, doc: str, key: Parts | None = None, /, **fields: Any) -> Parts:
    return {"edits": [{"doc": doc, "type": kind, "key": key, "set": fields, "was": {}}]}


def act(doc: str | None, /, **args: Any) -> Parts:
    return {"doc": doc, "args": args}


def answer(stage: Stage, *_: object) -> Parts:
    cell = {"round_id": stage.round_a, "asset_id": stage.asset, "check_key": "picture"}
    return edit("answer", answer_id(stage.round_a, stage.asset, "picture"), cell, value="normal")


def member(stage: Stage, _: Flask, other: str) -> Parts:
    key = {"project_id": stage.project, "person_id": other}
    names = {"display_name_zh": "甲", "display_name_en": "A", "roles": ["engineer"]}
    return edit("member", member_id(stage.project, other), key, **names)


def opened(stage: Stage, *_: object) -> Parts:
    day = "2026-11-23"
    return act(round_id(stage.plan, day), plan_id=stage.plan, occurrence_date=day, template_id=stage.template)


def person(*_: object) -> Parts:
    return act(None, person_id=new_id(), name="a.new.one", display_name_zh="甲", display_name_en="A", language="en")


def template(*_: object) -> Parts:
    return act(new_id(), key="other", version=1, **NAMES, resign="never", items=template_items())


def settle(stage: Stage, app: Flask, _: str) -> Parts:
    seen = seen_of(app, "answer", stage.conflicted) | seen_of(app, "conflict", stage.conflict)
    return act(stage.conflicted, field="remark", choice="keep", conflicts=[stage.conflict]) | {"seen": seen}


def shift(stage: Stage, *_: object) -> Parts:
    hours = {"starts_at": "2026-11-22T00:00:00Z", "ends_at": "2026-11-22T12:00:00Z"}
    return edit("shift", new_id(), {"project_id": stage.project}, person_id=stage.engineer, duty="first", **hours)


BODIES: dict[str, Body] = {
    "answer_item": answer,
    "write_form": lambda s, *_: edit("round", s.round_a, cause="x"),
    "add_to_round": lambda s, *_: edit("round", s.round_a, extra_asset_ids={"add": [s.asset]}),
    "mark_photo": lambda s, *_: edit("photo", s.photo, markup={"width": 4, "height": 3, "marks": []}),
    "grade_ticket": lambda s, *_: edit("ticket", s.ticket, severity=1),
    "describe_project": lambda s, *_: edit("project", s.project, contract_number="HT-1"),
    "describe_member": member,
    "describe_place": lambda s, *_: edit("place", s.room, code="A"),
    "describe_asset": lambda s, *_: edit("asset", s.asset, brand="x"),
    "describe_route_point": lambda s, *_: edit(
        "route_point", new_id(), {"project_id": s.project, "asset_id": s.asset}, ordinal=1, **NAMES
    ),
    "describe_plan": lambda s, *_: edit("plan", s.plan, due_time="17:00"),
    "describe_calendar_day": lambda s, *_: edit(
        "calendar_day",
        new_id(),
        {"project_id": s.project},
        day="2027-01-01",
        until="2027-01-03",
        kind="holiday",
        **NAMES,
    ),
    "keep_scope": lambda s, *_: act(s.plan),
    "miss_round": lambda s, *_: act(s.round_a),
    "open_round": opened,
    "plan_round": opened,
    "scan_asset": lambda s, *_: act(s.round_a, asset_id=s.asset, tag_id=s.tag, raw="x", method="typed"),
    "take_photo": lambda s, *_: act(s.round_a, **PHOTO),
    "withdraw_photo": lambda s, *_: act(s.photo, reason="x"),
    "declare_photo_lost": lambda s, app, _: act(s.photo, reason="x") | {"seen": seen_of(app, "photo", s.photo)},
    "pass_threshold": lambda s, *_: act(s.ticket),
    "verify_blob": lambda s, *_: act(s.photo, hash=PHOTO["hash"], state="verified"),
    "sign_round": lambda s, *_: act(s.round_a, **signature("engineer")),
    "submit_round": lambda s, *_: act(s.round_a, manifest={"answers": {}, "photos": [], "signed": []}),
    "pin_comment": lambda s, *_: act(s.round_a, asset_id=s.asset, check_key="fan", text="x"),
    "withdraw_comment": lambda s, *_: act(s.comment),
    "send_back": lambda s, app, _: (
        act(s.round_a, comment_ids=[s.comment], reasons={s.comment: "other"}) | {"seen": seen_of_round(app, s.round_a)}
    ),
    "take_review": lambda s, *_: act(s.round_a),
    "leave_review": lambda s, *_: act(s.round_a),
    "approve_round": lambda s, app, _: act(s.round_b) | {"seen": seen_of_round(app, s.round_b)},
    "comment_ticket": lambda s, *_: act(s.ticket, text="x"),
    "resolve_ticket": lambda s, *_: act(
        s.ticket, findings=[finding_id(s.round_a, s.asset, "fan")], solution="x", how="fixed"
    ),
    "raise_ticket": lambda s, *_: act(
        new_id(), project_id=s.project, source="call", title="x", asset_id=s.asset, kind="power", severity=3
    ),
    "report_fault": lambda s, *_: act(new_id(), project_id=s.project, title="x"),
    "report_again": lambda s, *_: act(s.ticket, text="x"),
    "answer_reporter": lambda s, *_: act(s.ticket, how="phone", text="x"),
    "accept_ticket": lambda s, *_: act(s.ticket),
    "set_out": lambda s, *_: act(s.ticket),
    "arrive_at_ticket": lambda s, *_: act(s.ticket, scan={"code": None, "method": "unreadable", "raw": None}),
    "guide_by_phone": lambda s, *_: act(s.ticket, reason="x"),
    "diagnose_ticket": lambda s, *_: act(s.ticket, cause="x", complexity="complex"),
    "need_part": lambda s, *_: act(s.ticket, text="x", quantity=2),
    "place_spare": lambda s, *_: act(s.ticket, text="x"),
    "pause_ticket": lambda s, *_: act(s.ticket, reason="access"),
    "continue_ticket": lambda s, *_: act(s.ticket),
    "hand_over_ticket": lambda s, *_: act(s.ticket, tried="x", to_person_id=s.engineer),
    "escalate_ticket": lambda s, *_: act(s.ticket, to_tier=2, tried="x"),
    "record_session": lambda s, *_: act(s.ticket, people="x", conclusion="x"),
    "take_back": lambda s, *_: act(s.ticket, event=s.ticket_event, reason="x"),
    "withdraw_ticket": lambda s, *_: act(s.ticket, reason="x"),
    "raise_problem": lambda s, *_: act(s.ticket, title="x"),
    "reopen_ticket": lambda s, *_: act(s.ticket, reason="x"),
    "assign_ticket": lambda s, app, _: (
        act(s.ticket, assignee_ids=[s.engineer]) | {"seen": seen_of(app, "ticket", s.ticket)}
    ),
    "plan_shift": shift,
    "cancel_shift": lambda s, *_: act(s.shift),
    "register_contact": lambda s, *_: act(s.project, channel="call", caller_name="x", asset_id=s.asset, text="x"),
    "write_article": lambda *_: edit("article", new_id(), {}, title_zh="x"),
    "article_helped": lambda s, *_: act(s.article),
    "make_link": lambda s, app, _: (
        act(s.ticket, purpose="vendor", recipient="x", language="en", days=7)
        | {"seen": seen_of(app, "ticket", s.ticket)}
    ),
    "revoke_link": lambda s, app, _: (
        act(s.ticket, link_id=s.link, reason="x") | {"seen": seen_of(app, "ticket", s.ticket)}
    ),
    "confirm_closure": lambda s, *_: act(s.ticket, name="x"),
    "refuse_closure": lambda s, *_: act(s.ticket, name="x", reason="x"),
    "answer_as_vendor": lambda s, *_: act(s.ticket, name="x", text="x"),
    "write_incident": lambda s, *_: act(s.ticket, impact="x", prevention="x"),
    "settle_conflict": settle,
    "settle_parked": lambda s, *_: act(None, op=s.parked, choice="set_aside"),
    "release_waiting": lambda s, *_: act(None, op=s.waiting),
    "change_policy": lambda s, *_: act(None, project_id=s.project, body=default_policy()) | {"seen": {}},
    "retry_job": lambda s, *_: act(None, project_id=s.project, job=s.job),
    "apply_import": lambda s, *_: act(None, project_id=s.project, import_id=s.table, preview=HASH) | {"seen": {}},
    "undo_import": lambda s, *_: act(None, project_id=s.project, import_id=s.imported) | {"seen": {}},
    "remove_imported": lambda s, *_: act(None, project_id=s.project, assets=[], places=[]),
    "change_channel": lambda s, *_: act(
        None,
        project_id=s.project,
        channel_id=s.channel,
        kind="wecom",
        name="群",
        language="en",
        kinds=[],
        least_severity=2,
    ),
    "disable_channel": lambda s, *_: act(None, project_id=s.project, channel_id=s.channel),
    "test_channel": lambda s, *_: act(None, project_id=s.project, channel_id=s.channel),
    "retry_message": lambda s, *_: act(None, project_id=s.project, message=s.message),
    "give_up_message": lambda s, *_: act(None, project_id=s.project, message=s.message, reason="x"),
    "read_notice": lambda s, *_: edit("notice", natural_id("notice", s.whose), read_at=f"{DAY_A}T08:00:00Z"),
    "set_preference": lambda s, *_: edit(
        "preference", preference_id(s.whose), {"person_id": s.whose}, email="a@example.com"
    ),
    "issue_tags": lambda s, *_: act(
        s.project, tags=[{"tag_id": new_id(), "asset_id": s.asset, "code": code_of("MNPQRT"), "check": CHECK}]
    ),
    "issue_tag": lambda s, *_: act(new_id(), asset_id=s.asset, code=code_of("MNPQRS"), check=CHECK),
    "revoke_tag": lambda s, app, _: act(s.tag, reason="x") | {"seen": seen_of(app, "tag", s.tag)},
    "publish_template": template,
    "begin_draft": lambda s, *_: act(new_id(), key="daily", **NAMES, based_on_id=s.template),
    "describe_draft": lambda s, *_: edit("template_draft", s.draft, name_en="x"),
    "drop_draft": lambda s, app, _: act(s.draft, dropped=True) | {"seen": seen_of(app, "template_draft", s.draft)},
    "publish_draft": lambda s, app, _: act(s.draft, newest_id=s.template) | {"seen": seen_of_draft(app, s.draft)},
    "add_person": person,
    "appoint_administrator": lambda s, _, other: act(None, person_id=other, is_administrator=True),
    "begin_project": lambda *_: act(new_id(), code="NEW", time_zone="Asia/Shanghai", **NAMES),
    "invite_person": lambda s, *_: act(new_id(), project_id=s.project, token_hash="b" * 64, roles=["desk"], days=7),
    "revoke_invitation": lambda s, app, _: act(s.invitation) | {"seen": seen_of(app, "invitation", s.invitation)},
    "accept_invitation": lambda s, _, other: act(s.invitation, person_id=other),
    "describe_certificate": lambda s, _, other: edit(
        "certificate", new_id(), {"project_id": s.project, "person_id": s.engineer}, name="高压电工证"
    ),
    "warn_of_phone": lambda s, *_: act(
        s.project, device_id=s.device, person_id=s.engineer, label="x", hours=26, rounds=3
    ),
    "revoke_device": lambda s, *_: act(None, device_id=s.device, project_id=s.project, reason="x"),
    "readmit_device": lambda s, *_: act(None, device_id=s.device, project_id=s.project),
    "grant_role": lambda s, _, other: act(None, person_id=other, project_id=s.project, roles=["desk"]),
    "revoke_role": lambda s, _, other: act(None, person_id=other, project_id=s.project),
}
