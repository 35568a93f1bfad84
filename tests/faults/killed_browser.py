"""F12: SIGKILL of the browser at random instants, while an engineer in flight mode taps one answer after the other.

What the screen showed as chosen must be on the phone's disk after the restart, in that order and once; and at last all
of it on the server. The kills at chosen moments of a whole round are tests/e2e/test_story_killed.py.
"""

import json
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from playwright.sync_api import BrowserContext, Playwright, expect, sync_playwright
from sqlalchemy import select

from server.database import reading
from server.models import Operation
from tests.e2e.browsers import open_phone
from tests.e2e.hand import WAIT_MS
from tests.e2e.killing import disk_of, kill
from tests.e2e.running_server import RunningServer, running_server
from tests.faults.frame.at_the_item import AtTheItem, missing_for_browsers, severities, walk_to_the_item
from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally

FEWEST_KILLS, TAPS_OF_A_LIFE = 3, 400
LONGEST_LIFE_MS, TRIES = 1_500, 3
OPTIMISTIC = "a screen that shows an answer as chosen before it is on disk"

TAP = """(levels) => {
  const radio = (level) => document.querySelectorAll('.sevpick [role=radio]')[level - 1]
  const shown = async (level) => {
    while (radio(level).getAttribute('aria-checked') !== 'true') await new Promise((done) => setTimeout(done))
  }
  const tap = async () => {
    for (const level of levels) {
      radio(level).click()
      await shown(level)
      window.said(level)
    }
  }
  void tap()
}"""
LIE = """addEventListener('click', (event) => {
  const radio = event.target.closest('.sevpick [role=radio]')
  if (!radio) return
  for (const each of radio.parentElement.children) each.setAttribute('aria-checked', String(each === radio))
}, true)"""


@dataclass
class Phone:
    """`said`: what the screen showed as chosen since the browser started; `disk`: what lay there when it did."""

    start: Callable[[], BrowserContext]
    place: AtTheItem
    context: BrowserContext
    said: list[int] = field(default_factory=list)
    disk: list[int] = field(default_factory=list)

    def opens(self, tally: Tally) -> None:
        """At the item where it was; a phone that asks for a sign-in instead has forgotten whose it is."""
        self.context.expose_binding("said", lambda _source, level: self.said.append(level))
        page = self.context.pages[0]
        for k in range(TRIES):
            page.goto(self.place.url)
            expect(page.locator(".sevpick").or_(page.get_by_label("登录名"))).to_be_visible(timeout=WAIT_MS)
            if page.locator(".sevpick").is_visible():
                return
            kept = page.evaluate("indexedDB.databases().then((all) => all.map((one) => one.name))")
            tally.found("stuck", f"start {k} after kill {tally.kills} asks for a sign-in; databases: {kept}")
        raise AssertionError("the phone has forgotten whose it is")

    def lives_and_dies(self, chance: random.Random, tally: Tally) -> None:
        page = self.context.pages[0]
        levels = _drawn(chance, self.disk[-1] if self.disk else None)
        page.evaluate(TAP, levels)
        page.wait_for_timeout(chance.uniform(0, LONGEST_LIFE_MS))
        said = list(self.said)
        kill(self.context, self.place.profile)
        tally.kills += 1
        self.context, self.said = self.start(), []
        self.opens(tally)
        self._compare(levels, said, tally)

    def _compare(self, levels: list[int], said: list[int], tally: Tally) -> None:
        now = severities(disk_of(self.context.pages[0])["operations"], self.place.round_id)
        if now[: len(self.disk)] != self.disk:
            tally.found("lost", f"of {len(self.disk)} answers that were on disk before, not all are")
        new = now[len(self.disk) :]
        tally.found(
            "lost", *(f"the screen showed answer {k} of this life as chosen" for k in range(len(new), len(said)))
        )
        if new != levels[: len(new)]:
            tally.found("doubled", f"tapped {levels[: len(new)]}, on disk {new}")
        self.disk = now


def _drawn(chance: random.Random, last: int | None) -> list[int]:
    """Never the same twice in a row: that would write nothing."""
    levels: list[int] = []
    for _ in range(TAPS_OF_A_LIFE):
        last = chance.choice([level for level in (1, 2, 3, 4) if level != last])
        levels.append(last)
    return levels


def run(_ground: Ground, plan: Plan) -> Tally:
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="roundsman-browser-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with sync_playwright() as playwright, running_server(folder / "data") as server:
            try:
                _dies_again_and_again(playwright, server, folder, plan, tally)
            except Exception as failure:  # the kills until then count
                tally.found("stuck", f"the run broke off: {failure}")
    return tally


def _dies_again_and_again(
    playwright: Playwright, server: RunningServer, folder: Path, plan: Plan, tally: Tally
) -> None:
    with _phone_at_the_item(playwright, server, folder, plan, tally) as phone:
        chance, ends = plan.chance("browser"), monotonic() + plan.seconds
        while monotonic() < ends or tally.kills < FEWEST_KILLS:
            phone.lives_and_dies(chance, tally)
        _hands_in(phone, server, tally)


@contextmanager
def _phone_at_the_item(
    playwright: Playwright, server: RunningServer, folder: Path, plan: Plan, tally: Tally
) -> Iterator[Phone]:
    """In flight mode."""
    place = walk_to_the_item(playwright, server, folder)

    def start() -> BrowserContext:
        context = open_phone(playwright, place.profile, place.address, place.camera.path, offline=True)
        if plan.variant == OPTIMISTIC:
            context.add_init_script(LIE)
        return context

    phone = Phone(start, place, start())
    phone.opens(tally)
    phone.disk = severities(disk_of(phone.context.pages[0])["operations"], phone.place.round_id)
    try:
        yield phone
    finally:
        phone.context.close()


def _hands_in(phone: Phone, server: RunningServer, tally: Tally) -> None:
    """With a network again: the server has each of them, in that order."""
    phone.context.set_offline(False)
    page = phone.context.pages[0]
    page.goto("/")
    expect(page.get_by_text("没有要传的").or_(page.get_by_text("全部交到")).first).to_be_visible(timeout=90_000)
    with server.app.app_context(), reading() as session:
        asked = select(Operation.body).where(Operation.name == "answer_item", Operation.actor_kind == "person")
        bodies = [json.loads(body) for body in session.scalars(asked.order_by(Operation.device_id, Operation.n))]
    tally.operations += len(bodies)
    there = severities(bodies, phone.place.round_id)
    if there != phone.disk:
        tally.found("lost", f"{len(phone.disk)} answers were on the phone, {len(there)} are on the server")


FAULT = Fault(
    "F12", "SIGKILL of the browser at random instants", run, (OPTIMISTIC,), missing_for_browsers, short_seconds=0
)
