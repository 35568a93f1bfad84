"""The words of a message: what, where, by when, and a link. Short, for a phone's first lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from server.language import Language, Sentence
from server.models.types import parse_instant
from server.notifications.words import CLOCKS, NO_SEVERITY, SEVERITIES, TIERS
from server.rules.language import localised

APP: Final = Sentence("巡检通", "Roundsman")
# What happened: said to a person, and to a group where that differs.
HAPPENED: Final[dict[str, Sentence]] = {
    "assigned": Sentence("工单 {number} 派给您了", "Ticket {number} is yours"),
    "raised": Sentence("新工单 {number}，{severity}", "New ticket {number}, {severity}"),
    "near": Sentence("工单 {number} 的{clock}快到时限", "Ticket {number}: {clock} is near its limit"),
    "past": Sentence("工单 {number} 的{clock}已超时", "Ticket {number}: {clock} is past its limit"),
    "escalated": Sentence("工单 {number} 已升到{tier}", "Ticket {number} went up to {tier}"),
    "handed_over": Sentence("工单 {number} 转给您了", "Ticket {number} was handed over to you"),
    "confirmation_asked": Sentence(
        "工单 {number} 已处理，请您确认", "Ticket {number} was dealt with: please confirm it"
    ),
    "client_confirmed": Sentence("甲方已确认工单 {number} 解决", "The client confirmed ticket {number}"),
    "client_refused": Sentence(
        "甲方没有认可工单 {number} 的处理", "The client did not accept the result of ticket {number}"
    ),
    "vendor_asked": Sentence("工单 {number} 请原厂协助", "Ticket {number}: the vendor's help is asked for"),
    "vendor_answered": Sentence("原厂已答复工单 {number}", "The vendor answered on ticket {number}"),
    "commented": Sentence("工单 {number} 有新留言", "A new comment on ticket {number}"),
    "phone_unseen": Sentence(
        "{who}的手机 {hours} 小时没联网，可能有 {rounds} 轮没交",
        "{who}’s phone was unseen for {hours} h and may hold {rounds} rounds",
    ),
    "missed": Sentence("巡检 {number} 到期没有人做，已漏检", "Round {number} was not begun in time and is missed"),
    "trial": Sentence("测试消息：“{name}”已接好", "A trial message: “{name}” works"),
}
TO_A_GROUP: Final[dict[str, Sentence]] = {
    "assigned": Sentence("工单 {number} 已派工", "Ticket {number} was assigned"),
    "handed_over": Sentence("工单 {number} 已转交", "Ticket {number} was handed over"),
    "confirmation_asked": Sentence("工单 {number} 已处理，等甲方确认", "Ticket {number} waits for the client's word"),
}
LINES: Final[tuple[tuple[str, Sentence], ...]] = (
    ("title", Sentence("什么：{title}（{severity}）", "What: {title} ({severity})")),
    ("round", Sentence("巡检：{round}", "Round: {round}")),
    ("where", Sentence("哪里：{where}", "Where: {where}")),
    ("due", Sentence("截止：{due}", "By: {due}")),
    ("text", Sentence("说明：{text}", "Note: {text}")),
    ("code", Sentence("验证码：{code}", "Code: {code}")),
)


@dataclass(frozen=True)
class Words:
    """`link` is where it leads; null for what leads nowhere."""

    subject: str
    text: str
    link: str | None


def words_of(
    kind: str, args: Mapping[str, Any], *, language: Language, time_zone: str, link: str | None, to_a_group: bool
) -> Words:
    """`args`: the facts that were taken when it was written, and what the kind adds (docs/tickets.md, "Messages")."""
    facts = _facts(args, language, time_zone)
    sentence = (TO_A_GROUP.get(kind) if to_a_group else None) or HAPPENED[kind]
    happened = sentence.say(language, **facts)
    link = args.get("url") or link
    lines = [happened, *(line.say(language, **facts) for name, line in LINES if facts[name]), *([link] if link else [])]
    app = APP.say(language)
    lines[0] = f"【{app}】{happened}" if language == "zh-CN" else f"[{app}] {happened}"
    subject = f"{happened} · {facts['title']}" if facts["title"] else happened
    return Words(subject, "\n".join(lines), link)


def _facts(args: Mapping[str, Any], language: Language, time_zone: str) -> dict[str, str]:
    where = [_either(args, "place", language), _either(args, "asset", language)]
    return {
        "number": str(args.get("number") or ""),
        "title": _either(args, "title", language),
        "round": _either(args, "round", language),
        "severity": SEVERITIES.get(args.get("severity") or 0, NO_SEVERITY).say(language),
        "where": " · ".join(part for part in where if part),
        "due": _local(args.get("due_at"), time_zone),
        "clock": _known(CLOCKS, args.get("clock"), language),
        "tier": _known(TIERS, args.get("to_tier"), language),
        **{name: str(args.get(name) or "") for name in ("text", "code", "name", "hours", "rounds")},
        "who": _either(args, "who", language),
    }


def _either(args: Mapping[str, Any], name: str, language: Language) -> str:
    return localised({f"{name}_zh": args.get(f"{name}_zh"), f"{name}_en": args.get(f"{name}_en")}, name, language)


def _known(words: Mapping[Any, Sentence], key: Any, language: Language) -> str:
    return words[key].say(language) if key in words else str(key or "")


def _local(moment: str | None, time_zone: str) -> str:
    """On the project's clock, absolute: the message may be read much later."""
    if moment is None:
        return ""
    return parse_instant(moment).astimezone(ZoneInfo(time_zone)).strftime("%Y-%m-%d %H:%M")
