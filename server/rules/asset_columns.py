"""The columns of a table of assets: what an export writes and an import reads, so that one undoes the other.

A place is a path of names from the outside in, `A机房/机柜01`. Choices are said in words. Days are `YYYY-MM-DD`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from server.rules.documents import Fields
from server.rules.language import Language, localised
from server.rules.place_tree import above

Kind = Literal["text", "choice", "day", "place"]
Word = tuple[str, str]  # zh-CN, en


@dataclass(frozen=True)
class Column:
    """`key` is the column's name for both sides; `field` the asset's field that it shows."""

    key: str
    head: Word
    field: str
    kind: Kind = "text"

    def says(self, language: Language) -> str:
        return _said(self.head, language)


COLUMNS: Final[tuple[Column, ...]] = (
    Column("code", ("编号", "Code"), "code"),
    Column("name_zh", ("中文名称", "Name (Chinese)"), "name_zh"),
    Column("name_en", ("英文名称", "Name (English)"), "name_en"),
    Column("kind", ("种类", "Kind"), "kind", "choice"),
    Column("category", ("类别", "Category"), "category", "choice"),
    Column("place", ("位置", "Place"), "place_id", "place"),
    Column("position", ("U位", "Position"), "position"),
    Column("brand", ("品牌", "Brand"), "brand"),
    Column("model", ("型号", "Model"), "model"),
    Column("serial", ("序列号", "Serial number"), "serial"),
    Column("importance", ("重要性", "Importance"), "importance", "choice"),
    Column("state", ("状态", "State"), "state", "choice"),
    Column("installed_on", ("安装日期", "Installed on"), "installed_on", "day"),
    Column("warranty_until", ("质保到期", "Warranty until"), "warranty_until", "day"),
    Column("end_a", ("起点", "End A"), "end_a_id", "place"),
    Column("end_b", ("终点", "End B"), "end_b_id", "place"),
    Column("note", ("备注", "Note"), "note"),
)
WORDS: Final[Mapping[str, Mapping[str, Word]]] = {
    "kind": {"device": ("设备", "Device"), "route": ("路由", "Route")},
    "category": {
        "live_display": ("实时显示", "Live display"),
        "recording": ("录像存储", "Recording and storage"),
        "server": ("服务器", "Server"),
        "ups": ("UPS", "UPS"),
        "camera": ("摄像机", "Camera"),
        "network": ("网络", "Network"),
        "fibre": ("光纤", "Fibre"),
        "air_conditioning": ("精密空调", "Air conditioning"),
        "training": ("培训文件", "Training documents"),
        "system": ("整套系统", "Whole system"),
    },
    "importance": {"key": ("关键", "Key"), "normal": ("一般", "Normal")},
    "state": {"in_use": ("在用", "In use"), "spare": ("备件", "Spare"), "retired": ("停用", "Retired")},
}
BETWEEN_PLACES: Final = "/"
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")


def cell_text(column: Column, asset: Fields, places: Mapping[str, str], language: Language) -> str:
    """What the cell says; "" for nothing. `places`: id -> path (`place_paths`)."""
    value = asset[column.field]
    if value is None:
        return ""
    if column.kind == "choice":
        return _said(WORDS[column.key][value], language)
    return places.get(value, "") if column.kind == "place" else str(value)


def choice_said(key: str, text: str) -> str | None:
    """The value that a word of ours means, in either language; None for a word that is not ours."""
    wanted = text.strip().casefold()
    for value, words in WORDS[key].items():
        if wanted in (value, *(word.casefold() for word in words)):
            return value
    return None


def place_paths(places: Iterable[Fields], language: Language) -> dict[str, str]:
    """Place id -> its path, the outermost first. A cell that equals one of these means that place, slashes or not."""
    by_id = {place["id"]: place for place in places}
    parents = {place_id: place["parent_id"] for place_id, place in by_id.items()}
    names = {place_id: localised(place, "name", language) for place_id, place in by_id.items()}
    lines = {place_id: reversed([place_id, *above(place_id, parents)]) for place_id in by_id}
    return {
        place_id: BETWEEN_PLACES.join(names[one] for one in line if one in names) for place_id, line in lines.items()
    }


def guarded(text: str) -> str:
    """For files whose cells have no type (CSV): a spreadsheet must not take the text for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) or _is_guarded(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if _is_guarded(text) else text


def _is_guarded(text: str) -> bool:
    return text.startswith("'") and text.lstrip("'").startswith(_FORMULA_SIGNS)


def _said(word: Word, language: Language) -> str:
    return word[1] if language == "en" else word[0]
