"""The address at which a person's calendar program reads their shifts: it cannot sign in."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id, Instant


class CalendarFeed(Model):
    """The address is derived from `nonce`: a new one ends the old address. No row: nobody asked for one."""

    __tablename__ = "calendar_feed"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), primary_key=True)
    nonce: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[str] = mapped_column(Instant)
