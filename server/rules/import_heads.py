"""Which column of somebody's table means what, told by the words in its head row, Chinese or English.

NetBox's and Snipe-IT's exports are understood as they are: there `device_type` is the model, and `Location` a place.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Literal

from server.rules.asset_columns import COLUMNS

Source = Literal["roundsman", "netbox", "snipe_it", "table"]
Heads = Sequence[str]

# What a column can say of an asset. A word further in front is the surer one where two columns claim the same.
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("设备编号", "资产编号", "编号", "设备编码", "资产编码", "编码", "固定资产编号", "资产号", "标签号",
             "设备代码", "资产标签", "code", "assettag", "assetcode", "assetno", "assetnumber", "equipmentno",
             "deviceid", "assetid", "tag"),
    "name": ("名称", "设备名称", "资产名称", "设备名", "品名", "name", "assetname", "devicename", "equipmentname",
             "主机名", "hostname"),
    "name_zh": ("中文名称", "中文名", "名称中文", "namezh", "namechinese", "chinesename"),
    "name_en": ("英文名称", "英文名", "名称英文", "nameen", "nameenglish", "englishname"),
    "kind": ("种类", "资产种类", "设备或线路", "kind"),
    "category": ("类别", "设备类别", "资产类别", "分类", "设备分类", "资产分类", "设备类型", "类型", "category",
                 "assetcategory", "role", "devicerole", "devicetype", "type", "所属系统"),
    "brand": ("品牌", "厂商", "厂家", "生产厂家", "制造商", "生产商", "生产厂商", "brand", "manufacturer", "vendor",
              "maker", "make"),
    "model": ("型号", "设备型号", "规格型号", "型号规格", "规格", "model", "modelnumber", "modelno"),
    "serial": ("序列号", "设备序列号", "产品序列号", "出厂编号", "出厂序列号", "机身号", "sn", "serial",
               "serialnumber", "serialno"),
    "place": ("位置", "安装位置", "所在位置", "存放地点", "放置地点", "安装地点", "地点", "所在地", "place",
              "location"),
    "site": ("站点", "园区", "局站", "大楼", "楼宇", "site", "building"),
    "room": ("机房", "所在机房", "机房名称", "房间", "room"),
    "rack": ("机柜", "所在机柜", "机柜编号", "机柜号", "机架", "rack", "cabinet"),
    "position": ("u位", "机位", "安装u位", "位置u", "槽位", "柜内位置", "position", "unit"),
    "installed_on": ("安装日期", "投运日期", "投用日期", "启用日期", "上线日期", "安装时间", "启用时间", "购置日期",
                     "购买日期", "采购日期", "购置时间", "installedon", "installed", "installdate", "purchasedate",
                     "purchased"),
    "warranty_until": ("质保到期", "质保到期日", "质保到期日期", "保修到期", "保修到期日", "保修截止", "维保到期",
                       "维保到期日期", "质保期至", "保修期至", "质保至", "过保日期", "warrantyuntil",
                       "warrantyexpires", "warrantyexpiry", "warrantyend", "warrantyto"),
    "warranty_months": ("质保期", "保修期", "质保月数", "保修月数", "warrantymonths", "warranty"),
    "importance": ("重要性", "重要程度", "重要等级", "关键设备", "是否关键", "importance", "criticality", "critical"),
    "state": ("状态", "使用状态", "设备状态", "资产状态", "state", "status"),
    "end_a": ("a端", "起点", "enda"),
    "end_b": ("b端", "终点", "endb"),
    "note": ("备注", "说明", "note", "notes", "remark", "remarks", "comment", "comments"),
}  # fmt: skip
FIELDS: Final = tuple(WORDS)
_RANKS: Final = {word: (field, rank) for field, words in WORDS.items() for rank, word in enumerate(words)}
_OF_SOURCE: Final[Mapping[str, Mapping[str, str]]] = {
    "netbox": {"devicetype": "model", "type": "model", "location": "room"},
}
_NETBOX: Final = (frozenset({"site", "role", "manufacturer"}), frozenset({"site", "devicetype", "manufacturer"}))
_SNIPE_IT: Final = frozenset({"assettag", "assetname"})
_ASIDE: Final = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
HEAD_WITHIN: Final = 30  # rows; above it stand titles, dates, who made the list


def plain(head: str) -> str:
    """A head as it is compared: letters and digits only, full width as half, lower case."""
    folded = unicodedata.normalize("NFKC", head).casefold()
    return "".join(character for character in folded if character.isalnum())


@cache
def own_heads() -> Mapping[str, str]:
    """The heads of our own export, in both languages, as they are compared."""
    return {plain(head): column.key for column in COLUMNS for head in column.head}


def field_of(head: str, source: Source) -> tuple[str, int] | None:
    """Field and rank: a head of our own export is surest. What stands in brackets may be said aside."""
    own = own_heads()
    for text in (plain(head), plain(_ASIDE.sub("", head))):
        if text in own:
            return own[text], -1
        if text in _OF_SOURCE.get(source, {}):
            return _OF_SOURCE[source][text], 0
        if text in _RANKS:
            return _RANKS[text]
    return None


def source_of(heads: Heads) -> Source:
    words = {plain(head) for head in heads}
    if {own_heads()[word] for word in words if word in own_heads()} == {column.key for column in COLUMNS}:
        return "roundsman"
    if any(needed <= words for needed in _NETBOX):
        return "netbox"
    return "snipe_it" if words >= _SNIPE_IT else "table"


def map_columns(heads: Heads, source: Source) -> list[str | None]:
    """The field of each column; of two that claim the same field the surer one gets it, then the first."""
    claims: dict[str, tuple[int, int]] = {}
    for column, head in enumerate(heads):
        found = field_of(head, source)
        if found is not None:
            field, rank = found
            claims[field] = min(claims.get(field, (rank, column)), (rank, column))
    taken = {column: field for field, (_, column) in claims.items()}
    return [taken.get(column) for column in range(len(heads))]


def head_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Which of the first rows is the head row: the one with most heads that we know; else the first with two words."""
    best, most = None, 0
    for k, row in enumerate(rows[:HEAD_WITHIN]):
        known = {found[0] for head in row if head and (found := field_of(head, "table"))}
        if len(known) > most:
            best, most = k, len(known)
    if best is not None:
        return best
    worded = (k for k, row in enumerate(rows[:HEAD_WITHIN]) if sum(any(c.isalpha() for c in cell) for cell in row) > 1)
    return next(worded, None)


def signature(heads: Heads) -> str:
    """The same for files with the same head row: their mapping is remembered under it."""
    return hashlib.sha256("\n".join(plain(head) for head in heads).encode()).hexdigest()
