"""Operations that set up a contract: its project, people and their grants."""

from zoneinfo import ZoneInfo

from marshmallow import Schema, ValidationError, fields, validate
from sqlalchemy import delete, select, update

from server.models import Grant, Person, Project
from server.operations.fields import CATEGORIES, DayField, NoKey, ProjectKey, an_id, one_of, text, words
from server.operations.membership import give_roles, keep_a_supervisor, new_person, sign_in_name
from server.rules.ids import member_id
from server.sync.actor import ROLES
from server.sync.feed import dialect_insert
from server.sync.parked import Parked
from server.sync.registry import SERVER_ONLY, SUPERVISORS, EditTarget, decision, edit
from server.sync.work import Work


def _is_time_zone(name: str) -> None:
    """A name that `zoneinfo` knows: deadlines are computed with it."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValidationError("not a time zone") from None


class ProjectFields(Schema):
    code = words(most=40)
    name_zh = words()
    name_en = words()
    contract_number = text(most=200)
    client_name_zh = text(most=200)
    client_name_en = text(most=200)
    provider_name_zh = text(most=200)
    provider_name_en = text(most=200)
    starts_on = DayField(allow_none=True)
    ends_on = DayField(allow_none=True)
    time_zone = fields.String(required=True, validate=[validate.Length(max=60), _is_time_zone])


class MemberKey(ProjectKey):
    person_id = an_id()


class MemberFields(Schema):
    display_name_zh = words()
    display_name_en = words()
    roles = fields.List(one_of(*ROLES, required=True))
    title_zh = text(most=200)
    title_en = text(most=200)
    phone = text(most=40)
    skills = fields.List(one_of(*CATEGORIES, required=True), validate=validate.Length(max=len(CATEGORIES)))


class AddPerson(Schema):
    """`is_administrator`: may begin projects in this installation."""

    person_id = an_id()
    name = sign_in_name()
    display_name_zh = words()
    display_name_en = words()
    language = one_of("zh-CN", "en", required=True)
    is_administrator = fields.Boolean(load_default=False)


class AppointAdministrator(Schema):
    person_id = an_id()
    is_administrator = fields.Boolean(required=True)


class GrantRole(Schema):
    person_id = an_id()
    project_id = an_id()
    roles = fields.List(one_of(*ROLES, required=True), required=True, validate=validate.Length(min=1))


class RevokeRole(Schema):
    person_id = an_id()
    project_id = an_id()


def partial(schema: type[Schema]) -> Schema:
    """The fields of an edit: any of them, no defaults."""
    return schema(partial=True)


edit("describe_project", roles=SUPERVISORS, targets={"project": EditTarget(partial(ProjectFields), NoKey())})
edit("describe_member", roles=SUPERVISORS, targets={"member": EditTarget(partial(MemberFields), MemberKey())})


@decision("add_person", roles=SERVER_ONLY, args=AddPerson())
def add_person(work: Work) -> None:
    """Make someone who can be given rights. Adding the same person again changes nothing."""
    new_person(work, work.args)


@decision("appoint_administrator", roles=SERVER_ONLY, args=AppointAdministrator())
def appoint_administrator(work: Work) -> None:
    """Let somebody begin projects, or no longer."""
    _known_person(work)
    change = update(Person).where(Person.id == work.args["person_id"])
    work.books.session.execute(change.values(is_administrator=work.args["is_administrator"]))


@decision(
    "begin_project",
    roles=SERVER_ONLY,
    administrators=True,
    doc_type="project",
    args=ProjectFields(),
    project_of=lambda work: work.doc_id,
    makes_doc=True,
)
def begin_project(work: Work) -> None:
    """Make a project; who begins it is its first supervisor."""
    if work.books.get("project", work.doc_id) is not None:
        raise Parked("stale", "already_settled")
    same_code = select(Project.id).where(Project.code == work.args["code"])
    if work.books.session.scalars(same_code.limit(1)).first() is not None:
        raise Parked("invalid", "project_code_taken")
    project = work.insert_named("project", work.doc_id, **work.args)
    work.record.docs[project.id] = project
    maker = work.books.session.get(Person, work.person) if work.person else None
    if maker is not None:
        give_roles(work, maker, ["supervisor"])


def _project_named(work: Work) -> str:
    return work.books.need("project", work.args["project_id"]).id


@decision("grant_role", roles=SUPERVISORS, args=GrantRole(), project_of=_project_named)
def grant_role(work: Work) -> None:
    """Give rights in a project; the one source of rights. Nobody changes their own."""
    if work.person == work.args["person_id"]:
        raise Parked("forbidden", "role_missing")
    keep_a_supervisor(work)
    upsert = dialect_insert(work.books.session)(Grant)
    values = {name: work.args[name] for name in ("person_id", "project_id", "roles")}
    statement = upsert.on_conflict_do_update(
        index_elements=["person_id", "project_id"], set_={"roles": upsert.excluded.roles}
    )
    _known_person(work)
    work.books.at_end(statement, values)  # the project may be new in this very batch
    _show_roles(work, list(work.args["roles"]))


@decision("revoke_role", roles=SUPERVISORS, args=RevokeRole(), project_of=_project_named)
def revoke_role(work: Work) -> None:
    """Take all rights in a project; the phone drops its streams at the next pull."""
    if work.person == work.args["person_id"]:
        raise Parked("forbidden", "role_missing")
    keep_a_supervisor(work)
    work.books.session.execute(
        delete(Grant).where(Grant.person_id == work.args["person_id"], Grant.project_id == work.args["project_id"])
    )
    _show_roles(work, [])


def _known_person(work: Work) -> None:
    if work.books.session.get(Person, work.args["person_id"]) is None:
        raise Parked("invalid", "unknown_reference", type="person", doc=work.args["person_id"])


def _show_roles(work: Work, roles: list[str]) -> None:
    member = work.books.get("member", member_id(work.args["project_id"], work.args["person_id"]))
    if member is not None:
        work.books.write(member, "roles", roles, [work.op])
