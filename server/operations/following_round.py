"""What follows for the round itself: its state, what is missing, the assets' last readings, late changes."""

from typing import Any

from sqlalchemy import select

from server.models import Device
from server.operations.events import round_events, with_id
from server.operations.following_tickets import follow_tickets
from server.operations.round_facts import RoundView, round_proofs, view_round
from server.prepared import Prepared, among
from server.rules.holding import Contact, holding
from server.rules.ids import readings_id
from server.rules.missing import missing
from server.rules.readings import SeriesEntry, update_series
from server.rules.round_state import round_state, standing_submits, was_submitted
from server.sync.document import Document
from server.sync.work import Work

_CONTACTS = ("opened", "submitted", "sent_back")
_LAST_SEEN = Prepared(select(Device.id, Device.last_seen_at).where(among(Device.id, "devices")))


def follow_answers(work: Work, round_: Document, edited: list[Document]) -> None:
    """After answers changed. A draft costs little: only what is urgent or has a ticket already looks further."""
    events = round_events(work, round_.id)
    fold_round(work, round_, events, touched=True)
    if was_submitted(events):
        view = view_round(work, round_)
        follow_tickets(work, view, view.answers)
        _show_incomplete(work, view)
        _keep_readings(work, view)
        if round_["state"] == "sealed":
            _amend(work, round_, edited)
        return
    answers = [with_id(row) for row in edited]
    urgent = any(a["value"] == "abnormal" and a["severity"] in (1, 2) for a in answers)
    if urgent or work.books.find("finding", round_id=round_.id):
        view = view_round(work, round_)
        follow_tickets(work, view, _also_hidden(view, answers))


def _also_hidden(view: RoundView, edited: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was edited, and what is hidden by now: a finding there stands no longer."""
    known = {answer["id"] for answer in edited}
    hidden = {answer["id"] for answer in view.answers} - {answer["id"] for answer in view.counted}
    return [*edited, *(answer for answer in view.answers if answer["id"] in hidden - known)]


def follow_proof(work: Work, round_: Document) -> None:
    """After a photo or a scan came or was withdrawn: what a round that was handed over lacks may be another now."""
    if not was_submitted(round_events(work, round_.id)):
        return
    view = view_round(work, round_)
    if round_proofs(work, view) is not None:
        _show_incomplete(work, view)


def follow_events(work: Work, round_: Document) -> None:
    """After something happened to the round (opened, signed, submitted). Until it is submitted, little follows."""
    events = round_events(work, round_.id)
    if was_submitted(events):
        follow_whole_round(work, round_)
    else:
        fold_round(work, round_, events, touched=bool(work.books.find("answer", round_id=round_.id)))


def follow_whole_round(work: Work, round_: Document) -> RoundView:
    """After it was handed over or decided on."""
    view = view_round(work, round_)
    fold_round(work, round_, view.events, touched=bool(view.answers))
    if was_submitted(view.events):
        follow_tickets(work, view, view.answers)
        _show_incomplete(work, view)
        _keep_readings(work, view)
    return view


def fold_round(work: Work, round_: Document, events: list[dict[str, Any]], *, touched: bool) -> None:
    """Derive the round's state from its events; nothing sets it by hand."""
    opened = [event["at"] for event in events if event["name"] == "opened"]
    submits = set(standing_submits(events))
    submitted = [event["at"] for event in events if event["id"] in submits]
    state = round_state(events, touched=touched)
    work.books.derive(
        round_,
        state=state,
        missed_at=round_["missed_at"] if state == "planned" else None,  # begun after all, by a phone without a network
        opened_at=min(opened, default=None),
        submitted_at=max(submitted, default=None),
        holding=_holding(work, events),
    )
    if state != "submitted":  # nobody reviews it any more
        work.books.derive(round_, reviewer_id=None, review_taken_at=None)


def _holding(work: Work, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if not any(event["name"] == "submitted" for event in events):
        return []
    contacts = [
        Contact(event["name"], event["args"].get("device"), event["by"], event["received_at"])
        for event in events
        if event["name"] in _CONTACTS and event["by"] is not None
    ]
    devices = {contact.device for contact in contacts if contact.device}
    if not devices:
        return []
    rows = _LAST_SEEN.rows(work.books.session, devices=sorted(devices))
    return [dict(each) for each in holding(contacts, {row.id: row.last_seen_at for row in rows if row.last_seen_at})]


def _show_incomplete(work: Work, view: RoundView) -> None:
    lacking = missing(view.template, view.assets, view.answers, round_proofs(work, view))
    cells = [{"asset_id": each["asset_id"], "check_key": each["check_key"]} for each in lacking]
    work.books.derive(view.round, incomplete=cells)


def _keep_readings(work: Work, view: RoundView) -> None:
    """The last five readings per asset, from submitted rounds."""
    read = {item["check_key"] for item in view.template["items"] if item["kind"] == "reading"}
    said = [answer for answer in view.answers if answer["check_key"] in read]
    counted = {answer["id"] for answer in view.counted}
    assets = [asset["id"] for asset in view.assets if any(answer["asset_id"] == asset["id"] for answer in said)]
    work.books.load({"readings": [readings_id(asset) for asset in assets]})
    for asset in assets:
        row = work.books.get("readings", readings_id(asset))
        series: dict[str, Any] = dict(row["series"]) if row else {}
        for answer in said:
            if answer["asset_id"] != asset:
                continue
            entry: SeriesEntry | None = None
            if answer["reading"] and answer["id"] in counted:
                entry = {"value": answer["reading"], "at": answer["answered_at"], "round_id": view.round.id}
            series = dict(update_series(series, answer["check_key"], view.round.id, entry))
        if row is not None:
            work.books.derive(row, series=series)
        elif series:
            work.insert("readings", readings_id(asset), asset_id=asset, series=series)


def _amend(work: Work, round_: Document, edited: list[Document]) -> None:
    """What arrives after the seal never changes it: it is printed on a page of its own.

    A value that lost waits in its conflict; it is an amendment once somebody takes it.
    """
    for answer in edited:
        values = work.standing(answer)
        if values:
            add_amendment(
                work,
                round_.id,
                "late_finding" if values.get("value") == "abnormal" else "late_change",
                subject=answer.id,
                asset_id=answer["asset_id"],
                check_key=answer["check_key"],
                detail={"set": values},
            )


def amend_form(work: Work, round_: Document) -> None:
    """The same for the words of the form."""
    values = work.standing(round_)
    if values and round_["state"] == "sealed":
        add_amendment(work, round_.id, "late_change", subject=round_.id, detail={"set": values})


def add_amendment(work: Work, round_id: str, kind: str, *, subject: str, **fields: Any) -> None:
    row_id = work.by_rule("amendment", round_id, subject, work.op)
    if work.books.get("amendment", row_id) is None:
        work.insert("amendment", row_id, round_id=round_id, kind=kind, op=work.op, at=work.now, **fields)
