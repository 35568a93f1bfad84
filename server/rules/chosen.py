"""What was chosen, in words."""

from typing import Final

from server.rules.documents import Fields
from server.rules.language import Language, localised

_JOINED_BY: Final[dict[Language, str]] = {"zh-CN": "、", "en": ", "}


def chosen_text(item: Fields, answer: Fields, language: Language) -> str | None:
    """Titles of the options taken, in the order of the item; an option that the item does not have by its key."""
    chosen = list(answer.get("chosen") or ())
    titles = {option["key"]: localised(option, "title", language) for option in item.get("options") or ()}
    order = [key for key in titles if key in chosen] + [key for key in chosen if key not in titles]
    return _JOINED_BY[language].join(titles.get(key, key) for key in order) or None
