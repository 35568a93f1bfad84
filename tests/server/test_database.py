"""Two kinds of session, on both databases."""

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from server.database import reading, writing


def test_what_is_written_can_be_read(app: Flask) -> None:
    with app.app_context():
        with writing() as session:
            session.execute(text("CREATE TABLE note (words TEXT)"))
            session.execute(text("INSERT INTO note VALUES ('稳')"))
        with reading() as session:
            assert session.scalar(text("SELECT words FROM note")) == "稳"


def test_a_reading_session_cannot_write(app: Flask) -> None:
    with app.app_context(), pytest.raises(DBAPIError), reading() as session:
        session.execute(text("CREATE TABLE note (words TEXT)"))


def test_a_reading_session_sees_one_snapshot(app: Flask) -> None:
    with app.app_context():
        with writing() as session:
            session.execute(text("CREATE TABLE note (words TEXT)"))
        with reading() as reader:
            assert reader.scalar(text("SELECT count(*) FROM note")) == 0
            with writing() as writer:
                writer.execute(text("INSERT INTO note VALUES ('later')"))
            assert reader.scalar(text("SELECT count(*) FROM note")) == 0


def test_a_fault_while_writing_changes_nothing(app: Flask) -> None:
    with app.app_context():
        with writing() as session:
            session.execute(text("CREATE TABLE note (words TEXT)"))
        with pytest.raises(RuntimeError), writing() as session:
            session.execute(text("INSERT INTO note VALUES ('lost')"))
            raise RuntimeError
        with reading() as session:
            assert session.scalar(text("SELECT count(*) FROM note")) == 0
