"""What a ticket raised by a round is called, and what its finding says, in both languages."""

from typing import Final

from server.rules.asset_name import asset_name
from server.rules.blank import is_blank, trimmed
from server.rules.documents import Fields

MAX_TITLE: Final = 120


def ticket_titles(asset: Fields | None, item: Fields | None, check_key: str) -> tuple[str, str]:
    """Chinese and English title: which asset, which check. What was seen is the finding's text.

    Paper rows are named for the good case (服务器工作正常), so a 正常 at the end turns into 异常.
    """
    zh, en = (check_key, check_key) if item is None else (trimmed(item["title_zh"]), trimmed(item["title_en"]))
    zh = f"{zh.removesuffix('正常')}异常"
    en = f"{en}: abnormal"
    if asset is None:
        return zh[:MAX_TITLE], en[:MAX_TITLE]
    return f"{asset_name(asset, 'zh-CN')}·{zh}"[:MAX_TITLE], f"{asset_name(asset, 'en')} · {en}"[:MAX_TITLE]


def finding_text(answer: Fields) -> str | None:
    """The engineer's own words for it: what is seen, else what was measured or shown; byte for byte."""
    for field in ("seen", "actual", "indication", "remark"):
        if not is_blank(answer.get(field)):
            return str(answer[field])
    return None
