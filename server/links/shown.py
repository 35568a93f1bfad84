"""A frozen case in the words of its page: the link's language, the project's local time."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from server.database import reading
from server.language import Sentence
from server.models import Project, TicketLink
from server.reports.record.figures import moment, zone_name

EVENTS = {
    "answered": Sentence("已电话答复", "Answered by phone"),
    "arrived": Sentence("工程师到场", "Engineer arrived"),
    "guided": Sentence("电话指导处理", "Guided by phone"),
    "diagnosed": Sentence("找到原因", "Cause found"),
    "needs_part": Sentence("需要配件", "Part needed"),
    "spare_placed": Sentence("备机已到位", "Spare equipment in place"),
    "resolved": Sentence("已处理", "Solved"),
    "session_held": Sentence("专家会诊", "Expert session"),
}
_WORDS = ("text", "cause", "solution", "conclusion")


@dataclass(frozen=True)
class Step:
    at: str
    name: str
    text: str


@dataclass(frozen=True)
class Case:
    """What the page prints; all of it is text, nothing is markup."""

    number: str
    title: str
    project: str
    asset: str | None
    serial: str | None
    opened_at: str
    solution: str | None
    solved_at: str | None
    description: str | None
    question: str | None
    findings: list[str]
    steps: list[Step]
    photos: list[str]
    until: str
    zone: str


def shown_case(link: TicketLink) -> Case:
    """Read the pack; the project's name and zone are as today."""
    pack: dict[str, Any] = link.pack
    with reading() as session:
        project = session.get_one(Project, link.project_id)
        zone = ZoneInfo(project.time_zone)
        names = {"zh-CN": project.name_zh, "en": project.name_en}
    chinese = link.language == "zh-CN"
    asset, done = pack.get("asset"), pack.get("resolution")
    return Case(
        number=pack["number"],
        title=pack["title_zh" if chinese else "title_en"],
        project=names[link.language],
        asset=_asset(asset, chinese) if asset else None,
        serial=_joined(asset["brand"], asset["model"], asset["serial"]) if asset else None,
        opened_at=moment(pack["opened_at"], zone),
        solution=done.get("solution") if done else None,
        solved_at=moment(done["at"], zone) if done else None,
        description=pack.get("description"),
        question=pack.get("question"),
        findings=[_joined(f["text"], f["indication"], f["actual"], f["reading"]) for f in pack["findings"]],
        steps=[_step(event, zone, link.language) for event in pack["events"]],
        photos=pack["photos"],
        until=moment(link.expires_at, zone),
        zone=zone_name(zone, link.expires_at),
    )


def _asset(asset: dict[str, Any], chinese: bool) -> str:
    return _joined(asset["code"], asset["name_zh"] if chinese or not asset["name_en"] else asset["name_en"])


def _step(event: dict[str, Any], zone: ZoneInfo, language: str) -> Step:
    args = event["args"] or {}
    text = _joined(*(args.get(name) for name in _WORDS))
    name = EVENTS[event["name"]]
    return Step(moment(event["at"], zone), name.zh if language == "zh-CN" else name.en, text)


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)
