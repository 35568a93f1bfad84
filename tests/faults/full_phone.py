"""F13: the phone's disk is full: the person is told, nothing half is kept.

The disk is a small one in memory: Chromium's Storage.overrideQuotaForOrigin changed nothing where this was written, and
to the page it always said that ten gigabytes are free, so that only a write can tell.

No operation without its picture, nothing that was there is evicted, and when there is room again it goes on.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests.e2e.browsers import open_phone
from tests.e2e.engineer import Engineer
from tests.e2e.hand import WAIT_MS
from tests.e2e.killing import disk_of
from tests.e2e.running_server import running_server
from tests.faults.frame.at_the_item import AtTheItem, missing_for_browsers, severities, walk_to_the_item
from tests.faults.frame.fault import Fault, Plan
from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally

OPTIMISTIC = "a screen that shows an answer as chosen before it is on disk"
WITHOUT_BYTES = "a phone that keeps the operation when the picture finds no room"
DISK_MEGABYTES, NOT_SAVED = 160, "这一笔没存住"

LIE = """addEventListener('click', (event) => {
  const radio = event.target.closest('.sevpick [role=radio]')
  if (!radio) return
  for (const each of radio.parentElement.children) each.setAttribute('aria-checked', String(each === radio))
}, true)"""
SKIPS_BLOBS = """const put = IDBObjectStore.prototype.put
IDBObjectStore.prototype.put = function (value, ...more) {
  return this.name === 'blobs' ? this.count() : put.call(this, value, ...more)
}"""


def run(_ground: Ground, plan: Plan) -> Tally:
    tally = Tally()
    with small_disk(DISK_MEGABYTES) as disk, tempfile.TemporaryDirectory(prefix="roundsman-browser-") as name:
        with sync_playwright() as playwright, running_server(Path(name) / "data") as server:
            try:
                place = walk_to_the_item(playwright, server, disk)
                context = open_phone(playwright, place.profile, place.address, place.camera.path, offline=True)
                _walk(place, context, disk, plan, tally)
                context.close()
            except Exception as failure:
                tally.found("stuck", f"the run broke off: {failure}")
    return tally


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="roundsman-disk-", ignore_cleanup_errors=True) as folder:
        words = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder]
        subprocess.run(words, check=True, capture_output=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=False)


def _walk(place: AtTheItem, context: BrowserContext, disk: Path, plan: Plan, tally: Tally) -> None:
    for variant, script in ((OPTIMISTIC, LIE), (WITHOUT_BYTES, SKIPS_BLOBS)):
        if plan.variant == variant:
            context.add_init_script(script)
    page, filler = context.pages[0], disk / "filler"
    place.camera.shows()
    _opens(page, place)
    _takes_a_photo(page, tally)  # one to lose
    before = disk_of(page)
    level = plan.chance("levels").choice([k for k in (1, 2, 3, 4) if k != _chosen(page)])
    _fill(filler)
    page.locator(".sevpick [role=radio]").nth(level - 1).click()
    told = _is_told(page, NOT_SAVED, tally)
    if _chosen(page) == level:
        tally.found("lost", "the screen shows as chosen what was not saved")
    filler.unlink()
    if told:
        page.get_by_role("button", name="再存一次").first.click()
        expect(page.locator(".sevpick [role=radio]").nth(level - 1)).to_be_checked(timeout=WAIT_MS)
    _opens(page, place)
    after = disk_of(page)
    tally.operations = len(after["operations"])
    if after["operations"][: len(before["operations"])] != before["operations"] or after["blobs"] < before["blobs"]:
        tally.found("lost", "what was there before the disk was full is not there after it")
    if told and severities(after["operations"], place.round_id)[-1:] != [level]:
        tally.found("lost", "saved again, and not on disk")


def _fill(file: Path) -> None:
    """To the last byte."""
    with file.open("wb", buffering=0) as filler:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    filler.write(bytes(size))
            except OSError:
                continue


def _opens(page: Page, place: AtTheItem) -> None:
    page.goto(place.url)
    expect(page.locator(".sevpick")).to_be_visible(timeout=WAIT_MS)


def _takes_a_photo(page: Page, tally: Tally) -> None:
    Engineer(page).photographs()
    disk = disk_of(page)
    taken = sum(operation["name"] == "take_photo" for operation in disk["operations"])
    if taken != disk["blobs"]:
        tally.found("lost", f"{taken} photos were taken, {disk['blobs']} pictures are on disk")


def _is_told(page: Page, words: str, tally: Tally) -> bool:
    try:
        expect(page.get_by_text(words).first).to_be_visible(timeout=WAIT_MS)
    except AssertionError:
        tally.found("lost", f"nobody is told: {words}")
        return False
    return True


def _chosen(page: Page) -> int | None:
    for k, radio in enumerate(page.locator(".sevpick [role=radio]").all(), start=1):
        if radio.get_attribute("aria-checked") == "true":
            return k
    return None


def _missing(ground: Ground) -> str | None:
    needs = missing_for_browsers(ground)
    if needs is not None:
        return needs
    try:
        with small_disk(1):
            return None
    except (OSError, subprocess.CalledProcessError):
        return "the right to mount a small disk"


FAULT = Fault("F13", "the phone's disk is full", run, (OPTIMISTIC, WITHOUT_BYTES), _missing, short_seconds=0)
