"""Operations on what is asked: templates are published whole and never change."""

from marshmallow import Schema, fields, validate

from server.operations.fields import MAX_WHOLE, one_of, words
from server.operations.template_items import a_key, template_items
from server.sync.parked import Parked
from server.sync.registry import SERVER_ONLY, decision
from server.sync.work import Work


class PublishTemplate(Schema):
    key = a_key()
    version = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=MAX_WHOLE))
    name_zh = words()
    name_en = words()
    resign = one_of("never", "on_finding_change", "always", required=True)
    items = template_items()


def _organisation(_: Work) -> None:
    """A template belongs to the organisation, not to a project."""


@decision("publish_template", roles=SERVER_ONLY, doc_type="template", args=PublishTemplate(), project_of=_organisation)
def publish_template(work: Work) -> None:
    """Publish one version, for ever."""
    if work.books.get("template", work.doc_id) is not None:
        raise Parked("invalid", "already_published")
    template = work.books.insert("template", work.doc_id, None, {**work.args, "published_at": work.now})
    work.record.docs[template.id] = template
