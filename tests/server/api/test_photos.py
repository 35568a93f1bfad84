"""Pictures: for whoever may read what they belong to, as pictures and nothing else."""

import pytest
from flask import Flask

from server.jobs import run_due_jobs
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.support.browser import Browser
from tests.support.clock import FakeClock
from tests.support.pictures import opened, picture
from tests.support.tus_phone import TusPhone, sha256
from tests.support.walk import take_photo
from tests.support.wire_phone import WirePhone
from tests.support.world import World, make_world, operation

PHOTO = picture("PNG", size=(2000, 1000))
SIZES = {"thumb": (320, 160), "large": (1600, 800), "original": (2000, 1000)}


@pytest.fixture
def world(app: Flask, clock: FakeClock) -> World:
    return make_world(app, clock)


@pytest.fixture
def photo(app: Flask, clock: FakeClock, world: World) -> str:
    """A verified photo of the engineer."""
    engineer = WirePhone(app.test_client(), clock, world, "engineer").sign_in().pull()
    result = take_photo(engineer, hash=sha256(PHOTO), mime="image/png")
    assert TusPhone(app, "engineer").send_all(PHOTO).status_code == 201
    run_due_jobs(app)
    return str(result["op"])


def show_on_asset(app: Flask, clock: FakeClock, world: World, asset: str, data: bytes) -> None:
    edit = {"doc": asset, "type": "asset", "key": None, "set": {"photo_hash": sha256(data)}, "was": {}}
    with app.app_context():
        (answered,) = apply_operations(Actor("import", "test"), [operation("describe_asset", clock, edits=[edit])])
    assert answered.record.outcome == "applied", answered.record.result


def browser_of(app: Flask, name: str) -> Browser:
    browser = Browser(app)
    browser.sign_in(name)
    return browser


def test_a_photo_is_given_in_each_size(app: Flask, photo: str) -> None:
    browser = browser_of(app, "engineer")
    for size, measure in SIZES.items():
        answer = browser.get(f"/api/photos/{photo}/image?size={size}")
        is_original = size == "original"
        assert (answer.status_code, opened(answer.data).size) == (200, measure)
        assert answer.mimetype == ("image/png" if is_original else "image/jpeg")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
        assert answer.headers["Content-Disposition"].startswith("attachment" if is_original else "inline")
    assert answer.data == PHOTO  # the original, byte for byte


def test_large_is_what_is_given_when_nothing_is_said(app: Flask, photo: str) -> None:
    assert opened(browser_of(app, "engineer").get(f"/api/photos/{photo}/image").data).size == SIZES["large"]


def test_staff_of_the_project_see_it_and_nobody_else(app: Flask, photo: str) -> None:
    statuses = {}
    for name in ("engineer", "colleague", "supervisor", "desk", "client", "outsider"):
        browser = browser_of(app, name)
        statuses[name] = {browser.get(f"/api/photos/{photo}/image?size={size}").status_code for size in SIZES}
    assert statuses == {
        **dict.fromkeys(("engineer", "colleague", "supervisor", "desk"), {200}),
        **dict.fromkeys(("client", "outsider"), {404}),
    }


def test_nobody_sees_it_without_signing_in(app: Flask, photo: str) -> None:
    assert app.test_client().get(f"/api/photos/{photo}/image").status_code == 401


def test_another_size_is_refused(app: Flask, photo: str) -> None:
    answer = browser_of(app, "engineer").get(f"/api/photos/{photo}/image?size=huge")
    assert (answer.status_code, list(answer.get_json()["errors"])) == (422, ["size"])


def test_what_a_browser_has_is_not_sent_again(app: Flask, photo: str) -> None:
    browser = browser_of(app, "engineer")
    tag = browser.get(f"/api/photos/{photo}/image").headers["ETag"]
    answer = browser.get(f"/api/photos/{photo}/image", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.data) == (304, b"")


@pytest.mark.parametrize("send", [False, True])
def test_a_photo_whose_bytes_are_not_verified_is_not_shown(
    app: Flask, clock: FakeClock, world: World, send: bool
) -> None:
    engineer = WirePhone(app.test_client(), clock, world, "engineer").sign_in().pull()
    junk = b"\xff\xd8\xff no picture"
    photo = take_photo(engineer, hash=sha256(junk))["op"]
    if send:
        TusPhone(app, "engineer").send_all(junk)
        run_due_jobs(app)
    for size in SIZES:
        answer = browser_of(app, "engineer").get(f"/api/photos/{photo}/image?size={size}")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "no-store")


def test_a_copy_that_was_lost_is_made_again(app: Flask, photo: str) -> None:
    for path in (app.config["ROUNDSMAN"].blob_dir / "derived").rglob("*.jpg"):
        path.unlink()
    answer = browser_of(app, "engineer").get(f"/api/photos/{photo}/image?size=thumb")
    assert opened(answer.data).size == SIZES["thumb"]


def test_an_asset_shows_a_picture_of_its_project(app: Flask, clock: FakeClock, world: World, photo: str) -> None:
    show_on_asset(app, clock, world, world.ups, PHOTO)
    browser = browser_of(app, "colleague")
    answer = browser.get(f"/api/assets/{world.ups}/image?size=thumb")
    assert opened(answer.data).size == SIZES["thumb"]
    assert answer.headers["Cache-Control"] == "private, no-cache"
    named = browser.get(f"/api/assets/{world.ups}/image?hash={sha256(PHOTO)}")
    assert (named.status_code, named.headers["Cache-Control"]) == (200, "private, max-age=31536000, immutable")
    assert browser.get(f"/api/assets/{world.ups}/image?hash={'0' * 64}").status_code == 404
    assert browser_of(app, "outsider").get(f"/api/assets/{world.ups}/image").status_code == 404


def test_an_asset_cannot_be_made_a_window_on_another_project(
    app: Flask, clock: FakeClock, world: World, photo: str
) -> None:
    """Whoever knows a picture's hash and names it on an asset of their own sees nothing (T10)."""
    show_on_asset(app, clock, world, world.foreign_asset, PHOTO)
    answer = browser_of(app, "outsider").get(f"/api/assets/{world.foreign_asset}/image")
    assert answer.status_code == 404


def test_an_asset_without_a_picture_has_none(app: Flask, world: World) -> None:
    assert browser_of(app, "engineer").get(f"/api/assets/{world.recorder}/image").status_code == 404


@pytest.mark.parametrize("path", ["photos", "assets"])
def test_what_does_not_exist_is_not_found(app: Flask, world: World, path: str) -> None:
    assert browser_of(app, "engineer").get(f"/api/{path}/{world.plan}/image").status_code == 404
