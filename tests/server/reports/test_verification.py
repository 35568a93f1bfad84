"""The public page behind a record's code: it compares, and shows no content."""

import pytest
import uuid_utils
from flask import Flask
from sqlalchemy import select

from server.database import reading
from server.models import Round
from tests.support.browser import Browser


@pytest.fixture
def seal_hash(sealed_round: Round) -> str:
    assert sealed_round.seal_hash is not None
    return sealed_round.seal_hash


def page(browser: Browser, round_id: str, claimed: str | None = None) -> str:
    answer = browser.get(f"/verify/{round_id}" + (f"?h={claimed}" if claimed is not None else ""))
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("length", [16, 40, 64])
def test_the_sealed_record_is_recognised_without_signing_in(
    demo_browser: Browser, sealed_round: Round, seal_hash: str, length: int
) -> None:
    text = page(demo_browser, sealed_round.id, seal_hash[:length])
    for said in (
        "这是已封存的记录",
        "This record is sealed",
        sealed_round.number,
        sealed_round.occurrence_date,
        seal_hash,
    ):
        assert said is not None and said in text


def test_a_hash_in_capitals_is_the_same_hash(demo_browser: Browser, sealed_round: Round, seal_hash: str) -> None:
    assert "这是已封存的记录" in page(demo_browser, sealed_round.id, seal_hash[:16].upper())


@pytest.mark.parametrize("claimed", ["0" * 16, "0" * 64, "a", "' OR 1=1 --", "<script>alert(1)</script>", "é" * 16])
def test_another_hash_is_not_the_sealed_record(demo_browser: Browser, sealed_round: Round, claimed: str) -> None:
    text = page(demo_browser, sealed_round.id, claimed)
    assert "不是封存的那一份" in text
    assert "<script>alert" not in text


def test_a_hash_too_short_or_too_long_proves_nothing(
    demo_browser: Browser, sealed_round: Round, seal_hash: str
) -> None:
    assert "不是封存的那一份" in page(demo_browser, sealed_round.id, seal_hash[:15])
    assert "不是封存的那一份" in page(demo_browser, sealed_round.id, seal_hash + "0")


@pytest.mark.parametrize("claimed", [None, "", "0" * 16])
def test_who_does_not_hold_the_paper_learns_no_number(
    demo_browser: Browser, sealed_round: Round, seal_hash: str, claimed: str | None
) -> None:
    text = page(demo_browser, sealed_round.id, claimed)
    for kept in (sealed_round.number, sealed_round.occurrence_date, seal_hash, sealed_round.name_zh):
        assert kept is not None and kept not in text


def test_even_the_sealed_page_shows_nothing_of_the_content(
    demo_app: Flask, demo_browser: Browser, sealed_round: Round, seal_hash: str
) -> None:
    text = page(demo_browser, sealed_round.id, seal_hash)
    with demo_app.app_context(), reading() as session:
        problem = session.scalars(select(Round.problem).where(Round.id == sealed_round.id)).one()
    for secret in (problem, sealed_round.name_zh, "UPS", "维护工程师", "甲方值班员"):
        assert secret is not None and secret not in text


def test_a_round_that_is_not_here_is_unknown(demo_browser: Browser) -> None:
    assert "查不到" in page(demo_browser, str(uuid_utils.uuid7()), "0" * 16)


def test_an_address_that_is_no_round_is_not_found(demo_browser: Browser) -> None:
    assert demo_browser.get("/verify/everything").status_code == 404
