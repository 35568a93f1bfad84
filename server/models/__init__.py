"""Every table. One file per noun; the documents that sync are listed in `server.models.documents`."""

from server.models.asset import Asset, RoutePoint, Tag
from server.models.blob import Blob, DocBlob
from server.models.chain import Link
from server.models.checklist import Plan, Template
from server.models.credential import Credential
from server.models.derived import Conflict, OpStatus, Readings
from server.models.job import Job
from server.models.operation import Operation, OperationEdit, OperationWait, Promise, Refused
from server.models.person import Device, DeviceNumber, Grant, Person
from server.models.person_session import PersonSession
from server.models.photo import Photo
from server.models.project import Member, Place, Project
from server.models.round import Answer, Comment, Round, RoundEvent, Scan
from server.models.sign_in_attempt import SignInAttempt
from server.models.signing import Amendment, ClientReport, Seal, SignedCopy
from server.models.stream import Counter, Installation, Retirement, Stream, StreamEntry
from server.models.ticket import Finding, Ticket, TicketAlias, TicketEvent
from server.models.upload import Upload

__all__ = [
    "Amendment",
    "Answer",
    "Asset",
    "Blob",
    "ClientReport",
    "Comment",
    "Conflict",
    "Counter",
    "Credential",
    "Device",
    "DeviceNumber",
    "DocBlob",
    "Finding",
    "Grant",
    "Installation",
    "Job",
    "Link",
    "Member",
    "OpStatus",
    "Operation",
    "OperationEdit",
    "OperationWait",
    "Person",
    "PersonSession",
    "Photo",
    "Place",
    "Plan",
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
    "SignInAttempt",
    "SignedCopy",
    "Stream",
    "StreamEntry",
    "Tag",
    "Template",
    "Ticket",
    "TicketAlias",
    "TicketEvent",
    "Upload",
]
