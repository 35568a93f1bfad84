"""Sending one message: take it in hand ─ was it sent in another history? ─ send ─ write its key down ─ mark the row.

Between sending and writing down nothing helps against a kill: it goes out again, under the same Message-ID or
webhook-id, by which receivers know it. After that it never does, a restore of the database included (invariant I17).
"""

import logging
from typing import Any

from flask import current_app

from server.clock import now
from server.config import current_config
from server.database import writing
from server.failpoints import failpoint
from server.links.tokens import token_of
from server.models.types import instant_text
from server.notifications import claiming
from server.notifications.claiming import InHand
from server.notifications.resting import Resting
from server.notifications.sending import MAIL, SENDERS, Letter, SendFailed
from server.notifications.sending.send_failed import FAULT, NO_ANSWER
from server.notifications.sent_keys import SentKeys
from server.notifications.texts import Words, words_of

log = logging.getLogger(__name__)


def deliver(notification_id: str) -> None:
    """One try. What goes wrong is kept with the row, which is tried again; nothing is raised for it."""
    with writing() as session:
        held = claiming.take(session, notification_id)
    if held is None:
        return
    keys, resting = _sent_keys(), _resting()
    sent_at = keys.sent_at(held.id)
    if sent_at is None:
        rest = resting.until(held.receiver, now())
        if rest is not None:
            with writing() as session:
                claiming.note_left_alone(session, held.id, rest, str(SendFailed(NO_ANSWER)))
            return
        failure = _try(held)
        if failure is not None:
            if failure.trouble == NO_ANSWER:
                resting.begin(held.receiver, now())
            with writing() as session:
                claiming.note_failed(session, held.id, str(failure))
            return
        resting.end(held.receiver)
        failpoint("notification_after_send")
        sent_at = instant_text(now())
        keys.add(held.id, sent_at)
        failpoint("notification_after_key")
    with writing() as session:
        claiming.note_sent(session, held.id, sent_at)


def _try(held: InHand) -> SendFailed | None:
    try:
        SENDERS[held.sender](_letter(held))
    except SendFailed as failure:
        log.info("message %s did not go out: %s", held.id, failure)
        return failure
    except Exception as error:  # a fault of ours must not end what else is to be sent
        log.exception("message %s did not go out", held.id)
        return SendFailed(FAULT, type(error).__name__)
    return None


def _letter(held: InHand) -> Letter:
    words = words_of(
        held.kind,
        held.args,
        language=held.language,
        time_zone=held.time_zone,
        link=_address(held),
        to_a_group=held.sender != MAIL,
    )
    return Letter(
        id=held.id,
        address=held.address,
        subject=words.subject,
        text=words.text,
        now=now(),
        secret=held.secret,
        facts=_facts(held, words),
    )


def _address(held: InHand) -> str | None:
    """Where the message leads: a way in for somebody without an account, or the ticket in the app."""
    origin = current_config().tag_origin
    if held.args.get("link_id"):
        return f"{origin}/l/{token_of(held.args['link_id'])}"
    return f"{origin}/tickets/{held.ticket_id}" if held.ticket_id else None


def _facts(held: InHand, words: Words) -> dict[str, Any]:
    """What a webhook is told: the same bytes at every try."""
    told = ("number", "title_zh", "title_en", "severity", "due_at", "clock", "to_tier", "asset_zh", "asset_en")
    data = {name: held.args[name] for name in (*told, "place_zh", "place_en") if name in held.args}
    ids = {"id": held.id, "project_id": held.project_id, "ticket_id": held.ticket_id}
    about = {**ids, **data, "text": words.text, "url": words.link, "urgent": held.urgent}
    return {"type": f"ticket.{held.kind}", "timestamp": held.created_at, "data": about}


def _sent_keys() -> SentKeys:
    """One for the app, shared by its threads; so is the other."""
    made: SentKeys = current_app.extensions.setdefault("sent_keys", SentKeys(current_config().data_dir))
    return made


def _resting() -> Resting:
    made: Resting = current_app.extensions.setdefault("resting", Resting())
    return made
