"""What an operation changed before it was parked is taken back; what the same transaction changes then is written."""

from flask import Flask

from server.database import reading, writing
from server.sync.books import Books
from server.sync.feed import write_books
from tests.support.world import World


def test_a_row_that_was_taken_back_can_be_changed_again(app: Flask, world: World) -> None:
    with app.app_context():
        with writing() as session:
            books = Books(session)
            ups = books.need("asset", world.ups)
            books.begin()
            books.write(ups, "serial", "TAKEN BACK", ["op 1"])
            books.write(ups, "brand", "TAKEN BACK", ["op 1"])
            books.undo()
            books.write(ups, "serial", "STANDS", ["op 2"])
            write_books(books)
        with reading() as session:
            found = Books(session).need("asset", world.ups)
    assert found["serial"] == "STANDS"
    assert found["brand"] is None


def test_a_row_that_is_changed_twice_is_taken_back_to_the_first(app: Flask, world: World) -> None:
    with app.app_context(), writing() as session:
        books = Books(session)
        ups = books.need("asset", world.ups)
        books.begin()
        books.write(ups, "serial", "STANDS", ["op 1"])
        books.begin()
        books.write(ups, "serial", "TAKEN BACK", ["op 2"])
        books.write(ups, "serial", "TAKEN BACK AS WELL", ["op 2"])
        books.undo()
        assert ups["serial"] == "STANDS"
        assert books.changed() == [ups]


def test_a_row_that_is_changed_after_it_was_written_is_written_again(app: Flask, world: World) -> None:
    with app.app_context(), writing() as session:
        books = Books(session)
        ups = books.need("asset", world.ups)
        books.begin()
        for serial in ("FIRST", "SECOND"):
            books.write(ups, "serial", serial, ["op 1"])
            write_books(books)
        assert Books(session).need("asset", world.ups)["serial"] == "SECOND"
