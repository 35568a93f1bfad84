"""The register of calls, letters, e-mails and visits (来电来函登记, domain.md T1)."""

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.synced import Synced
from server.models.types import Id, Instant


class Contact(Synced, Model):
    """Somebody got in touch; `ticket_id` is empty where no ticket followed."""

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_project_contacted", "project_id", "contacted_at"),)
    synced_as = "contact"

    channel: Mapped[str] = mapped_column(String(10))
    contacted_at: Mapped[str] = mapped_column(Instant)
    caller_name: Mapped[str | None] = mapped_column(Text)
    caller_phone: Mapped[str | None] = mapped_column(Text)
    caller_organisation: Mapped[str | None] = mapped_column(Text)
    asset_id: Mapped[str | None] = mapped_column(Id, ForeignKey("asset.id"), index=True)
    text: Mapped[str | None] = mapped_column(Text)
    ticket_id: Mapped[str | None] = mapped_column(Id, ForeignKey("ticket.id"), index=True)
    answer: Mapped[str | None] = mapped_column(Text)
    taken_by: Mapped[str | None] = mapped_column(Id)
    registered_at: Mapped[str] = mapped_column(Instant)
