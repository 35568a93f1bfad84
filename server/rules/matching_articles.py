"""Which articles may help (T3): of the same category and kind, and with the same words."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

SAME_CATEGORY: Final = 3
OTHER_CATEGORY: Final = -3
SAME_KIND: Final = 2
MOST_FOR_WORDS: Final = 6
ENOUGH: Final = 4
MOST_ARTICLES: Final = 5

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z0-9]{2,}")
_TOLD: Final = ("title_zh", "title_en", "symptom")


def matching_articles(
    articles: Iterable[Mapping[str, Any]], category: str | None, kind: str | None, words: str
) -> list[str]:
    """Ids of the few that fit best, best first; among equals what helped more often."""
    wanted = _pieces(words)
    scored = [(_score(article, category, kind, wanted), article) for article in articles]
    fitting = [(score, article) for score, article in scored if score >= ENOUGH]
    fitting.sort(key=lambda found: (-found[0], -found[1]["helped"], found[1]["id"]))
    return [article["id"] for _, article in fitting[:MOST_ARTICLES]]


def _score(article: Mapping[str, Any], category: str | None, kind: str | None, wanted: set[str]) -> int:
    told = _pieces("\n".join(article[name] or "" for name in _TOLD))
    score = min(len(wanted & told), MOST_FOR_WORDS)
    if category is not None and article["category"] is not None:
        score += SAME_CATEGORY if article["category"] == category else OTHER_CATEGORY
    if kind is not None and article["kind"] == kind:
        score += SAME_KIND
    return score


def _pieces(text: str) -> set[str]:
    """Pairs of neighbouring Chinese characters, and Latin words."""
    lowered = text.lower()
    pairs = {run[at : at + 2] for run in _HAN.findall(lowered) for at in range(len(run) - 1)}
    return pairs | set(_LATIN.findall(lowered))
