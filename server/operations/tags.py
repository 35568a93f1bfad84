"""Operations on tags: issued, revoked, replaced. A code is never used twice."""

from typing import Any

from marshmallow import Schema, fields, validate

from server.operations.fields import an_id, text
from server.rules.tags import is_code
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, decision
from server.sync.work import Work, seen_doc

MOST_TAGS = 500  # in one operation
_CHECK = validate.Regexp(r"[A-Z2-7]{16}\Z")


class IssueTag(Schema):
    asset_id = an_id()
    code = fields.String(required=True, validate=validate.Length(equal=7))
    check = fields.String(required=True, validate=_CHECK)


class NewTag(IssueTag):
    tag_id = an_id()


class IssueTags(Schema):
    tags = fields.List(fields.Nested(NewTag), required=True, validate=validate.Length(min=1, max=MOST_TAGS))


class Replacement(Schema):
    tag_id = an_id()
    code = fields.String(required=True, validate=validate.Length(equal=7))
    check = fields.String(required=True, validate=_CHECK)


class RevokeTag(Schema):
    reason = text(required=True, most=500)
    replacement = fields.Nested(Replacement, allow_none=True, load_default=None)


def _project_of_asset(work: Work) -> str | None:
    return work.books.need("asset", work.args["asset_id"]).project_id


@decision("issue_tag", roles=SUPERVISORS, doc_type="tag", args=IssueTag(), project_of=_project_of_asset, makes_doc=True)
def issue_tag(work: Work) -> None:
    """Print a new label for an asset."""
    _issue(work, work.doc_id, work.args["asset_id"], work.args)


@decision("issue_tags", roles=SUPERVISORS, doc_type="project", args=IssueTags())
def issue_tags(work: Work) -> None:
    """Give many assets their first label at once. One that has a label in use by now keeps that alone."""
    tags = {tag["asset_id"]: tag for tag in work.args["tags"]}
    work.books.load({"asset": list(tags)})
    work.books.find_among("tag", "asset_id", list(tags))
    work.books.find_among("tag", "code", [tag["code"] for tag in tags.values()])
    for asset_id, tag in tags.items():
        work.require("asset", asset_id)
        if all(row["revoked_at"] is not None for row in work.books.find("tag", asset_id=asset_id)):
            _issue(work, tag["tag_id"], asset_id, tag)


@decision("revoke_tag", roles=SUPERVISORS, doc_type="tag", args=RevokeTag(), seen_set=seen_doc)
def revoke_tag(work: Work) -> None:
    """Take a label out of use; whoever scans it learns what replaced it."""
    tag = work.doc()
    if tag["revoked_at"] is not None:
        raise Parked("stale", "tag_revoked")
    replacement = work.args["replacement"]
    if replacement is not None:
        _issue(work, replacement["tag_id"], tag["asset_id"], replacement)
    work.books.write(tag, "revoked_at", work.now, [work.op])
    work.books.write(tag, "revoked_reason", work.args["reason"], [work.op])
    work.books.write(tag, "replaced_by_id", replacement and replacement["tag_id"], [work.op])
    work.record.docs[tag.id] = tag


def _issue(work: Work, tag_id: str, asset_id: str, values: Any) -> None:
    if not is_code(values["code"]):
        raise Parked("invalid", "malformed", errors={"code": ["its last character is not its check digit"]})
    if work.books.get("tag", tag_id) is not None or work.books.find("tag", code=values["code"]):
        raise Parked("invalid", "tag_taken")
    facts = {"asset_id": asset_id, "code": values["code"], "check": values["check"], "issued_at": work.now}
    tag = work.insert_named("tag", tag_id, **facts)
    work.record.docs[tag.id] = tag
