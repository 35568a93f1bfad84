"""The chain of a project's operations: each link hashes the one before it, so that nothing can be changed unseen."""

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id

ORGANISATION = "-"  # the chain of what belongs to no project, or could not be placed in one


class Link(Model):
    """The k-th link of a project's chain. An operation whose outcome ripens gets a second one."""

    __tablename__ = "chain"

    project: Mapped[str] = mapped_column(Id, primary_key=True)
    k: Mapped[int] = mapped_column(Integer, primary_key=True)
    op_id: Mapped[str] = mapped_column(Id, index=True)
    outcome: Mapped[str] = mapped_column(String(10))
    hash: Mapped[str] = mapped_column(String(64))
