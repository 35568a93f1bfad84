"""To which project an operation belongs: read from an existing row, else from the parent of a new one."""

from server.models.documents import DOCUMENT_TYPES
from server.sync.checked import Edit
from server.sync.parked import Parked
from server.sync.work import Work

# key field of a new row -> the type of the parent that says its project
_PARENTS = (("round_id", "round"), ("asset_id", "asset"))


def project_of(work: Work) -> str | None:
    """The project, or None for what belongs to the organisation. All edits of one operation lie in one project."""
    entry = work.checked.entry
    assert entry is not None
    if entry.project_of is not None:
        return entry.project_of(work)
    if entry.kind == "edit":
        projects = {_project_of_edit(work, edit) for edit in work.checked.edits}
        if len(projects) > 1:
            raise Parked("invalid", "several_projects")
        return projects.pop()
    if entry.doc_type is None:
        return None
    return work.doc().project_id


def _project_of_edit(work: Work, edit: Edit) -> str | None:
    existing = work.books.get(edit.type, edit.doc)
    if DOCUMENT_TYPES[edit.type].stream_kind == "user":
        owner = existing["person_id"] if existing is not None else (edit.key or {}).get("person_id")
        _only_theirs(work, edit, owner)
        return None
    if existing is not None:
        return existing.project_id
    if DOCUMENT_TYPES[edit.type].stream_kind == "org":
        return None
    key = edit.key or {}
    if edit.type == "project":
        return edit.doc
    if "project_id" in key:
        return work.books.need("project", key["project_id"]).id
    for name, parent in _PARENTS:
        if key.get(name):
            return work.books.need(parent, key[name]).project_id
    raise Parked("forbidden", "unknown_document", type=edit.type, doc=edit.doc)


def _only_theirs(work: Work, edit: Edit, owner: str | None) -> None:
    """A row of a person's own stream: for anybody else it is not there."""
    if owner is None or owner != work.person:
        raise Parked("forbidden", "unknown_document", type=edit.type, doc=edit.doc)
