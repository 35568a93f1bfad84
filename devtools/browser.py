"""The Chromium that stories run in: the machine's, else Playwright's, else one from Debian's packages."""

import os
import shutil
from pathlib import Path

from devtools.running import Failed, run, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk")
VARIABLE = "ROUNDSMAN_TEST_CHROMIUM"


def find_or_install() -> dict[str, str]:
    """Return the environment that tells the stories which browser to start."""
    found = os.environ.get(VARIABLE) or _on_path() or _playwright_s() or _from_debian() or _from_playwright()
    if found is None:
        raise Failed("no Chromium: install the package chromium, or name one in " + VARIABLE)
    return {VARIABLE: found}


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _playwright_s() -> str | None:
    from playwright.sync_api import sync_playwright  # not there before the packages are

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _from_debian() -> str | None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return None
    say("Installing Chromium (Debian's package)")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], env=quiet)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES], env=quiet)
    return _on_path()


def _from_playwright() -> str | None:
    from devtools.running import must_run_python

    must_run_python("-m", "playwright", "install", "chromium")
    return _playwright_s()
