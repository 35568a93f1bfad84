"""How figures, moments and people are written on paper (interface.md section 7)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from server.reports.words import Language, in_language, name_of, word
from server.rules.chosen import chosen_text
from server.rules.documents import Fields

NO_BREAK_SPACE = "\u00a0"
MINUS = "−"
DEEPEST_PLACE = 10
SEVERITY_NUMERALS = {1: "I", 2: "II", 3: "III", 4: "IV"}


def separator(language: Language) -> str:
    """The dot between facts on a line: Chinese sets it without blanks."""
    return "·" if language == "zh-CN" else " · "


def moment(instant: str | None, zone: ZoneInfo, *, seconds: bool = False) -> str:
    """Write an instant in the project's time zone; seconds only where they prove something."""
    if not instant:
        return ""
    local = datetime.fromisoformat(instant).astimezone(zone)
    return local.strftime("%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M")


def zone_name(zone: ZoneInfo, instant: str) -> str:
    """Name the zone with its offset at that time: `Asia/Shanghai (UTC+08:00)`."""
    offset = datetime.fromisoformat(instant).astimezone(zone).strftime("%z")
    return f"{zone.key} (UTC{offset[:3]}:{offset[3:5]})"


def quantity(number: str | None, unit: str | None) -> str:
    """Write a reading with its unit, exactly as many decimals as were typed."""
    if number is None or number == "":
        return ""
    figure = number.replace("-", MINUS)
    return f"{figure}{NO_BREAK_SPACE}{unit}" if unit else figure


def limits(item: Fields, language: Language) -> str:
    """Write the limits of a reading: `15–30 ℃`, `≤ 30 ℃`, or nothing."""
    low, high, unit = item.get("low"), item.get("high"), item.get("unit")
    if low is not None and high is not None:
        # A dash beside a minus sign cannot be read.
        apart = " to " if language == "en" else "～"
        span = apart if "-" in f"{low}{high}" else "–"
        return quantity(f"{low}{span}{high}", unit)
    if high is not None:
        return f"≤{NO_BREAK_SPACE}{quantity(high, unit)}"
    return f"≥{NO_BREAK_SPACE}{quantity(low, unit)}" if low is not None else ""


def severity_words(level: int | None, language: Language) -> str:
    if level is None:
        return ""
    grade = in_language((f"{SEVERITY_NUMERALS[level]}级", SEVERITY_NUMERALS[level]), language)[0]
    return f"{grade} {word(f'severity_{level}', language)}"


def person(members: Mapping[str, Fields], person_id: str | None, language: Language) -> str:
    """Name a person as the project shows them; a person who is no member any more stays a dash, not an id."""
    member = members.get(person_id) if person_id else None
    if member is None:
        return "—"
    return name_of(member, language, "display_name")


def place_path(places: Mapping[str, Fields], place_id: str | None, language: Language) -> str:
    """Name a place from the room inwards; the site is the project's own and is left out where a room is known."""
    names: list[str] = []
    rooms = 0
    while place_id is not None and place_id in places and len(names) < DEEPEST_PLACE:
        place = places[place_id]
        if not (place["kind"] == "site" and rooms):
            names.append(name_of(place, language))
        rooms += place["kind"] == "room"
        place_id = place["parent_id"]
    return separator(language).join(reversed(names))


def chosen_words(item: Fields, chosen: Any, language: Language) -> str | None:
    """What was chosen, by the titles of the options; in a record of both languages, both."""
    said = {"chosen": chosen}
    if language != "both":
        return chosen_text(item, said, language)
    return " / ".join(filter(None, (chosen_text(item, said, "zh-CN"), chosen_text(item, said, "en")))) or None
