"""The document types that sync, and what the engine needs to know of each."""

from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Column, Table

from server.extensions import Base
from server.models.article import Article
from server.models.asset import Asset, RoutePoint, Tag
from server.models.calendar_day import CalendarDay
from server.models.checklist import Plan, Template
from server.models.client_ticket import ClientTicket
from server.models.contact import Contact
from server.models.derived import Conflict, OpStatus, Readings
from server.models.notice import Notice, Preference
from server.models.photo import Photo
from server.models.problem import Problem
from server.models.project import Member, Place, Project
from server.models.round import Answer, Comment, Round, RoundEvent, Scan
from server.models.shift import Shift
from server.models.signing import Amendment, ClientReport, Seal, SignedCopy
from server.models.sla_policy import SlaPolicy
from server.models.staff import Certificate, Invitation
from server.models.synced import BOOKKEEPING, MergeClass, StreamKind, Synced
from server.models.template_draft import DraftItem, TemplateDraft
from server.models.ticket import Finding, Ticket, TicketEvent


@dataclass(frozen=True)
class DocumentType:
    """One synced table: its name on the wire, its stream, its fields and their merge classes."""

    name: str
    table: Table
    stream_kind: StreamKind
    fields: tuple[str, ...]
    private: frozenset[str]
    merge_classes: dict[str, MergeClass]
    references: dict[str, str]

    def merge_class(self, field: str) -> MergeClass:
        return self.merge_classes.get(field, "keep")

    def empty(self) -> dict[str, object]:
        """Every field, with its column's plain default."""
        return {name: [] if isinstance(value, list) else value for name, value in self._defaults.items()}

    @cached_property
    def _defaults(self) -> dict[str, object]:
        return {name: _plain_default(self.table.c[name]) for name in self.fields}


def _plain_default(column: Column[object]) -> object:
    default = column.default
    if default is None:
        return None
    if default.is_callable:
        return []
    return default.arg if default.is_scalar else None  # type: ignore[attr-defined]  # ColumnDefault's stub lacks arg


_MODELS: tuple[type[Synced], ...] = (
    Project, Template, TemplateDraft, DraftItem, Article, Member, Certificate, Invitation, CalendarDay, Place, Asset,
    RoutePoint, Tag, Plan, Round, Answer, Scan, RoundEvent, Comment,
    SignedCopy, Seal, Amendment, ClientReport, SlaPolicy, Shift, Ticket, Finding, TicketEvent, Contact, Problem,
    ClientTicket, Photo, Conflict, Readings, OpStatus, Notice, Preference,
)  # fmt: skip  # parents before children: rows are inserted in this order


def _document_type(model: type[Synced]) -> DocumentType:
    table = model.__table__  # type: ignore[attr-defined]  # declared by db.Model, which every document also is
    fields = tuple(c.name for c in table.columns if c.name not in BOOKKEEPING)
    return DocumentType(
        model.synced_as,
        table,
        model.stream_kind,
        fields,
        model.private_columns,
        dict(model.merge_classes),
        _references(table),
    )


def _references(table: Table) -> dict[str, str]:
    """Columns that point to another document: column -> document type (its table's name)."""
    synced = {model.synced_as for model in _MODELS}
    targets = {c.name: key.column.table.name for c in table.columns for key in c.foreign_keys}
    return {name: target for name, target in targets.items() if target in synced and name != "project_id"}


DOCUMENT_TYPES: dict[str, DocumentType] = {m.synced_as: _document_type(m) for m in _MODELS}
INSERT_ORDER: dict[str, int] = {name: k for k, name in enumerate(DOCUMENT_TYPES)}

assert all(t.table.metadata is Base.metadata for t in DOCUMENT_TYPES.values())
