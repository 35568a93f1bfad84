from devtools import browser, node, python_packages
from devtools.checking import check_stages
from devtools.paths import PYTHON, STAMPS
from devtools.running import Ran, run
from devtools.stages import Stage, run_stages

FOLDERS = ("tests/meta", "tests/server", "tests/rights", "tests/faults")


def test(_words: list[str]) -> int:
    """Everything: the checks, then all tests in Python, in the app and in a browser."""
    python_packages.install_to_develop()
    node.install_packages()
    browser.ensure_chromium()
    reports = STAMPS / "reports"
    reports.mkdir(parents=True, exist_ok=True)

    def pytest(report: str, *more: str) -> Ran:
        return run([PYTHON, "-m", "pytest", "-q", f"--junitxml={reports / report}", *more])

    def vitest() -> Ran:
        return node.run_script("test", "--reporter=default", "--reporter=junit", f"--outputFile={reports / 'app.xml'}")

    stages = [
        *check_stages(),
        Stage("app", vitest, reports / "app.xml"),
        Stage("server", lambda: pytest("server.xml", "-n", "2", *FOLDERS), reports / "server.xml"),
        Stage("stories in a browser", lambda: pytest("stories.xml", "tests/e2e"), reports / "stories.xml"),
    ]
    return 0 if run_stages(stages) else 1
