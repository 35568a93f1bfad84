"""One comparison of a `relevant`, as the question of a condition about one item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Condition = dict[str, Any]
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")


class NotSayable(Exception):
    """No condition of ours says this; `kind` is the word of the remark."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class Asked:
    """An item that is already taken: what its answers are called in the form."""

    check_key: str
    kind: str
    keys: Mapping[str, str]  # of a choice: name to option key; of a judgement: name to answer
    multiple: bool = False
    whole_numbers: bool = False


def leaf_of(asked: Asked, sign: str, literal: str) -> Condition:
    """`sign` is a comparison, or `selected`. Raises `NotSayable`."""
    if literal == "" and sign in ("=", "!="):
        answered = {"item": asked.check_key, "is": "answered"}
        return answered if sign == "!=" else {"not": answered}
    if asked.kind in ("choice", "judgement"):
        return _chosen(asked, sign, literal)
    if asked.kind == "reading" and _NUMBER.fullmatch(literal):
        return _measured(asked, sign, literal)
    raise NotSayable("condition_not_understood")


def _chosen(asked: Asked, sign: str, literal: str) -> Condition:
    if sign not in ("=", "!=", "selected") or (asked.multiple and sign != "selected"):
        raise NotSayable("condition_not_understood")
    if literal not in asked.keys:
        raise NotSayable("condition_unknown_choice")
    said = "is" if asked.kind == "judgement" else "chosen"
    leaf = {"item": asked.check_key, said: asked.keys[literal]}
    return {"not": leaf} if sign == "!=" else leaf


def _measured(asked: Asked, sign: str, literal: str) -> Condition:
    item = {"item": asked.check_key}
    if asked.whole_numbers and "." not in literal and sign != "!=":
        number = int(literal)
        above, below = str(number - 1), str(number + 1)
        equal = {**item, "above": above, "below": below}
        return {">": {**item, "above": literal}, "<": {**item, "below": literal}, ">=": {**item, "above": above},
                "<=": {**item, "below": below}, "=": equal}[sign]  # fmt: skip
    if sign in (">", "<"):
        return {**item, "above" if sign == ">" else "below": literal}
    if sign in (">=", "<="):  # a limit itself is neither above nor below
        beyond = {**item, "below" if sign == ">=" else "above": literal}
        return {"all": [{**item, "is": "answered"}, {"not": beyond}]}
    raise NotSayable("condition_not_understood")
