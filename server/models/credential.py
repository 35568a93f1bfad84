"""How a person proves who they are. Never an operation: the books are read by many, a password by nobody."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant


class Credential(Model):
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), primary_key=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    changed_at: Mapped[str] = mapped_column(Instant)
