"""Who acts: a person at a phone or desk, or the server itself (job, import, command line)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ActorKind = Literal["person", "link", "job", "import", "cli"]
Role = Literal["engineer", "supervisor", "desk", "client"]
SERVER_KINDS = ("job", "import", "cli")
ROLES: tuple[Role, ...] = ("engineer", "supervisor", "desk", "client")


@dataclass(frozen=True)
class Actor:
    """`id` is a person's id, or the name of the job or import. Rights in a project come from `grants` alone."""

    kind: ActorKind
    id: str
    device_id: str | None = None
    on_behalf_of: str | None = None
    grants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    is_administrator: bool = False

    @property
    def is_server(self) -> bool:
        return self.kind in SERVER_KINDS

    @property
    def person_id(self) -> str | None:
        """The person who answers for what is done."""
        return self.id if self.kind == "person" else self.on_behalf_of

    @property
    def is_remote(self) -> bool:
        """At a phone or desk of their own: what comes from there is not of our making."""
        return self.device_id is not None

    def roles_in(self, project_id: str | None) -> frozenset[str]:
        return self.grants.get(project_id, frozenset()) if project_id else frozenset()

    def roles_anywhere(self) -> frozenset[str]:
        return frozenset[str]().union(*self.grants.values())
