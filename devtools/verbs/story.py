from devtools import browser, node, python_packages
from devtools.paths import ROOT
from devtools.running import Failed, must_run_python

STORIES = ROOT / "tests" / "e2e"


def story(words: list[str]) -> int:
    """Walk one story in a real browser: `./dev story NAME`."""
    python_packages.install_to_develop()
    node.install_packages()
    node.build_app()
    names = {path.stem.removeprefix("test_story_"): path for path in sorted(STORIES.glob("test_story_*.py"))}
    if len(words) < 1 or words[0] not in names:
        raise Failed(f"a story is one of: {', '.join(names)}")
    browser.ensure_chromium()
    must_run_python("-m", "pytest", "-s", "-v", names[words[0]], *words[1:])
    return 0
