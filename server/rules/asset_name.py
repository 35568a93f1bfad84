"""How an asset is called where it must be told apart: name, then code."""

from server.rules.blank import trimmed
from server.rules.documents import Fields
from server.rules.language import Language, localised


def asset_name(asset: Fields, language: Language) -> str:
    name, code = trimmed(localised(asset, "name", language)), asset["code"]
    return name if code in name else f"{name} {code}"
