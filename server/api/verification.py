"""The page behind a record's QR code: whether the record with this hash is the sealed one. It shows no content."""

import hmac
from dataclasses import dataclass
from typing import Final, Literal
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template, request
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from server.database import reading
from server.models import Project, Round, Seal
from server.reports.record.figures import moment, zone_name

blueprint = Blueprint("verification", __name__)

Verdict = Literal["sealed", "different", "unchecked", "not_sealed", "unknown"]
SHORTEST_HASH: Final = 16
HASH_LENGTH: Final = 64


@dataclass(frozen=True)
class Verification:
    """What may be told to anyone who holds the paper; the number only to who also holds its hash."""

    verdict: Verdict
    number: str | None = None
    date: str | None = None
    sealed_at: str | None = None
    zone: str | None = None
    hash: str | None = None


@blueprint.get("/verify/<uuid:round_id>")
def verify_record(round_id: object) -> str:
    """Say whether a printed record is the sealed one."""
    claimed = request.args.get("h", "").strip().lower()
    with reading() as session:
        found = verify(session, str(round_id), claimed)
    return render_template("verification.html", found=found)


def verify(session: Session, round_id: str, claimed: str) -> Verification:
    """Compare the claimed hash, whole or its first 16 characters, with the seal."""
    wanted = (
        select(Round.occurrence_date, Project.time_zone, Seal.number, Seal.hash, Seal.sealed_at)
        .join(Project, Project.id == Round.project_id)
        .outerjoin(Seal, Seal.round_id == Round.id)
        .where(Round.id == round_id)
    )
    row = session.execute(wanted).one_or_none()
    if row is None:
        return Verification("unknown")
    if row.hash is None:
        return Verification("not_sealed")
    if not claimed:
        return Verification("unchecked")
    if not SHORTEST_HASH <= len(claimed) <= HASH_LENGTH or not _begins_with(row.hash, claimed):
        return Verification("different")
    return _told(row)


def _begins_with(whole: str, claimed: str) -> bool:
    return hmac.compare_digest(whole[: len(claimed)].encode(), claimed.encode())


def _told(row: Row[str, str, str | None, str, str]) -> Verification:
    zone = ZoneInfo(row.time_zone)
    return Verification(
        verdict="sealed",
        number=row.number,
        date=row.occurrence_date,
        sealed_at=moment(row.sealed_at, zone, seconds=True),
        zone=zone_name(zone, row.sealed_at),
        hash=row.hash,
    )
