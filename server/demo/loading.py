"""Bring the demo in: everything through operations, nothing twice. A load that was cut off goes on where it stopped."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask import Flask
from sqlalchemy import select

from server.clock import now
from server.database import reading, writing
from server.demo.articles import written
from server.demo.bookkeeping import ACTOR, hand_in
from server.demo.contacts import register_calls
from server.demo.contract import describe_plan, found, set_up
from server.demo.days import PAST_DAYS
from server.demo.equipment import ASSETS
from server.demo.history import walk_past_days
from server.demo.incidents import bring_incidents, promise_clocks
from server.demo.outsider import found_other, set_up_other
from server.demo.people import DIRECTOR, OUTSIDER, PASSWORD, PEOPLE
from server.demo.pictures import picture_of
from server.demo.plans import room_a_plan, single_plan
from server.demo.project import PROJECT_ID, TIME_ZONE
from server.demo.roster import plan_roster
from server.demo.shelf import bring, show_asset_pictures
from server.demo.wire import Moment
from server.installation import ensure_installation
from server.models import Credential, Operation, OperationEdit, Plan
from server.models.types import instant_text
from server.passwords import passwords

SET_UP_AT = time(8, 0)


def bring_in(app: Flask) -> None:
    """Load what is not there yet. Days are counted from the day of the first load; on a later day only the round
    that is asked for "today" is added."""
    with writing() as session:
        ensure_installation(session)
    today = now().astimezone(ZoneInfo(TIME_ZONE)).date()
    anchor = _first_load_day() or today
    if not _is_complete(anchor):
        _bring_first(app, anchor)
    _ask_for_single_round(today)


def _bring_first(app: Flask, anchor: date) -> None:
    history_begins = anchor - timedelta(days=max(day.ago for day in PAST_DAYS))
    moment = _moment(history_begins - timedelta(days=1))
    pictures = {asset.code: picture_of(asset) for asset in ASSETS}
    hashes = {code: _hash_of(app, content) for code, content in pictures.items()}
    hand_in(ACTOR, [found(moment), found_other(moment)], at=moment.at)
    hand_in(ACTOR, set_up(moment, anchor, history_begins, hashes), at=moment.at)
    hand_in(ACTOR, [promise_clocks(moment)], at=moment.at)
    hand_in(ACTOR, plan_roster(moment, anchor), at=moment.at)
    hand_in(ACTOR, set_up_other(moment, anchor), at=moment.at)
    _give_passwords()
    _show_pictures(app, pictures, hashes)
    hand_in(ACTOR, written(moment), at=moment.at)
    register_calls(anchor)
    walk_past_days(app, room_a_plan(history_begins), anchor)
    bring_incidents()
    _ask_for_single_round(anchor)


def _hash_of(app: Flask, content: bytes) -> str:
    from server.blobs import store

    return store(app).put(content)


def _show_pictures(app: Flask, pictures: Mapping[str, bytes], hashes: Mapping[str, str]) -> None:
    for content in pictures.values():
        bring(app, DIRECTOR.id, content)
    show_asset_pictures(DIRECTOR.id, PROJECT_ID, hashes)


def _ask_for_single_round(day: date) -> None:
    """The plan of the day's single-asset round; the last thing that a load brings, hence the mark of a whole one."""
    plan = single_plan(day)
    with reading() as session:
        if session.get(Plan, plan.id) is not None:
            return
    moment = _moment(day)
    hand_in(ACTOR, [describe_plan(moment, plan, PROJECT_ID)], at=moment.at)


def _is_complete(anchor: date) -> bool:
    with reading() as session:
        return session.get(Plan, single_plan(anchor).id) is not None


def _first_load_day() -> date | None:
    """The day that the first load took for today: the project was described the evening before the history begins."""
    wanted = select(Operation.body).join(OperationEdit, OperationEdit.op_id == Operation.op_id)
    with reading() as session:
        body = session.scalars(
            wanted.where(OperationEdit.doc_id == PROJECT_ID, Operation.name == "describe_project")
            .order_by(Operation.received_at)
            .limit(1)
        ).first()
    if body is None:
        return None
    described = datetime.fromisoformat(json.loads(body)["at"]).astimezone(ZoneInfo(TIME_ZONE)).date()
    return described + timedelta(days=1 + max(day.ago for day in PAST_DAYS))


def _moment(day: date) -> Moment:
    return Moment(datetime.combine(day, SET_UP_AT, ZoneInfo(TIME_ZONE)))


def _give_passwords() -> None:
    """One password for all, hashed once: a credential that is there already stays as it is."""
    hashed = passwords().hash(PASSWORD)
    with writing() as session:
        for person in [*PEOPLE, OUTSIDER]:
            if session.get(Credential, person.id) is None:
                values = {"password_hash": hashed, "changed_at": instant_text(now())}
                session.add(Credential(person_id=person.id, **values))
