"""Which version of the project's clock policy a ticket begins with, for life."""

from server.rules.sla_policy import Policy, default_policy
from server.sync.document import Document
from server.sync.work import Work


def newest_policy(work: Work, at: str) -> str | None:
    """The newest version that held at that moment; None where the project has none: the contract's default holds."""
    held = [row for row in work.books.look("sla_policy", project_id=work.project_id) if row["valid_from"] <= at]
    return max(held, key=lambda row: int(row["version"])).id if held else None


def policy_of(work: Work, ticket: Document) -> Policy:
    """The body of the version that the ticket began with."""
    row = work.books.look_at("sla_policy", ticket["policy_id"]) if ticket["policy_id"] else None
    if row is not None:
        body: Policy = row["body"]
        return body
    return default_policy(work.books.need("project", ticket.project_id)["time_zone"])
