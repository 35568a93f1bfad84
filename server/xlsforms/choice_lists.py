"""Lists of choices: options of an item, or, where they say normal and abnormal, a judgement."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.xlsforms.keys import Keys
from server.xlsforms.languages import Languages
from server.xlsforms.remarks import Remarks
from server.xlsforms.sheets import Row, Sheet

ABNORMAL = ("rm:abnormal",)
MAX_OPTIONS = 100
_NORMAL = {"normal", "ok", "pass", "passed", "good", "正常", "合格", "符合", "通过"}
_ABNORMAL = {"abnormal", "not ok", "nok", "fail", "failed", "fault", "faulty", "bad", "异常", "不正常", "不合格",
             "不符合", "故障", "不通过"}  # fmt: skip
_NEITHER = {"not applicable", "na", "n/a", "不适用", "无此项"}


@dataclass(frozen=True)
class ChoiceList:
    """`options` of our kind; `keys`: the form's name of a choice to ours; `judged`: to the answer of a judgement."""

    options: list[dict[str, Any]]
    keys: Mapping[str, str]
    judged: Mapping[str, str] | None


def choice_lists(sheet: Sheet, languages: Languages, remarks: Remarks) -> dict[str, ChoiceList]:
    rows: dict[str, list[Row]] = {}
    for row in sheet.rows:
        name = row.get("list name")
        if name and row.get("name"):
            rows.setdefault(name, []).append(row)
        elif row.cells:
            remarks.lost("choice_incomplete", sheet="choices", row=row.number)
    return {name: _list(listed, languages, remarks) for name, listed in rows.items()}


def _list(rows: list[Row], languages: Languages, remarks: Remarks) -> ChoiceList:
    keys, options, judged = Keys(), list[dict[str, Any]](), dict[str, str]()
    for row in rows:
        name, label = row.get("name"), languages.text(row, "label")
        if name in keys.given:
            remarks.lost("choice_twice", sheet="choices", row=row.number, column="name", value=name)
            continue
        if len(options) == MAX_OPTIONS:
            remarks.lost("too_many_choices", sheet="choices", row=row.number, value=name)
            break
        titles = {"title_zh": (label.zh or name)[:200], "title_en": (label.en or name)[:200]}
        options.append({"key": keys.key_of(name), **titles, "abnormal": row.get(*ABNORMAL) in ("yes", "true", "TRUE")})
        answer = _answer(name, label.zh, label.en)
        if answer is not None:
            judged[name] = answer
    return ChoiceList(options, dict(keys.given), judged if _is_judgement(judged, options) else None)


def _answer(*said: str) -> str | None:
    """Which answer of a judgement a choice is, by its name or its label."""
    words = {re.sub(r"[\s_-]+", " ", text.strip().casefold()) for text in said}
    for answer, known in (("normal", _NORMAL), ("abnormal", _ABNORMAL), ("not_applicable", _NEITHER)):
        if words & known:
            return answer
    return None


def _is_judgement(judged: Mapping[str, str], options: list[dict[str, Any]]) -> bool:
    answers = list(judged.values())
    each_once = len(answers) == len(options) == len(set(answers))
    return each_once and {"normal", "abnormal"} <= set(answers)
