"""A project's clock policy (S5): every change is a new version, a ticket keeps the one that it began with."""

from marshmallow import Schema, fields

from server.operations.fields import an_id
from server.rules.sla_policy_check import policy_problems
from server.sync.document import Document
from server.sync.parked import Parked
from server.sync.registry import SUPERVISORS, decision
from server.sync.work import Work


class ChangePolicy(Schema):
    """`body`: the whole policy (server/rules/sla_policy.py)."""

    project_id = an_id()
    body = fields.Dict(keys=fields.String(), required=True)


def _project_named(work: Work) -> str:
    return work.books.need("project", work.args["project_id"]).id


def _versions(work: Work) -> list[Document]:
    return work.books.find("sla_policy", project_id=work.args["project_id"])


@decision("change_policy", roles=SUPERVISORS, args=ChangePolicy(), project_of=_project_named, seen_set=_versions)
def change_policy(work: Work) -> None:
    """Values that make no sense are refused, each by its field. Its id is the operation's."""
    problems = policy_problems(work.args["body"])
    if problems:
        raise Parked("invalid", "policy_makes_no_sense", problems=problems)
    version = max((int(row["version"]) for row in _versions(work)), default=0) + 1
    work.insert_own("sla_policy", version=version, valid_from=work.now, changed_by=work.person, body=work.args["body"])
