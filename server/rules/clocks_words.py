"""Every due time explains itself in one sentence: what is counted from when, how long, what stood still, until when."""

from collections.abc import Iterable
from typing import Final
from zoneinfo import ZoneInfo

from server.rules.clocks_reckoning import MINUTE
from server.rules.clocks_reckoning import merged as merged_gaps
from server.rules.clocks_types import Clock, ClockStop
from server.rules.instants import instant, milliseconds
from server.rules.language import Language
from server.rules.sla_policy import Policy
from server.rules.work_calendar import WorkCalendar

_NAMES: Final = {
    "phone_response": ("电话响应", "Phone response"),
    "first_answer": ("首次答复", "First answer"),
    "dispatch": ("现场响应", "Dispatch"),
    "arrival": ("抵达现场", "Arrival"),
    "on_site": ("工程师到场", "Engineer on site"),
    "diagnosis": ("故障判断", "Diagnosis"),
    "solution": ("解决方案", "Solution or workaround"),
    "repair": ("故障修复", "Repair"),
    "spare": ("备件到位", "Spare in place"),
    "information": ("信息答复", "Information"),
}
_FROM: Final = {
    "registration": ("登记", "registration"),
    "found": ("发现", "the fault being found"),
    "phone_response": ("电话响应", "phone response"),
    "dispatch": ("派工", "dispatch"),
    "arrival": ("到场", "arrival"),
    "diagnosis": ("判断", "diagnosis"),
}
_CALENDAR: Final = {
    "always": ("7×24 计时", "counted round the clock"),
    "working": ("只计工作时间", "counted in working hours"),
}
_REASON: Final = {
    "waiting_client": ("等甲方", "waiting for the client"),
    "waiting_part": ("等配件", "waiting for a part"),
    "access": ("进不了现场", "no access"),
    "agreed": ("双方商定", "as agreed"),
}


def explain(policy: Policy, clock: Clock, language: Language) -> str:
    """In the project's local time; a clock that does not run says why."""
    zh = language != "en"
    parts = [_promise(policy, clock, zh), _pick(_CALENDAR[clock["calendar"]], zh), *_stops(policy, clock, zh)]
    end = _ending(policy, clock, zh)
    if zh:
        return f"{_NAMES[clock['key']][0]}：{'，'.join([*parts, end])}。"
    return f"{_NAMES[clock['key']][1]}: {', '.join([*parts, end])}."


def minutes_text(minutes: int, language: Language) -> str:
    """Whole hours from two on, else minutes."""
    hours = minutes % 60 == 0 and minutes >= 120
    if language == "en":
        return f"{minutes // 60} h" if hours else f"{minutes} min"
    return f"{minutes // 60} 小时" if hours else f"{minutes} 分钟"


def _promise(policy: Policy, clock: Clock, zh: bool) -> str:
    source = clock["counts_from"]
    origin = _pick(_FROM["found" if source == "registration" and policy["moment"] == "found" else source], zh)
    limit = minutes_text(clock["limit_minutes"], "zh-CN" if zh else "en")
    if clock["started_at"] is None:
        return f"{origin}后 {limit}内" if zh else f"within {limit} of {origin}"
    start = _local(policy, clock["started_at"])
    return f"自 {start} {origin}起 {limit}内" if zh else f"within {limit} of {origin} at {start}"


def _stops(policy: Policy, clock: Clock, zh: bool) -> list[str]:
    """What stood still and is over, in counted time; of pauses also why."""
    language: Language = "zh-CN" if zh else "en"
    calendar = WorkCalendar(policy["calendar"], clock["calendar"])
    said = []
    if clock["paused_minutes"]:
        stood, why = minutes_text(clock["paused_minutes"], language), _reasons(clock, zh, lasting=False)
        said.append(f"停表 {stood}（{why}）" if zh else f"paused for {stood} ({why})")
    solved = _counted(calendar, (stop for stop in clock["stops"] if stop["why"] == "solved"))
    if solved:
        stood = minutes_text(solved, language)
        said.append(f"算已解决的 {stood}不计" if zh else f"without the {stood} that it counted as solved")
    gone = _counted(calendar, (stop for stop in clock["stops"] if stop["why"] == "withdrawn"))
    if gone:
        stood = minutes_text(gone, language)
        said.append(f"撤销期间的 {stood}不计" if zh else f"without the {stood} that it was withdrawn")
    return said


def _ending(policy: Policy, clock: Clock, zh: bool) -> str:
    state, due = clock["state"], clock["due_at"]
    until = "" if due is None else _local(policy, due)
    if state == "cancelled":
        return "已撤销，不再计时" if zh else "withdrawn, no longer counted"
    if state == "waiting" or clock["started_at"] is None:
        origin = _pick(_FROM[clock["counts_from"]], zh)
        return f"还没{origin}" if zh else f"no {origin} yet"
    if state == "paused":
        since, why = _local(policy, clock["paused_since"] or clock["started_at"]), _reasons(clock, zh, lasting=True)
        paused = f"自 {since} 停表（{why}）" if zh else f"paused since {since} ({why})"
        if due is not None:
            return f"最晚 {until}，{paused}" if zh else f"due {until}, {paused}"
        left = minutes_text(clock["left_minutes"] or 0, "zh-CN" if zh else "en")
        return f"{paused}，还剩 {left}" if zh else f"{paused}, {left} left"
    if clock["met_at"] is None:
        return f"最晚 {until}" if zh else f"due {until}"
    done = _local(policy, clock["met_at"])
    if zh:
        return f"最晚 {until}，{done} 完成，{'按时' if state == 'met' else '超时'}"
    return f"due {until}, done {done}, {'in time' if state == 'met' else 'late'}"


def _reasons(clock: Clock, zh: bool, *, lasting: bool) -> str:
    found = [
        stop["reason"] or "" for stop in clock["stops"] if stop["why"] == "paused" and (stop["end"] is None) is lasting
    ]
    return ("、" if zh else ", ").join(
        _pick(_REASON.get(reason, (reason, reason)), zh) for reason in dict.fromkeys(found)
    )


def _counted(calendar: WorkCalendar, stops: Iterable[ClockStop]) -> int:
    spans = merged_gaps((milliseconds(one["begin"]), milliseconds(one["end"])) for one in stops if one["end"])
    return sum(calendar.counted(begin, end) for begin, end in spans if end is not None) // MINUTE


def _local(policy: Policy, moment: str) -> str:
    zone = ZoneInfo(policy["calendar"]["time_zone"])
    return instant(moment).astimezone(zone).strftime("%Y-%m-%d %H:%M")


def _pick(words: tuple[str, str], zh: bool) -> str:
    return words[0] if zh else words[1]
