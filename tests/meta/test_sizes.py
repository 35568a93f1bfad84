"""Small files and small functions: the tail is what makes a code base sprawl."""

import ast
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE, LONGEST_TYPICAL_FILE, LONGEST_FUNCTION = 400, 80, 60
NINE_OF_TEN_FUNCTIONS = 30
# Data and what is generated may be long.
EXEMPT = (
    "server/migrations/versions/",
    "pwa/src/api/schema.d.ts",
    "pwa/src/locales/",
    "server/demo/",
    "pwa/src/domain/",
)
CODE = (".py", ".ts", ".vue", ".css")


def sources() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    return [
        ROOT / name
        for name in listed
        if name.endswith(CODE) and not name.startswith(EXEMPT) and (ROOT / name).is_file()
    ]


def length(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions() -> Iterator[tuple[str, int]]:
    for path in sources():
        if path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_no_file_is_longer_than_one_idea() -> None:
    assert [str(path.relative_to(ROOT)) for path in sources() if length(path) > LONGEST_FILE] == []


def test_the_typical_file_fits_on_two_screens() -> None:
    assert statistics.median(length(path) for path in sources()) <= LONGEST_TYPICAL_FILE


def test_no_function_is_longer_than_a_screen() -> None:
    assert [name for name, lines in functions() if lines > LONGEST_FUNCTION] == []


def test_nine_functions_of_ten_are_short() -> None:
    lengths = sorted(lines for _, lines in functions())
    assert lengths[int(len(lengths) * 0.9)] <= NINE_OF_TEN_FUNCTIONS


@pytest.mark.parametrize("folder", ["server", "pwa/src"])
def test_every_folder_was_looked_at(folder: str) -> None:
    assert sum(path.is_relative_to(ROOT / folder) for path in sources()) > 50
