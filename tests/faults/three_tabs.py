"""F14: three tabs of one phone, and a newer build that is installed while a form is open and the outbox is full.

One tab syncs, and when it closes another one does. The newer service worker waits: it never takes over by itself, what
was typed stays, and all that was tapped arrives once. (The newer build is the same app with another worker: that no
parts of two builds mix is left to the worker's waiting.)
"""

import json
import random
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from sqlalchemy import select

from server.database import reading
from server.models import Operation
from tests.e2e.browsers import open_phone
from tests.e2e.hand import WAIT_MS
from tests.e2e.killing import disk_of
from tests.e2e.running_server import RunningServer, running_server
from tests.faults.frame.at_the_item import AtTheItem, missing_for_browsers, severities, walk_to_the_item
from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.new_build import NewBuild
from tests.faults.frame.tally import Tally

TABS, TAPS_TOGETHER, OUTBOX = 3, 12, 50
WORDS = "写到一半的话，还没写"
TAKES_OVER = "a service worker that takes over by itself"
ALL_LEAD = "tabs that all sync"

LEADERS = """() => navigator.locks.query().then(({ held }) => {
  return held.filter(({ name }) => name.startsWith('roundsman-sync-')).length
})"""
NO_LOCKS = "navigator.locks.request = (_name, _options, lead) => lead({})"
INSTALLED = """() => {
  navigator.serviceWorker.addEventListener('controllerchange', () => { window.takenOver = true })
  return navigator.serviceWorker.getRegistration().then((found) => found.update())
}"""
WAITS = """() => navigator.serviceWorker.getRegistration().then((found) => {
  return found.waiting !== null || window.takenOver === true
})"""


@dataclass
class Tabs:
    place: AtTheItem
    context: BrowserContext
    proxy: NewBuild
    chance: random.Random

    def open(self) -> Page:
        page = self.context.new_page()
        page.goto(self.place.url)
        expect(page.locator(".sevpick")).to_be_visible(timeout=WAIT_MS)
        return page

    def taps(self, page: Page, times: int) -> None:
        """Each is shown as chosen before the next."""
        for _ in range(times):
            radio = self.chance.choice(page.locator(".sevpick [role=radio][aria-checked=false]").all())
            level = page.locator(".sevpick [role=radio]").nth(_place_of(radio.get_attribute("aria-label")))
            level.click()
            expect(level).to_be_checked(timeout=WAIT_MS)

    def tapped(self, page: Page) -> list[int]:
        return severities(disk_of(page)["operations"], self.place.round_id)


def _place_of(label: str | None) -> int:
    """I to IV, by the numeral that the label begins with."""
    numeral = (label or "").partition("级")[0]
    return ("I", "II", "III", "IV").index(numeral)


def run(_ground: Ground, plan: Plan) -> Tally:
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="roundsman-browser-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with sync_playwright() as playwright, running_server(folder / "data") as server:
            proxy = NewBuild(int(urlsplit(server.address).port or 0))
            proxy.start()
            try:
                place = walk_to_the_item(playwright, server, folder, f"http://127.0.0.1:{proxy.port}")
                context = open_phone(playwright, place.profile, place.address, place.camera.path)
                _walk(Tabs(place, context, proxy, plan.chance("tabs")), server, plan.variant, tally)
                context.close()
            except Exception as failure:
                tally.found("stuck", f"the run broke off: {failure}")
            finally:
                proxy.stop()
    return tally


def _walk(phone: Tabs, server: RunningServer, variant: str, tally: Tally) -> None:
    if variant == ALL_LEAD:
        phone.context.add_init_script(NO_LOCKS)
    tabs = [phone.open() for _ in range(TABS)]
    _all_arrives(phone, tabs[0], server, tally)
    phone.proxy.sent.clear()  # what was on its way when the phone was closed came again
    for _ in range(TAPS_TOGETHER):
        phone.taps(phone.chance.choice(tabs), 1)
    _one_leads(tabs[-1], tally)
    _all_arrives(phone, tabs[-1], server, tally)
    twice = [op for op, times in phone.proxy.sent.items() if times > 1]  # later: what a tab sent that was closed
    tally.found("doubled", *(f"{op} was sent {phone.proxy.sent[op]} times" for op in twice))
    tabs[0].close()  # the first leads; whoever is left takes over
    phone.taps(tabs[1], 1)
    _all_arrives(phone, tabs[1], server, tally)
    _one_leads(tabs[2], tally)
    _newer_build(phone, tabs[1], variant, tally)
    _all_arrives(phone, tabs[1], server, tally)


def _one_leads(page: Page, tally: Tally) -> None:
    leaders = page.evaluate(LEADERS)
    if leaders != 1:
        tally.found("doubled", f"{leaders} tabs hold the lock of those that sync")


def _newer_build(phone: Tabs, page: Page, variant: str, tally: Tally) -> None:
    phone.proxy.keeps_waiting = True
    phone.taps(page, OUTBOX)
    page.get_by_label("看到了什么").first.fill(WORDS)
    before = phone.tapped(page)
    phone.proxy.added = "addEventListener('install', () => skipWaiting());" if variant == TAKES_OVER else ""
    phone.proxy.is_released = True
    page.evaluate(INSTALLED)
    page.wait_for_function(WAITS, timeout=WAIT_MS)
    page.wait_for_timeout(1_000)  # time in which it could take over
    if page.evaluate("window.takenOver === true"):
        tally.found("lost", "the newer build took over while a form was open")
    if page.get_by_label("看到了什么").first.input_value() != WORDS:
        tally.found("lost", "what was typed is gone")
    if phone.tapped(page) != before:
        tally.found("lost", "the outbox is another one")
    phone.proxy.keeps_waiting = False


def _all_arrives(phone: Tabs, page: Page, server: RunningServer, tally: Tally) -> None:
    """In the order in which it was tapped, without anybody's doing."""
    wanted = phone.tapped(page)
    for _ in range(90):
        there = _in_the_books(server, phone.place.round_id)
        if there[-len(wanted) :] == wanted or there == wanted:
            tally.operations = len(there)
            return
        page.wait_for_timeout(1_000)
    tally.found("stuck", f"{len(wanted)} answers were tapped, {len(there)} are there after 90 s")


def _in_the_books(server: RunningServer, round_id: str) -> list[int]:
    with server.app.app_context(), reading() as session:
        asked = select(Operation.body).where(Operation.name == "answer_item", Operation.actor_kind == "person")
        bodies: list[dict[str, Any]] = [json.loads(body) for body in session.scalars(asked.order_by(Operation.n))]
    return severities(bodies, round_id)


FAULT = Fault(
    "F14",
    "three tabs; a newer build while a form is open",
    run,
    (TAKES_OVER, ALL_LEAD),
    missing_for_browsers,
    short_seconds=0,
)
