"""Sealing a round: what must be there first, what the seal covers, and the chain of seals of a project."""

import json
from typing import Any

from sqlalchemy import select, update

from server.models import Counter
from server.operations.numbering import next_number
from server.operations.round_facts import RoundView
from server.rules.ids import seal_id
from server.rules.items import cells_of
from server.rules.missing import is_unmeasured
from server.rules.signed_content import canonical, content_hash, signature_stands
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.work import Work

SEALED_TYPES = ("answer", "photo", "scan", "round_event", "signed_copy", "comment", "conflict")
# Fields that came after the first seals: left out while they say nothing, so that an old seal comes out the same again.
LATER_FIELDS: dict[str, dict[str, Any]] = {
    "round": {"proof_percent": 0, "missed_at": None, "reviewer_id": None, "review_taken_at": None},
    "answer": {"chosen": None, "text": None, "fixed_on_site": None, "same_as_last": None},
}


def what_blocks(work: Work, view: RoundView) -> Parked | None:
    """The first thing that a record cannot be sealed without, with all that is missing of its kind."""
    round_ = view.round
    conflicts = [row.id for row in work.books.find("conflict", round_id=round_.id, state="open")]
    if conflicts:
        return Parked("invalid", "conflicts_open", conflicts=conflicts)
    if round_["incomplete"]:
        return Parked("invalid", "round_incomplete", missing=round_["incomplete"])
    photos = [row.id for row in work.books.find("photo", round_id=round_.id) if _is_awaited(row)]
    if photos:
        return Parked("invalid", "photos_missing", photos=photos)
    unsigned = [party for party in ("engineer", "client") if not _is_signed(work, view, party)]
    if unsigned:
        return Parked("invalid", "signature_missing", parties=unsigned)
    return None


def seal_round(work: Work, view: RoundView) -> None:
    """Fix the final state and every signed copy under one hash, chained to the project's last seal."""
    round_ = view.round
    next_number(work, "seal")  # takes the row lock: one seal of a project at a time
    chain = (Counter.project_id == work.project_id, Counter.name == "seal")
    previous = work.books.session.scalars(select(Counter.text).where(*chain)).one()
    before = work.promised(f"seal/{round_.id}") if work.record.was_applied else None
    if before is not None:
        previous = before["previous"]
    content = canonical({"previous": previous, **_sealed_content(work, round_)})
    digest = content_hash(content)
    if before is not None and before["hash"] != digest:
        raise Parked("stale", "sealed_otherwise")  # the printed record shows that hash: another content is another seal
    work.made(f"seal/{round_.id}", hash=digest, previous=previous, holding=round_["holding"])
    if not work.books.find("seal", project_id=work.project_id, previous_hash=digest):
        work.books.session.execute(update(Counter).where(*chain).values(text=digest))
    work.insert(
        "seal",
        seal_id(round_.id),
        round_id=round_.id,
        number=round_["number"],
        hash=digest,
        previous_hash=previous,
        content=content,
        sealed_by=work.person,
        sealed_at=work.now,
    )
    work.books.derive(round_, sealed_at=work.now, seal_hash=digest)
    work.insert(
        "client_report",
        work.by_rule("client_report", round_.id),
        round_id=round_.id,
        number=round_["number"],
        name_zh=round_["name_zh"],
        name_en=round_["name_en"],
        occurrence_date=round_["occurrence_date"],
        sealed_at=work.now,
        seal_hash=digest,
        counts=_counts(view),
    )


def _sealed_content(work: Work, round_: Document) -> dict[str, Any]:
    """Everything that belongs to the round, by type and id."""
    rows = {
        name: {row.id: _sealed_fields(row) for row in work.books.find(name, round_id=round_.id)}
        for name in SEALED_TYPES
    }
    return {"round": {"id": round_.id, **_sealed_fields(round_)}, **rows}


def _sealed_fields(row: Document) -> dict[str, Any]:
    later = LATER_FIELDS.get(row.type.name, {})
    return {name: value for name, value in row.wire_fields().items() if name not in later or value != later[name]}


def _counts(view: RoundView) -> dict[str, int]:
    values = [answer["value"] for answer in view.counted]
    return {
        "assets": len(view.assets),
        "items": len(cells_of(view.template, view.assets)) - len(view.hidden),
        "normal": values.count("normal"),
        "abnormal": values.count("abnormal"),
        "not_applicable": values.count("not_applicable"),
        "unmeasured": sum(map(is_unmeasured, view.counted)),
    }


def _is_awaited(photo: Document) -> bool:
    return photo["withdrawn_at"] is None and photo["blob_state"] not in ("verified", "lost")


def _is_signed(work: Work, view: RoundView, party: str) -> bool:
    """Whether a copy of this party still stands, by the template's `resign` rule."""
    current = {"answers": view.counted, "form": view.round.fields}
    copies = work.books.find("signed_copy", round_id=view.round.id, party=party)
    return any(signature_stands(view.template["resign"], json.loads(copy["content"]), current) for copy in copies)
