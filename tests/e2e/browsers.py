"""Chromium as a phone and as a desk: real, headless, with a profile that survives being killed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

PHONE = {"width": 360, "height": 800}
DESK = {"width": 1440, "height": 900}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str | None:
    """The system's Chromium, else None for Playwright's own."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    return None


@contextmanager
def phone(
    playwright: Playwright, profile: Path, address: str, camera: Path | None = None, **options: Any
) -> Iterator[Page]:
    """A phone with its own profile folder; open it again on the same folder and it is the same phone."""
    context = open_phone(playwright, profile, address, camera, **options)
    try:
        yield context.pages[0] if context.pages else context.new_page()
    finally:
        context.close()


def open_phone(
    playwright: Playwright, profile: Path, address: str, camera: Path | None = None, **options: Any
) -> BrowserContext:
    fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    if camera is not None:
        fake.append(f"--use-file-for-fake-video-capture={camera}")
    settings: dict[str, Any] = {
        "viewport": PHONE,
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
        "locale": "zh-CN",
        "timezone_id": "Asia/Shanghai",
        "permissions": ["camera"],
        "base_url": address,
        **options,
    }
    return playwright.chromium.launch_persistent_context(
        str(profile), executable_path=chromium_path(), headless=True, args=[*QUIET, *fake], **settings
    )


@contextmanager
def desk(playwright: Playwright, profile: Path, address: str, **options: Any) -> Iterator[Page]:
    """A desk browser: wide, with a mouse."""
    wide = {"viewport": DESK, "device_scale_factor": 1, "is_mobile": False, "has_touch": False, **options}
    with phone(playwright, profile, address, None, **wide) as page:
        yield page
