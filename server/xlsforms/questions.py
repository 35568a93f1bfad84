"""The survey sheet, question by question: groups flattened, notes kept as guidance, each question an item."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from server.rules.condition_problems import condition_problems
from server.xlsforms.choice_lists import ChoiceList
from server.xlsforms.columns import remark_cells
from server.xlsforms.expressions import all_of, condition_of
from server.xlsforms.items import NotTaken, item_of, reads_whole_numbers
from server.xlsforms.keys import Keys
from server.xlsforms.languages import NO_TEXT, Languages, Text
from server.xlsforms.leaves import Asked, NotSayable
from server.xlsforms.own_fields import own_condition
from server.xlsforms.question_types import QuestionType, question_type
from server.xlsforms.remarks import Remarks
from server.xlsforms.sheets import Row

Condition = dict[str, Any]


@dataclass
class Questions:
    """Takes rows in their order; `finish` gives the items. `asked` counts the rows that ask something."""

    choices: Mapping[str, ChoiceList]
    languages: Languages
    remarks: Remarks
    asked: int = 0
    items: list[dict[str, Any]] = field(default_factory=list)
    keys: Keys = field(default_factory=Keys)
    known: dict[str, Asked] = field(default_factory=dict)
    above: Text = NO_TEXT  # notes that wait for the next item
    note_rows: list[Row] = field(default_factory=list)
    groups: list[Condition | None] = field(default_factory=list)

    def take(self, row: Row) -> None:
        said = question_type(row.get("type"))
        match said.kind:
            case "begin":
                self._begin(row, said)
            case "end":
                if self.groups:
                    self.groups.pop()
            case "recorded":
                self.remarks.note("recorded_anyway", row=row.number, column="type", value=row.get("type"))
            case "computed":
                self.remarks.lost("calculation_left_out", row=row.number, column="type", value=row.get("name"))
            case "note":
                self._keep_note(row)
            case _:
                self._question(row, said)

    def finish(self) -> list[dict[str, Any]]:
        for row in self.note_rows:
            self.remarks.lost("note_without_item", row=row.number, column="type", value=row.get("name"))
        earlier: dict[str, Any] = {}
        whole = {item["check_key"]: item for item in self.items}
        for item in self.items:
            if any(condition_problems(item, whole, earlier)):
                self.remarks.lost("condition_problem", column="relevant", value=item["check_key"])
                item["shown_if"] = None
            earlier[item["check_key"]] = item
        return self.items

    def _begin(self, row: Row, said: QuestionType) -> None:
        self.groups.append(self._condition(row))
        if said.detail == "group":
            self.remarks.note("group_flattened", row=row.number, column="type", value=row.get("name"))
        else:
            self.remarks.lost("repeat_asked_once", row=row.number, column="type", value=row.get("type"))
        hint = self.languages.text(row, "hint")
        if hint:
            self.above = hint.under(self.above)

    def _keep_note(self, row: Row) -> None:
        text = self.languages.text(row, "hint").under(self.languages.text(row, "label"))
        if text:
            self.above = text.under(self.above)
            self.note_rows.append(row)

    def _question(self, row: Row, said: QuestionType) -> None:
        name, kind = row.get("name"), row.get("type")
        if not kind:
            if name or any(path[0] == "label" for path in row.cells):
                self.remarks.lost("no_type", row=row.number, column="type", value=name)
            return
        self.asked += 1
        remark_cells(row, self.remarks)
        try:
            item = item_of(row, said, self.choices, self.languages, self.remarks, self.above)
        except NotTaken as why:
            self.remarks.lost(why.kind, row=row.number, column="type", value=kind)
            return
        stem = name or f"item_{row.number}"
        if stem in self.keys.given:
            self.remarks.lost("name_twice", row=row.number, column="name", value=name)
            stem = f"{stem}_{row.number}"
        item["check_key"] = self.keys.key_of(stem)
        if name and item["check_key"] != name:
            self.remarks.note("key_changed", row=row.number, column="name", value=name)
        item["shown_if"] = self._shown_if(row)
        self.above, self.note_rows = NO_TEXT, []
        self.items.append(item)
        self._remember(stem, item, said)

    def _shown_if(self, row: Row) -> Condition | None:
        whole = {item["check_key"]: item for item in self.items}
        own = own_condition(row, whole)
        parts = [part for part in (*self.groups, own or self._condition(row)) if part is not None]
        return own if own is not None and len(parts) == 1 else all_of(parts)

    def _condition(self, row: Row) -> Condition | None:
        relevant = row.get("bind", "relevant")
        if not relevant:
            return None
        try:
            return condition_of(relevant, self.known)
        except NotSayable as why:
            self.remarks.lost(why.kind, row=row.number, column="relevant", value=relevant)
            return None

    def _remember(self, name: str, item: Mapping[str, Any], said: QuestionType) -> None:
        listed = self.choices.get(said.detail)
        keys: Mapping[str, str] = {"OK": "normal"}
        if listed is not None:
            keys = listed.judged if item["kind"] == "judgement" and listed.judged is not None else listed.keys
        whole = reads_whole_numbers(item)
        self.known[name] = Asked(item["check_key"], item["kind"], keys, item["multiple"], whole)
