"""The two languages, and which one this answer is written in."""

from dataclasses import dataclass
from typing import Final, Literal

from flask import has_request_context, request

Language = Literal["zh-CN", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh-CN", "en")
DEFAULT_LANGUAGE: Final[Language] = "zh-CN"


@dataclass(frozen=True)
class Sentence:
    """One text for people, in both languages; `{names}` are filled in when it is said."""

    zh: str
    en: str

    def say(self, language: Language, **facts: object) -> str:
        text = self.zh if language == "zh-CN" else self.en
        return text.format(**facts)


def request_language() -> Language:
    """What the request asks for by Accept-Language: the app sends its own setting."""
    if not has_request_context():
        return DEFAULT_LANGUAGE
    best = request.accept_languages.best_match(["zh-CN", "zh", "en"], default=DEFAULT_LANGUAGE)
    return "en" if best == "en" else "zh-CN"
