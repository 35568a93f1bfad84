"""Every table. One file per noun; the documents that sync are listed in `server.models.documents`."""

from server.models.article import Article
from server.models.asset import Asset, RoutePoint, Tag
from server.models.asset_import import AssetImport, AssetImportRow, ImportMapping
from server.models.asset_text import AssetText
from server.models.blob import Blob, DocBlob
from server.models.calendar_day import CalendarDay
from server.models.calendar_feed import CalendarFeed
from server.models.chain import Link
from server.models.checklist import Plan, Template
from server.models.client_ticket import ClientTicket
from server.models.contact import Contact
from server.models.credential import Credential
from server.models.derived import Conflict, OpStatus, Readings
from server.models.job import Job
from server.models.notice import Notice, Preference
from server.models.notification import Channel, Notification
from server.models.operation import Operation, OperationEdit, OperationWait, Promise, Refused
from server.models.person import Device, DeviceNumber, Grant, Person
from server.models.person_session import PersonSession
from server.models.photo import Photo
from server.models.problem import Problem
from server.models.project import Member, Place, Project
from server.models.round import Answer, Comment, Round, RoundEvent, Scan
from server.models.shift import Shift
from server.models.sign_in_attempt import SignInAttempt
from server.models.signing import Amendment, ClientReport, Seal, SignedCopy
from server.models.sla_policy import SlaPolicy, TicketAlarm
from server.models.staff import Certificate, Invitation
from server.models.stream import Counter, Installation, Retirement, Stream, StreamEntry
from server.models.template_draft import DraftItem, TemplateDraft
from server.models.ticket import Finding, Ticket, TicketAlias, TicketEvent
from server.models.ticket_link import TicketLink
from server.models.upload import Upload

__all__ = [
    "Amendment",
    "Answer",
    "Article",
    "Asset",
    "AssetImport",
    "AssetImportRow",
    "AssetText",
    "Blob",
    "CalendarDay",
    "CalendarFeed",
    "Certificate",
    "Channel",
    "ClientReport",
    "ClientTicket",
    "Comment",
    "Conflict",
    "Contact",
    "Counter",
    "Credential",
    "Device",
    "DeviceNumber",
    "DocBlob",
    "DraftItem",
    "Finding",
    "Grant",
    "ImportMapping",
    "Installation",
    "Invitation",
    "Job",
    "Link",
    "Member",
    "Notice",
    "Notification",
    "OpStatus",
    "Operation",
    "OperationEdit",
    "OperationWait",
    "Person",
    "PersonSession",
    "Photo",
    "Place",
    "Plan",
    "Preference",
    "Problem",
    "Project",
    "Promise",
    "Readings",
    "Refused",
    "Retirement",
    "Round",
    "RoundEvent",
    "RoutePoint",
    "Scan",
    "Seal",
    "Shift",
    "SignInAttempt",
    "SignedCopy",
    "SlaPolicy",
    "Stream",
    "StreamEntry",
    "Tag",
    "Template",
    "TemplateDraft",
    "Ticket",
    "TicketAlarm",
    "TicketAlias",
    "TicketEvent",
    "TicketLink",
    "Upload",
]
