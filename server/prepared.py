"""Statements that every push needs: compiled once for each database, then run by its driver.

They are written in SQLAlchemy's words, and values go through its types. But what SQLAlchemy does around each execution
takes several times as long as the database takes for it (docs/speed.md), so that is left out: no events, no hooks.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ARRAY,
    JSON,
    ColumnElement,
    Connection,
    Dialect,
    Executable,
    Insert,
    String,
    any_,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session

KEPT = "roundsman.connection"
Values = Mapping[str, Any]
Convert = Callable[[Any], Any]


class among(ColumnElement[bool]):  # noqa: N801  # written as a function of SQLAlchemy's is
    """The column's value is one of the list given as `name`: one text for any number, so that it is prepared once."""

    inherit_cache = True

    def __init__(self, column: Any, name: str) -> None:
        self.column, self.name = column, name


@compiles(among, "postgresql")
def _among_array(element: among, compiler: Any, **more: Any) -> str:
    return str(compiler.process(element.column == any_(bindparam(element.name, type_=ARRAY(String))), **more))


@compiles(among, "sqlite")
def _among_json(element: among, compiler: Any, **more: Any) -> str:
    listed = func.json_each(bindparam(element.name, type_=JSON)).table_valued("value")
    return str(compiler.process(element.column.in_(select(listed.c.value)), **more))


INSERTS: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}  # those that know ON CONFLICT


class Prepared:
    """One statement, or how it is built for a database of this name."""

    def __init__(self, statement: Executable | Callable[[str], Executable]) -> None:
        self._statement = statement
        self._texts: dict[tuple[str, tuple[str, ...]], _Text] = {}

    def rows(self, session: Session | Connection, **values: Any) -> list[Any]:
        """What a question with these parameters is answered; named tuples."""
        connection = _connection(session)
        text = self._text(connection.dialect, ())
        try:
            cursor = connection.connection.cursor()
            cursor.execute(text.sql, text.bound(values))
            found = cursor.fetchall()
        except _driver(connection).Error as error:
            raise _as_sqlalchemys(error, connection, text) from error
        if text.rows is None:
            text.rows = _rows(self._built(connection.dialect), connection.dialect, cursor.description)
        return text.rows.of(found)

    def run(self, session: Session, rows: Sequence[Values]) -> int:
        """Run it once for each of these, all with the same names; gives how many rows it touched."""
        connection = _connection(session)
        text = self._text(connection.dialect, tuple(rows[0]))
        bound = [text.bound(row) for row in rows]
        try:
            cursor = connection.connection.cursor()
            if len(bound) == 1:
                cursor.execute(text.sql, bound[0])
            else:
                cursor.executemany(text.sql, bound)
            return cursor.rowcount
        except _driver(connection).Error as error:
            raise _as_sqlalchemys(error, connection, text) from error

    def sql(self, session: Session | Connection) -> str:
        """How this database is asked."""
        return self._text(_connection(session).dialect, ()).sql

    def _text(self, dialect: Dialect, names: tuple[str, ...]) -> "_Text":
        key = (dialect.name, names)
        if key not in self._texts:
            self._texts[key] = _compiled(self._built(dialect), dialect, names)
        return self._texts[key]

    def _built(self, dialect: Dialect) -> Executable:
        return self._statement if isinstance(self._statement, Executable) else self._statement(dialect.name)


def insert_new(table: Any) -> Prepared:
    """Insert these rows; one that is there already stays as it is."""
    return Prepared(lambda database: INSERTS[database](table).on_conflict_do_nothing())


@dataclass
class _Rows:
    """How the driver's rows become ours: named, some values converted by their column's type."""

    make: Callable[[Any], Any]
    converts: list[tuple[int, Convert]]

    def of(self, rows: Sequence[Any]) -> list[Any]:
        if not self.converts:
            return [self.make(row) for row in rows]
        found = []
        for row in rows:
            values = list(row)
            for k, convert in self.converts:
                values[k] = convert(values[k])
            found.append(self.make(values))
        return found


@dataclass
class _Text:
    """SQL and its parameters in the driver's order, or `by_name`; `rows` is known once there is an answer."""

    sql: str
    by_name: bool
    parameters: list[tuple[str, Convert | None]]
    constants: Values
    rows: _Rows | None = None

    def bound(self, values: Values) -> Any:
        given = {**self.constants, **values} if self.constants else values
        if self.by_name:
            return {name: given[name] if of is None else of(given[name]) for name, of in self.parameters}
        return tuple([given[name] if of is None else of(given[name]) for name, of in self.parameters])


def _compiled(statement: Any, dialect: Dialect, names: tuple[str, ...]) -> _Text:
    compiled = statement.compile(dialect=dialect, column_keys=_columns(statement, names))
    assert not compiled.post_compile_params, "its text would depend on the values: use `among`"
    named = compiled.bind_names.items()
    binds = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for bind, name in named}
    order = compiled.positiontup if dialect.positional else list(binds)
    constants = {name: value for name, value in compiled.params.items() if value is not None}
    return _Text(str(compiled), not dialect.positional, [(name, binds[name]) for name in order], constants)


def _rows(statement: Any, dialect: Dialect, description: Sequence[Any]) -> _Rows:
    told = list(statement.exported_columns)
    kind: Any = namedtuple("Row", [str(column.key) for column in told])  # type: ignore[misc]  # noqa: PYI024  # its columns are known only now
    converts = [
        (k, column.type.dialect_impl(dialect).result_processor(dialect, said[1]))
        for k, (column, said) in enumerate(zip(told, description, strict=True))
    ]
    return _Rows(kind._make, [(k, convert) for k, convert in converts if convert is not None])


def _columns(statement: Any, names: tuple[str, ...]) -> list[str] | None:
    """What is inserted is told by the rows; every other statement names its parameters itself."""
    return list(names) if names and isinstance(statement, Insert) else None


def _connection(session: Session | Connection) -> Connection:
    """Of its one transaction; `session.connection()` looks it up anew, which costs as much as a small question."""
    if isinstance(session, Connection):
        return session
    kept: Connection | None = session.info.get(KEPT)
    if kept is None or kept.closed:
        kept = session.info[KEPT] = session.connection()
    return kept


def _driver(connection: Connection) -> Any:
    return connection.dialect.dbapi


def _as_sqlalchemys(error: Any, connection: Connection, text: _Text) -> BaseException:
    """An error of the driver as it comes out from everywhere else."""
    kind = _driver(connection).Error
    ours: BaseException = DBAPIError.instance(text.sql, None, error, kind, dialect=connection.dialect)
    return ours
