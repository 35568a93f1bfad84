"""Prepared statements say what SQLAlchemy would have said, on both databases."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Boolean, Column, Float, Integer, MetaData, String, Table, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from server.database import asking, writing
from server.models.types import Day, Instant, Json
from server.prepared import Prepared, among

NOTE = Table(
    "note",
    MetaData(),
    Column("id", String(10), primary_key=True),
    Column("day", Day),
    Column("at", Instant),
    Column("facts", Json),
    Column("done", Boolean),
    Column("size", Float),
    Column("number", Integer),
)
ROWS: list[dict[str, Any]] = [
    {
        "id": "a",
        "day": "2026-11-22",
        "at": "2026-11-22T08:00:00.123Z",
        "facts": {"说": ["稳", None, 1.5]},
        "done": True,
        "size": 1.25,
        "number": 2**31 - 1,
    },
    {"id": "b", "day": None, "at": None, "facts": None, "done": None, "size": None, "number": None},
    {
        "id": "c",
        "day": "0001-01-01",
        "at": "9999-12-31T23:59:59.999Z",
        "facts": [],
        "done": False,
        "size": 0.0,
        "number": 0,
    },
]
INSERT, ALL = Prepared(insert(NOTE)), Prepared(select(NOTE).order_by(NOTE.c.id))


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    with app.app_context(), writing() as session:
        NOTE.create(session.connection())
        yield session


def test_values_go_in_and_come_out_as_with_sqlalchemy(session: Session) -> None:
    INSERT.run(session, ROWS)
    assert [row._asdict() for row in ALL.rows(session)] == ROWS
    assert [dict(row) for row in session.execute(select(NOTE).order_by(NOTE.c.id)).mappings()] == ROWS


def test_a_single_row_goes_in_as_several_do(session: Session) -> None:
    assert INSERT.run(session, ROWS[:1]) == 1
    assert [row._asdict() for row in ALL.rows(session)] == ROWS[:1]


@pytest.mark.parametrize("ids", [[], ["a"], ["c", "a", "x"], ["a", "a"], [f"{k}" for k in range(300)] + ["b"]])
def test_among_takes_any_number_of_values(session: Session, ids: list[str]) -> None:
    INSERT.run(session, ROWS)
    asked = Prepared(select(NOTE.c.id).where(among(NOTE.c.id, "ids"), NOTE.c.id != "x").order_by(NOTE.c.id))
    assert [row.id for row in asked.rows(session, ids=ids)] == sorted({"a", "b", "c"} & set(ids))


def test_a_statement_may_have_constants_beside_its_parameters(session: Session) -> None:
    INSERT.run(session, ROWS)
    asked = Prepared(select(NOTE.c.id).where(NOTE.c.number == 0, NOTE.c.id == bindparam("id")))
    assert [[row.id for row in asked.rows(session, id=one)] for one in ("a", "c")] == [[], ["c"]]


def test_an_update_says_how_many_rows_it_found(session: Session) -> None:
    INSERT.run(session, ROWS)
    change = Prepared(update(NOTE).where(NOTE.c.id == bindparam("key")).values(number=bindparam("now")))
    assert change.run(session, [{"key": "a", "now": 5}, {"key": "b", "now": 6}]) == 2
    assert change.run(session, [{"key": "a", "now": 5}, {"key": "x", "now": 6}]) == 1
    assert [row.number for row in ALL.rows(session)] == [5, 6, 0]


def test_errors_are_those_of_sqlalchemy(app: Flask) -> None:
    with app.app_context():
        with writing() as session:
            NOTE.create(session.connection())
        with pytest.raises(IntegrityError), writing() as session:
            INSERT.run(session, [*ROWS, ROWS[0]])
        missing = Prepared(select(Table("nowhere", MetaData(), Column("id", String))))
        with pytest.raises((OperationalError, ProgrammingError)), asking() as connection:
            missing.rows(connection)
        with writing() as session:
            assert ALL.rows(session) == []  # and what failed left nothing


def test_a_single_question_needs_no_transaction(app: Flask) -> None:
    with app.app_context():
        with writing() as session:
            NOTE.create(session.connection())
            INSERT.run(session, ROWS)
        with asking() as connection:
            assert len(ALL.rows(connection)) == len(ROWS)
            assert not connection.in_transaction()
