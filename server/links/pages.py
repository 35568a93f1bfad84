"""The pages behind a link: a form of their own without the app, in the link's language.

1 the address is looked up ─ 2 the code is asked for, slowly ─ 3 what is said becomes an operation by the link, whose id
follows from the link: sent twice it is the same one. Stopping anywhere leaves nothing by half.
"""

from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint, Response, make_response, render_template, request
from sqlalchemy import select, update

from server.clock import now
from server.database import reading, writing
from server.errors import NotFound
from server.links.attachments import Refused, photo_operations, take_pictures, vouch_for
from server.links.guessing import count_try, forgive
from server.links.opened import find_link, standing_of
from server.links.shown import shown_case
from server.links.tokens import is_code
from server.models import TicketEvent, TicketLink
from server.models.types import instant_text
from server.rules.ids import natural_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations

blueprint = Blueprint("links", __name__)

LONGEST_NAME: Final = 100
LONGEST_TEXT: Final = 2_000
RATINGS: Final = frozenset("12345")


@blueprint.get("/l/<token>")
def open_link(token: str) -> Response:
    """Show the case; a link that is no longer good says so and shows nothing of it."""
    link, standing = _link(token)
    return _page(link, standing) if standing == "good" else _page(link, standing, status=410)


@blueprint.post("/l/<token>")
def answer_link(token: str) -> Response:
    """Take what the client or the vendor says."""
    link, standing = _link(token)
    if standing != "good":
        return _page(link, standing, status=410)
    said = {name: value.strip() for name, value in request.form.items()}
    wrong = _missing(link, said)
    if wrong is None:
        count_try(link.id)
        if is_code(link.id, said.get("code", "")):
            forgive(link.id)
        else:
            wrong = "code"
    if wrong is not None:
        return _page(link, standing, wrong=wrong, said=said, status=422)
    try:
        return _take(link, said)
    except Refused as refused:
        return _page(link, standing, wrong="file", said={**said, "file": refused.name}, status=422)


def _link(token: str) -> tuple[TicketLink, str]:
    with reading() as session:
        link = find_link(session, token)
        if link is None:
            raise NotFound
        session.expunge(link)
    return link, standing_of(link, instant_text(now()))


def _missing(link: TicketLink, said: Mapping[str, str]) -> str | None:
    """The first field that keeps it from being taken."""
    if not 0 < len(said.get("name", "")) <= LONGEST_NAME:
        return "name"
    needs_text = link.purpose == "vendor" or said.get("answer") == "refuse"
    if len(said.get("text", "")) > LONGEST_TEXT or (needs_text and not said.get("text")):
        return "text"
    if link.purpose == "confirm" and said.get("answer") not in ("confirm", "refuse"):
        return "answer"
    return None


def _take(link: TicketLink, said: Mapping[str, str]) -> Response:
    moment = instant_text(now())
    pictures = take_pictures(request.files.getlist("pictures")) if link.purpose == "vendor" else []
    vouch_for(link, pictures)
    grants = {link.project_id: frozenset({"link"})}
    answers = apply_operations(Actor("link", link.id, grants=grants), [_operation(link, said, moment)])
    # Their keeper is the link's maker, whose bytes they are.
    keeper = Actor("link", link.id, on_behalf_of=link.created_by, grants=grants)
    answers += apply_operations(keeper, photo_operations(link, pictures, moment))
    if any(answer.record.outcome != "applied" for answer in answers):
        return _page(link, "good", wrong="refused", said=dict(said), status=409)
    if link.purpose == "confirm":
        with writing() as session:
            used = update(TicketLink).where(TicketLink.id == link.id, TicketLink.used_at.is_(None))
            session.execute(used.values(used_at=moment))
    return _page(link, "taken", said=dict(said))


def _operation(link: TicketLink, said: Mapping[str, str], moment: str) -> dict[str, Any]:
    if link.purpose == "vendor":
        name, args = "answer_as_vendor", _words(said, "text")
        # Each answer is its own; the same one sent twice is one.
        op = natural_id("link_answer", link.id, natural_id("text", said["text"]))
    elif said["answer"] == "confirm":
        name, args = "confirm_closure", _words(said, "text") | _rated(said.get("rating", ""))
        op = natural_id("link_word", link.id)
    else:
        name, args = "refuse_closure", _words(said, "reason")
        op = natural_id("link_word", link.id)
    return {"op": op, "name": name, "at": moment, "doc": link.ticket_id, "args": args, "after": _seen(link)}


def _words(said: Mapping[str, str], field: str) -> dict[str, Any]:
    return {"name": said["name"], field: said.get("text") or None}


def _rated(rating: str) -> dict[str, Any]:
    return {"rating": int(rating)} if rating in RATINGS else {}


def _seen(link: TicketLink) -> list[str]:
    """What the page showed: the events of the case, and that it was asked for."""
    with reading() as session:
        asked = select(TicketEvent.id).where(TicketEvent.ticket_id == link.ticket_id, TicketEvent.id == link.id)
        return [*link.pack.get("seen", []), *session.scalars(asked)]


def _page(
    link: TicketLink,
    standing: str,
    *,
    wrong: str | None = None,
    said: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    case = shown_case(link) if standing == "good" else None
    facts = {"link": link, "standing": standing, "case": case, "wrong": wrong, "said": said or {}}
    answer = make_response(render_template(f"link_{link.purpose}.html", **facts), status)
    # The address is a secret: no copy of the page, no word of it to other sites, no search engine.
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
