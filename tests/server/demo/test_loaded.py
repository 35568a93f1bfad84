"""What is there once the demo has been loaded."""

from flask import Flask
from sqlalchemy import select

from server.blobs import store
from server.database import reading
from server.demo.equipment import ASSETS
from server.models import Asset, Plan, Ticket
from server.rules.plan_calendar import NO_CALENDAR
from server.rules.recurrence import occurrences


def test_every_asset_has_a_picture_of_its_own(demo_app: Flask) -> None:
    with demo_app.app_context(), reading() as session:
        hashes = session.scalars(select(Asset.photo_hash).where(Asset.photo_hash.is_not(None))).all()
        assert len(set(hashes)) == len(ASSETS)
        assert all(store(demo_app).exists(sha256 or "") for sha256 in hashes)


def test_daily_single_and_quarterly_rounds_are_due(demo_app: Flask) -> None:
    with demo_app.app_context(), reading() as session:
        plans = {plan.kind: plan for plan in session.scalars(select(Plan)) if plan.name_en != "Daily round elsewhere"}
    due = {kind: _due(plan, "2026-11-22", "2026-11-22") for kind, plan in plans.items()}
    assert due["daily"] == due["on_demand"] == due["quarterly"] == ["2026-11-22"]


def test_tickets_of_several_sources_stand_in_various_steps(demo_app: Flask) -> None:
    with demo_app.app_context(), reading() as session:
        tickets = {ticket.source: ticket for ticket in session.scalars(select(Ticket).order_by(Ticket.number))}
        nobodys = session.scalars(select(Ticket).where(Ticket.severity == 2)).one()
        steps = {source: (ticket.state, ticket.step) for source, ticket in tickets.items()}
    assert steps["client"] == ("resolved", "resolved")
    assert steps["engineer"] == ("raised", "diagnosed")
    assert (nobodys.step, nobodys.assignee_ids) == ("waiting", [])
    assert all(ticket.policy_id for ticket in tickets.values())


def _due(plan: Plan, first: str, last: str) -> list[str]:
    facts = {"starts_on": plan.starts_on, "ends_on": plan.ends_on, "rule": plan.rule}
    return occurrences(facts, first, last, NO_CALENDAR)
