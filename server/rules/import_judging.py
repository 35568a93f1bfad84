"""What each row of a table would do: add an asset, change one, leave one as it is, or be refused and why.

Of two rows that contradict each other neither is taken: which of them is right, only a person can tell.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from server.rules.import_places import PlaceBook, PlaceProblem
from server.rules.import_reading import Problem, Said
from server.rules.import_text import clean

Verdict = Literal["add", "change", "same", "refuse"]
VERDICTS: Final[tuple[Verdict, ...]] = ("add", "change", "same", "refuse")
Asset = Mapping[str, Any]
_DEFAULTS: Final = {"kind": "device", "importance": "normal", "state": "in_use"}
_NEEDED: Final = ("code", "name_zh", "category")
_MISSING: Final = {"code": "code_missing", "name_zh": "name_missing", "category": "category_missing"}
SHOWN_LINES = 5
WORDS_SHOWN = 50


@dataclass(frozen=True)
class Judged:
    """`set` is what would be written; `before` what stands now in those fields of the asset."""

    line: int
    verdict: Verdict
    asset_id: str | None = None
    set: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class KnownAssets:
    """The project's assets that the table may be about, by code and by serial."""

    by_code: Mapping[str, Sequence[Asset]]
    by_serial: Mapping[str, Sequence[Asset]]


def composed(code: str) -> str:
    """A code or serial as it is typed: full width as half."""
    return unicodedata.normalize("NFKC", code)


def keys_of(rows: Iterable[Said], name: str) -> set[str]:
    """The codes (or serials) that a table may mean: as they stand there, and as they are typed."""
    said = {row.fields[name] for row in rows if name in row.fields}
    return said | {composed(text) for text in said}


def judge_rows(
    rows: Sequence[Said], known: KnownAssets, places: PlaceBook, make_id: Callable[[int], str]
) -> list[Judged]:
    """Rows in their order. `make_id` gives a new asset's id from its line."""
    twice = {name: _said_twice(rows, name) for name in ("code", "serial")}
    return [_judge(row, known, places, twice, make_id) for row in rows]


def _said_twice(rows: Sequence[Said], name: str) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = {}
    for row in rows:
        if name in row.fields and not (name == "serial" and "code" in row.guessed):
            lines.setdefault(composed(row.fields[name]), []).append(row.line)
    return {text: found for text, found in lines.items() if len(found) > 1}


def _judge(
    row: Said, known: KnownAssets, places: PlaceBook, twice: Mapping[str, dict[str, list[int]]],
    make_id: Callable[[int], str],
) -> Judged:  # fmt: skip
    problems = [*row.problems, *_contradictions(row, twice)]
    asset, found = _asset_of(row, known)
    problems += found
    fields = dict(row.fields)
    if asset is None:
        problems += _missing(fields, problems)
    problems += _serial_taken(row, asset, known)
    if not problems:
        problems += _into_places(row, fields, places)
    if problems:
        return Judged(row.line, "refuse", asset["id"] if asset else None, problems=[*problems, *row.notes])
    if asset is None:
        return Judged(row.line, "add", make_id(row.line), _whole(fields), problems=row.notes)
    return _against(row, asset, fields)


def _missing(fields: Mapping[str, Any], problems: Sequence[Problem]) -> list[Problem]:
    """What an asset cannot be without, unless the reason why it is not there has been said already."""
    said = {problem["field"] for problem in problems}
    lacking = [name for name in _NEEDED if name not in fields and not said & {name, name.removesuffix("_zh")}]
    return [{"code": _MISSING[name], "field": name, "value": None} for name in lacking]


def _whole(fields: Mapping[str, Any]) -> dict[str, Any]:
    whole = {**_DEFAULTS, **fields, "code": composed(fields["code"])}
    if "serial" in fields:
        whole["serial"] = composed(fields["serial"])
    return whole


def _contradictions(row: Said, twice: Mapping[str, dict[str, list[int]]]) -> list[Problem]:
    found = []
    for name, lines in twice.items():
        others = [line for line in lines.get(composed(row.fields.get(name, "")), ()) if line != row.line]
        if others and not (name == "serial" and "code" in row.guessed):
            found.append(
                {"code": f"{name}_twice", "field": name, "value": row.fields[name], "lines": others[:SHOWN_LINES]}
            )
    return found


def _asset_of(row: Said, known: KnownAssets) -> tuple[Asset | None, list[Problem]]:
    """The asset with this code; a table without codes knows its assets by their serials."""
    code, serial = row.fields.get("code"), row.fields.get("serial")
    there: Sequence[Asset] = ()
    if "code" in row.guessed and serial:
        there = known.by_serial.get(serial) or known.by_serial.get(composed(serial)) or ()
    if not there and code:
        there = known.by_code.get(code) or known.by_code.get(composed(code)) or ()
    if len(there) > 1:
        return None, [{"code": "code_ambiguous", "field": "code", "value": code}]
    return (there[0] if there else None), []


def _serial_taken(row: Said, asset: Asset | None, known: KnownAssets) -> list[Problem]:
    serial = row.fields.get("serial")
    if serial is None:
        return []
    holders = [*known.by_serial.get(serial, ()), *known.by_serial.get(composed(serial), ())]
    others = [one for one in holders if (asset is None or one["id"] != asset["id"]) and one["state"] != "retired"]
    if not others or (asset is not None and composed(asset["serial"] or "") == composed(serial)):
        return []  # two assets have had the same serial before: no fault of this table
    return [{"code": "serial_taken", "field": "serial", "value": serial, "other": others[0]["code"]}]


def _into_places(row: Said, fields: dict[str, Any], places: PlaceBook) -> list[Problem]:
    for name, path in row.paths.items():
        try:
            fields[name] = places.find(path)
        except PlaceProblem as problem:
            return [{"code": problem.reason, "field": name, "value": " / ".join(part.name for part in path)}]
    return []


def _against(row: Said, asset: Asset, fields: Mapping[str, Any]) -> Judged:
    """Only what is different; what was guessed never takes the place of what a person has written."""
    different = {}
    for name, value in fields.items():
        if name == "code" or (name in row.guessed and not _follows(name, row, asset)):
            continue
        stands = asset.get(name)
        if value != stands and not (isinstance(stands, str) and _alike(name, stands, value)):
            different[name] = value
    before = {name: asset.get(name) for name in different}
    return Judged(row.line, "change" if different else "same", asset["id"], different, before, list(row.notes))


def _alike(name: str, stands: str, value: str) -> bool:
    return clean(stands, lines=name == "note") == value


def _follows(name: str, row: Said, asset: Asset) -> bool:
    """The name in the other language goes with this one where both have been the same."""
    if name in ("name_zh", "name_en") and not row.guessed >= {"name_zh", "name_en"}:
        return bool(asset["name_zh"] == asset["name_en"])
    return False


def counts_of(rows: Iterable[Judged]) -> dict[str, int]:
    counts: dict[str, int] = dict.fromkeys(VERDICTS, 0)
    for row in rows:
        counts[row.verdict] += 1
    return counts


def unknown_words(problems: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Words that nobody has explained yet, the most frequent first."""
    counted = Counter((one["field"], one["value"]) for one in problems if one["code"] == "word_unknown")
    return [{"field": field, "word": said, "rows": rows} for (field, said), rows in counted.most_common(WORDS_SHOWN)]
