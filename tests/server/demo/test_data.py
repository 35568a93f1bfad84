"""The demo's data keeps what the contract and the paper ask for."""

from collections import Counter
from datetime import date, timedelta

import pytest

from server.demo.checklists import DAILY, QUARTERLY, SEVEN, TEMPLATES, DemoTemplate
from server.demo.days import PAST_DAYS, READINGS
from server.demo.equipment import ASSETS, BY_CODE
from server.demo.equipment.asset import DemoAsset
from server.demo.people import PEOPLE
from server.demo.plans import ROOM_A_ROUND, standing_plans, this_weeks_day
from server.demo.project import PLACE_IDS, PROJECT
from server.reports.words import WORDS
from server.rules.items import cells_of
from server.rules.plan_calendar import NO_CALENDAR
from server.rules.plan_rule import rule_problem
from server.rules.readings import decimal, parse_reading, reading_verdict
from server.rules.recurrence import occurrences
from server.rules.tags import is_code

CATEGORIES = {"live_display", "recording", "server", "ups", "camera", "network", "fibre", "air_conditioning",
              "training", "system"}  # fmt: skip


def facts(codes: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"id": BY_CODE[code].id, "category": BY_CODE[code].category} for code in codes]


def test_the_equipment_fills_the_contracts_categories() -> None:
    assert len(ASSETS) >= 30
    assert {asset.category for asset in ASSETS} == CATEGORIES
    routes = [asset for asset in ASSETS if asset.kind == "route"]
    assert len(routes) >= 2
    assert all(len(route.points) >= 2 for route in routes)
    assert all(asset.brand and asset.model and asset.serial and asset.place in PLACE_IDS for asset in ASSETS)


def test_codes_serials_and_tags_are_each_their_own() -> None:
    for values in ([a.code for a in ASSETS], [a.serial for a in ASSETS], [a.tag_code for a in ASSETS]):
        assert [value for value, times in Counter(values).items() if times > 1] == []
    assert all(is_code(asset.tag_code) and len(asset.tag_check) == 16 for asset in ASSETS)


def test_the_team_has_the_tenders_numbers() -> None:
    titles = Counter(person.title_zh for person in PEOPLE)
    assert (titles["项目总监"], titles["维护工程师"], titles["服务经理"], titles["服务台"]) == (1, 3, 5, 1)


def test_the_daily_round_of_room_a_has_thirty_five_items_and_feeds_all_seven_rows() -> None:
    cells = cells_of({"items": DAILY.items}, facts(ROOM_A_ROUND))
    assert len(cells) == 35
    assert {cell.item["form_row"] for cell in cells} == set(range(1, 8))
    assert sorted(cell.item["form_row"] for cell in cells if cell.asset is None) == [6, 7]


@pytest.mark.parametrize("asset", ASSETS, ids=[asset.code for asset in ASSETS])
def test_the_single_round_asks_the_seven_rows_of_any_asset(asset: DemoAsset) -> None:
    cells = cells_of({"items": SEVEN.items}, [{"id": "a", "category": asset.category}])
    assert [cell.item["form_row"] for cell in cells] == list(range(1, 8))
    assert {cell.item["kind"] for cell in cells} == {"judgement"}


@pytest.mark.parametrize("template", TEMPLATES, ids=[template.key for template in TEMPLATES])
def test_items_are_whole_in_both_languages(template: DemoTemplate) -> None:
    for item in template.items:
        assert item["title_zh"] and item["title_en"]
        assert len(item["phrases_zh"]) == len(item["phrases_en"])
        assert bool(item["guidance_zh"]) == bool(item["guidance_en"])
        assert (item["kind"] == "reading") == (item["unit"] is not None)
        assert all(limit is None or decimal(limit) is not None for limit in (item["low"], item["high"]))
    keys = [(category, item["check_key"]) for item in template.items for category in item["categories"] or [None]]
    assert len(keys) == len(set(keys))


def test_past_readings_are_typed_as_their_items_ask_and_lie_within_limits() -> None:
    for code, series in READINGS.items():
        items = {cell.check_key: cell.item for cell in cells_of({"items": DAILY.items}, facts((code,))) if cell.asset}
        asked = {key for key, item in items.items() if item["kind"] == "reading"}
        assert series.keys() == asked
        for key, values in series.items():
            assert len(values) == len(PAST_DAYS)
            for value in values:
                assert parse_reading(value, items[key]["decimals"])["reading"] == value
                assert reading_verdict(items[key], value) == "within"


@pytest.mark.parametrize("offset", range(0, 400, 3))
def test_plans_fall_due_on_any_day_that_the_demo_is_loaded(offset: int) -> None:
    today = date(2026, 11, 22) + timedelta(days=offset)
    daily, cameras, quarterly = standing_plans(today, today - timedelta(days=5))
    week_end = today + timedelta(days=7 - today.isoweekday())
    for plan in (daily, cameras, quarterly):
        assert rule_problem(plan.fields()["rule"]) is None
    assert occurrences(daily.fields(), today.isoformat(), today.isoformat(), NO_CALENDAR) == [today.isoformat()]
    due = occurrences(quarterly.fields(), today.isoformat(), week_end.isoformat(), NO_CALENDAR)
    assert due == [this_weeks_day(today).isoformat()]


def test_the_quarterly_round_covers_every_asset_and_asks_something_about_each() -> None:
    _, _, quarterly = standing_plans(date(2026, 11, 22), date(2026, 11, 17))
    assert sorted(quarterly.assets) == sorted(BY_CODE)
    asked = {category for item in QUARTERLY.items for category in item["categories"]}
    assert {asset.category for asset in BY_CODE.values()} == asked


def test_the_seven_rows_asked_of_one_asset_feed_the_seven_rows_of_the_paper() -> None:
    assert [item["form_row"] for item in SEVEN.items] == list(range(1, 8))
    assert not {item["title_zh"] for item in SEVEN.items} & {zh for zh, _ in (WORDS[f"row_{n}"] for n in range(1, 8))}


def test_the_day_of_the_issue_lies_within_the_contract() -> None:
    assert PROJECT["starts_on"] < "2026-11-22" < PROJECT["ends_on"]
