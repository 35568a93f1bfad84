"""`GET /api/projects/{id}/labels.pdf`."""

import pytest

from server.demo.equipment import ASSETS, BY_CODE
from server.demo.people import PASSWORD
from server.demo.project import PROJECT_ID
from server.rules.tags import format_code
from tests.server.reports.printing import text_of
from tests.support.browser import Browser

PATH = f"/api/projects/{PROJECT_ID}/labels.pdf"


@pytest.fixture
def engineer(demo_browser: Browser) -> Browser:
    assert demo_browser.sign_in("engineer02", PASSWORD).status_code == 200
    return demo_browser


def test_all_assets_of_the_project_are_printed_by_default(engineer: Browser) -> None:
    text = text_of(engineer.get(PATH).data)
    assert [asset.code for asset in ASSETS if format_code(asset.tag_code) not in text] == []


def test_chosen_assets_are_printed_in_the_order_asked(engineer: Browser) -> None:
    chosen = "&".join(f"asset={BY_CODE[code].id}" for code in ("UPS-01", "AC-01"))
    text = text_of(engineer.get(f"{PATH}?sheet=a4-65&{chosen}").data)
    assert 0 <= text.find("UPS-01") < text.find("AC-01")
    assert "NVR-01" not in text


def test_more_than_an_address_can_name_are_asked_for_in_a_body(engineer: Browser) -> None:
    chosen = [str(BY_CODE["UPS-01"].id)] + [f"00000000-0000-7000-8000-{k:012}" for k in range(1_000)]
    answer = engineer.post(PATH, json={"sheet": "a4-65", "asset": chosen})
    assert answer.status_code == 200
    assert "UPS-01" in text_of(answer.data)


@pytest.mark.parametrize("query", ["sheet=a4-99", "start=0", "start=25", "asset=x", "sheet=roll-62&start=2"])
def test_what_cannot_be_printed_is_refused(engineer: Browser, query: str) -> None:
    assert engineer.get(f"{PATH}?{query}").status_code == 422


def test_assets_without_a_tag_of_this_project_are_not_found(engineer: Browser) -> None:
    foreign = "00000000-0000-7000-8000-000000000001"
    assert engineer.get(f"{PATH}?asset={foreign}").status_code == 404


@pytest.mark.parametrize("name", ["outsider", "client01"])
def test_who_does_not_belong_to_the_staff_finds_nothing(demo_browser: Browser, name: str) -> None:
    demo_browser.sign_in(name, PASSWORD)
    assert demo_browser.get(PATH).status_code == 404


def test_nobody_signed_in_gets_nothing(demo_browser: Browser) -> None:
    assert demo_browser.get(PATH).status_code == 401
