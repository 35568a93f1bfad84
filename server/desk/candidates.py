"""What is known of each engineer when a ticket has to be given to somebody (T3)."""

from collections import defaultdict
from datetime import timedelta

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from server.desk.on_duty import on_duty_in
from server.models import Asset, Member, Place, Round, Scan, Ticket, TicketEvent
from server.models.types import instant_text, parse_instant
from server.rules.assignment import Candidate
from server.rules.place_tree import site_of, within

LOOKED_BACK = timedelta(days=30)  # who was at the site before that says little about today
TIER_ONE = "engineer"


def candidates_for(session: Session, project_id: str, asset_id: str | None, at: str) -> list[Candidate]:
    """Every engineer of the project: skills, duty, open tickets, repairs of this asset, last scan at its site."""
    in_hand = _in_hand(session, project_id)
    fixed = _fixed(session, asset_id) if asset_id else {}
    at_site = _at_site(session, project_id, asset_id, at) if asset_id else {}
    duties = {entry["person_id"]: entry for entry in reversed(on_duty_in(session, project_id, at))}
    members = session.execute(
        select(Member.person_id, Member.roles, Member.skills).where(Member.project_id == project_id)
    )
    return [
        Candidate(
            person_id=row.person_id,
            skills=row.skills,
            duty=duties.get(row.person_id),
            in_hand=in_hand[row.person_id],
            fixed=fixed.get(row.person_id, ()),
            at_site_at=at_site.get(row.person_id),
        )
        for row in members
        if TIER_ONE in row.roles
    ]


def _in_hand(session: Session, project_id: str) -> defaultdict[str, list[int | None]]:
    """Counted by the database: a thousand tickets of one person are one row a severity."""
    here = (Ticket.project_id == project_id, Ticket.is_open)
    counted = select(Ticket.assignee_ids, Ticket.severity, func.count().label("many")).where(*here)
    found: defaultdict[str, list[int | None]] = defaultdict(list)
    for row in session.execute(counted.group_by(Ticket.assignee_ids, Ticket.severity)):
        for person_id in row.assignee_ids or ():
            found[person_id] += [row.severity] * row.many
    return found


def _fixed(session: Session, asset_id: str) -> dict[str, list[str]]:
    """Repairs that held or not, of this very asset: by whom, when."""
    repaired = and_(Ticket.asset_id == asset_id, TicketEvent.name == "resolved", TicketEvent.by.is_not(None))
    joined = select(TicketEvent.by, TicketEvent.at).join(Ticket, Ticket.id == TicketEvent.ticket_id).where(repaired)
    found = defaultdict[str, list[str]](list)
    for row in session.execute(joined.order_by(TicketEvent.at)):
        found[row.by].append(row.at)
    return found


def _at_site(session: Session, project_id: str, asset_id: str, at: str) -> dict[str, str]:
    """The last scan of each person in rounds of the asset's site; a round lies where its plan does."""
    parents = {
        row.id: row.parent_id
        for row in session.execute(select(Place.id, Place.parent_id).where(Place.project_id == project_id))
    }
    place = session.scalars(select(Asset.place_id).where(Asset.id == asset_id)).one_or_none()
    if place is None:
        return {}
    near = list(within(site_of(place, parents), parents))
    since = instant_text(parse_instant(at) - LOOKED_BACK)
    rounds = select(Round.id).where(Round.project_id == project_id, Round.place_id.in_(near), Round.opened_at > since)
    scanned = select(Scan.by, func.max(Scan.at).label("last")).where(Scan.round_id.in_(rounds)).group_by(Scan.by)
    return {row.by: row.last for row in session.execute(scanned)}
