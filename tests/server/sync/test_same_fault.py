"""One fault has one open ticket, also when two rounds raise it in the same moment: the database refuses a second."""

import pytest
from flask import Flask
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from server.database import reading, writing
from server.models import Ticket
from tests.server.sync.conftest import PhoneOf
from tests.support.world import World, new_id


@pytest.mark.parametrize("where", ["on an asset", "on the whole round"])
def test_a_second_open_ticket_of_one_fault_is_refused(app: Flask, phone_of: PhoneOf, world: World, where: str) -> None:
    """(regression: a fault of the whole round has no asset, and to an index no two NULLs are the same)"""
    phone = phone_of("engineer")
    asset, key = (world.ups, "fan") if where == "on an asset" else (None, "whole")
    assert phone.answers(asset, key, value="abnormal", severity=1)["outcome"] == "applied"
    with app.app_context():
        with reading() as session:
            row = dict(session.execute(select(Ticket.__table__).where(Ticket.check_key == key)).mappings().one())
        twin = {**row, "id": new_id(), "number": "T-twin"}
        with pytest.raises(IntegrityError), writing() as session:
            session.execute(insert(Ticket), [twin])
        with writing() as session:
            session.execute(insert(Ticket), [{**twin, "separate": True}])
