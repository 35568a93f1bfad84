"""The Chromium that stories run in: the machine's, else Playwright's, else one from Debian's packages."""

import os
import shutil
from pathlib import Path

from devtools.running import Failed, must_run_python, run, say

NAMES = ("chromium", "chromium-browser", "google-chrome")
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk")


def ensure_chromium() -> None:
    """Install one if there is none; the stories look in the same places."""
    if _is_on_path() or _is_playwright_s():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _install_debian_s()
    else:
        say("Installing Chromium (Playwright's)")
        must_run_python("-m", "playwright", "install", "chromium")
    if not (_is_on_path() or _is_playwright_s()):
        raise Failed("no Chromium for the stories: install the package chromium")


def _is_on_path() -> bool:
    return any(shutil.which(name) for name in NAMES)


def _is_playwright_s() -> bool:
    from playwright.sync_api import sync_playwright  # not there before the packages are

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def _install_debian_s() -> None:
    say("Installing Chromium (Debian's package)")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], env=quiet)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES], env=quiet)
