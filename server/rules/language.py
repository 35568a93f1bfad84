"""Which of a document's two names is said."""

from typing import Literal

from server.rules.blank import is_blank
from server.rules.documents import Fields

Language = Literal["zh-CN", "en"]


def localised(document: Fields, field: str, language: Language) -> str:
    """`name` → name_zh or name_en; the other one where this one is blank."""
    zh, en = document[f"{field}_zh"], document[f"{field}_en"]
    first, second = (en, zh) if language == "en" else (zh, en)
    return str((second if is_blank(first) else first) or "")
