"""What a survey row is, from the many spellings that its `type` may have."""

import re
from dataclasses import dataclass
from typing import Literal

from pyxform import aliases

Kind = Literal[
    "reading", "text", "note", "photo", "scan", "select_one", "select_multiple", "acknowledge",
    "begin", "end", "recorded", "computed", "elsewhere", "unknown",
]  # fmt: skip

_SELECTS = {
    **{name: "select_multiple" for name in aliases.select if "multiple" in name or "all that apply" in name},
    **dict.fromkeys(("select one", "select_one", "select1", "select one from"), "select_one"),
    "add select one prompt using": "select_one",
}  # fmt: skip
_FROM_FILE = (*aliases.select_from_file, "select_one_external", "rank", "cascading_select", "cascading select")
_PLAIN: dict[str, tuple[Kind, str]] = {
    **dict.fromkeys(("integer", "int", "add integer prompt"), ("reading", "integer")),
    **dict.fromkeys(("decimal", "add decimal prompt", "range"), ("reading", "decimal")),
    **dict.fromkeys(("text", "string", "add text prompt"), ("text", "text")),
    **dict.fromkeys(("note", "add note prompt"), ("note", "note")),
    **dict.fromkeys(("image", "photo", "add image prompt", "add photo prompt"), ("photo", "photo")),
    **dict.fromkeys(("barcode", "add barcode prompt"), ("scan", "scan")),
    **dict.fromkeys(("acknowledge", "trigger", "add acknowledge prompt"), ("acknowledge", "acknowledge")),
    **dict.fromkeys(("date", "time", "datetime", "add date prompt", "add date time prompt"), ("text", "date")),
    **dict.fromkeys(("calculate", "hidden", "add calculate prompt"), ("computed", "computed")),
    **dict.fromkeys(("phone number", "add phone number prompt"), ("text", "text")),
    **dict.fromkeys(
        ("start", "end", "today", "start time", "end time", "deviceid", "device id", "imei", "username", "phonenumber",
         "get start time", "get end time", "get today", "get device id", "get phone number", "audit", "email",
         "subscriberid", "subscriber id", "simserial", "sim id"),
        ("recorded", "recorded"),
    ),
}  # fmt: skip
_EDGE = re.compile(r"(begin|end)[\s_]+(" + "|".join(sorted(aliases.control, key=len, reverse=True)) + r")\b.*")
_OR_OTHER = re.compile(r"(?:\s|_)*(?:or[\s_]other|or specify other)\s*$")


@dataclass(frozen=True)
class QuestionType:
    """`detail`: which of its kind it is: the list of a select, `group` or `repeat` of an edge."""

    kind: Kind
    detail: str = ""
    or_other: bool = False


def question_type(said: str) -> QuestionType:
    """Read the cell `type`."""
    words = re.sub(r"\s+", " ", said.strip())
    low = words.casefold()
    if low in _PLAIN:
        kind, detail = _PLAIN[low]
        return QuestionType(kind, detail)
    edge = _EDGE.fullmatch(low)
    if edge is not None:
        return QuestionType("begin" if edge[1] == "begin" else "end", aliases.control[edge[2]])
    if any(low.startswith(name + " ") for name in _FROM_FILE):
        return QuestionType("elsewhere", low)
    for name in sorted(_SELECTS, key=len, reverse=True):
        if low.startswith(name + " "):
            listed = words[len(name) + 1 :]
            plain = _OR_OTHER.sub("", listed)
            return QuestionType(_SELECTS[name], plain.strip(), plain != listed)  # type: ignore[arg-type]  # one of two
    return QuestionType("unknown", low)
