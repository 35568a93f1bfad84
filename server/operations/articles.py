"""Knowledge (P3): written once, read by everybody of the organisation, offline too."""

from marshmallow import Schema

from server.operations.fields import CATEGORIES, an_id, one_of, text, words
from server.operations.projects import partial
from server.rules.incident_kinds import INCIDENT_KINDS
from server.sync.parked import Parked
from server.sync.registry import ENGINEERS, STAFF, EditTarget, edit, event
from server.sync.wire import is_id
from server.sync.work import Work


class ArticleKey(Schema):
    """`ticket_id`: the solved ticket that it was learnt from. It stays on the server."""

    ticket_id = an_id(required=False)


class ArticleFields(Schema):
    category = one_of(*CATEGORIES)
    kind = one_of(*INCIDENT_KINDS)
    title_zh = words()
    title_en = words(required=False)
    symptom = text()
    cause = text()
    solution = text()


class ArticleHelped(Schema):
    ticket_id = an_id(required=False)


def _only_own_tickets(work: Work) -> None:
    """Nobody learns what tickets there are elsewhere: one is named by who may read it, or not at all."""
    for one in work.checked.edits:
        ticket_id = (one.key or {}).get("ticket_id")
        if not is_id(ticket_id) or work.actor.is_server:
            continue
        ticket = work.books.get("ticket", ticket_id)
        if ticket is None or not work.actor.roles_in(ticket.project_id) & ENGINEERS:
            raise Parked("invalid", "unknown_reference", type="ticket", doc=ticket_id)


edit(
    "write_article",
    roles=ENGINEERS,
    targets={"article": EditTarget(partial(ArticleFields), ArticleKey())},
    effect=_only_own_tickets,
    anywhere=True,
)


@event("article_helped", roles=STAFF, doc_type="article", args=ArticleHelped(), anywhere=True)
def article_helped(work: Work) -> None:
    """It led somebody to the solution: counted once for each that says so."""
    article = work.doc()
    work.books.derive(article, helped=article["helped"] + 1)
    work.record.docs[article.id] = article
