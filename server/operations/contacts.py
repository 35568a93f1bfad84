"""The register of calls, letters, e-mails and visits (来电来函登记, domain.md T1): also where no ticket follows."""

from marshmallow import Schema

from server.operations.fields import InstantField, an_id, one_of, text, words
from server.sync.registry import STAFF, event
from server.sync.work import Work

CHANNELS = ("call", "letter", "email", "visit", "app")


class RegisterContact(Schema):
    """`contacted_at`: when they called or the letter came, as its author says; absent: as the operation's own time."""

    channel = one_of(*CHANNELS, required=True)
    contacted_at = InstantField(allow_none=True, load_default=None)
    caller_name = words(required=False)
    caller_phone = words(required=False, most=40)
    caller_organisation = words(required=False)
    asset_id = an_id(required=False)
    ticket_id = an_id(required=False)
    answer = text()
    text = text()


@event("register_contact", roles=STAFF, doc_type="project", args=RegisterContact())
def register_contact(work: Work) -> None:
    """Somebody got in touch. What they said is kept as it was taken down; a ticket that it led to is named."""
    said = {"contacted_at": work.at, **{name: value for name, value in work.args.items() if value is not None}}
    work.insert_own("contact", **said, taken_by=work.person, registered_at=work.now)
