"""SIGKILL for a browser in the middle of its work, and what its disk holds afterwards."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page

Disk = dict[str, Any]

READ_DISK = """async () => {
  const all = (store) => new Promise((done, failed) => {
    const asked = store.getAll()
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done, failed) => {
      const asked = indexedDB.open(name)
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => failed(asked.error)
    })
    if (![...db.objectStoreNames].includes('outbox')) { db.close(); continue }
    const read = db.transaction(['outbox', 'drafts', 'blobs'])
    const stores = ['outbox', 'drafts', 'blobs'].map((one) => all(read.objectStore(one)))
    const [outbox, drafts, blobs] = await Promise.all(stores)
    db.close()
    return {
      operations: outbox.map(({ body }) => body),
      drafts: drafts.map(({ key, value }) => [key, value]),
      blobs: blobs.length,
    }
  }
  return null
}"""


def kill(context: BrowserContext, profile: Path) -> None:
    """No closing, no flushing: the process group is gone."""
    pid = _browser_of(profile)
    os.killpg(os.getpgid(pid), signal.SIGKILL)
    tick = Event()
    while _is_running(pid):
        tick.wait(0.02)
    try:
        context.close()
    except Error:
        pass  # it is dead: that is the point
    for left in ("SingletonLock", "SingletonCookie", "SingletonSocket"):
        (profile / left).unlink(missing_ok=True)


def disk_of(page: Page) -> Disk:
    """Operations, drafts and number of pictures in the phone's database."""
    found: Disk = page.evaluate(READ_DISK)
    return found


def comes_true(page: Page, is_so: Callable[[Disk], bool]) -> bool:
    """The disk is read again a few times: typing rests before it is written, recovering takes its time."""
    for _ in range(450):
        if is_so(disk_of(page)):
            return True
        page.wait_for_timeout(100)
    return False


def _browser_of(profile: Path) -> int:
    wanted = f"--user-data-dir={profile}"
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            words = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue  # it ended while we looked
        if wanted in words and not any(word.startswith("--type=") for word in words):
            return int(process.name)
    raise AssertionError(f"no browser runs on {profile}")


def _is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
