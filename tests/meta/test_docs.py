"""What the documents say is there."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from devtools.settings_table import PAGE, page_with_settings
from devtools.verbs import VERBS
from server.version import VERSION

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# An index or a file by its address; a package's own home page is none.
HOST = re.compile(r'"resolved": *"http|-index-url|--find-links|^-i |^[^#\n]*(?: @ |==.*)https?://', re.MULTILINE)


def page_id(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    named = re.findall(r"`((?:server|pwa|tests|docs|devtools)/[\w./-]+)`", page.read_text("utf-8"))
    named += [found for found in re.findall(r"\]\(([\w./-]+)\)", page.read_text("utf-8"))]
    missing = [name for name in named if not ((ROOT / name).exists() or (page.parent / name).exists())]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_verb_that_a_page_names_exists(page: Path) -> None:
    named = set(re.findall(r"`?\./dev ([a-z]+)", page.read_text("utf-8"))) - {"help"}
    assert named <= set(VERBS)


def test_the_table_of_settings_is_the_one_in_force() -> None:
    assert PAGE.read_text("utf-8") == page_with_settings()


def test_the_version_has_one_source() -> None:
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest and newest[1] == VERSION
    assert json.loads((ROOT / "pwa/package.json").read_text("utf-8"))["version"] == VERSION


def test_no_lock_names_a_host() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    locks = [ROOT / name for name in tracked if name.startswith("requirements/") or name.endswith("package-lock.json")]
    assert len(locks) >= 3
    for lock in locks:
        assert not re.search(HOST, lock.read_text("utf-8")), lock
