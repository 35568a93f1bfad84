"""Who may know whom: rules know nothing, screens know neither the wire nor the disk."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

ROOT = Path(__file__).parents[2]
RULES = sorted((ROOT / "server" / "rules").rglob("*.py"))
PHONE_RULES = sorted((ROOT / "pwa" / "src" / "rules").rglob("*.ts"))
SHOWN = [
    path
    for folder in ("screens", "components")
    for path in sorted((ROOT / "pwa" / "src" / folder).rglob("*"))
    if path.suffix in (".ts", ".vue")
]
VECTORS = sorted((ROOT / "tests" / "contract").glob("*.json"))

IMPURE_MODULES = {"asyncio", "http", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3", "subprocess",
                  "tempfile", "threading", "time", "urllib"}  # fmt: skip
IMPURE_CALLS = {"now", "utcnow", "today", "uuid1", "uuid4", "uuid7", "open", "print", "input"}
PHONE_PACKAGES = {"uuid", "canonicalize"}
TYPES_OF_THE_APP = {"../domain/types", "@/domain/types"}
IMPURE_ON_THE_PHONE = re.compile(
    r"\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.\w|\bfetch\(|\b(?:local|session)Storage\b"
    r"|\bindexedDB\b|\b(?:window|document|navigator)\.\w|\bgetRandomValues\b|\bv[147]\("
)
IMPORTED = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]""")
FETCH = re.compile(r"(?<![\w.])(?:(?:window|globalThis|self)\.)?fetch\(")


def named(paths: list[Path]) -> list[ParameterSet]:
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in paths]


def imported_modules(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a rule is imported by its full name"
            yield node.module or ""


def called_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


@pytest.mark.parametrize("path", named(RULES))
def test_server_rule_knows_only_the_standard_library_and_rules(path: Path) -> None:
    modules = set(imported_modules(ast.parse(path.read_text(encoding="utf-8"))))
    foreign = {
        module
        for module in modules
        if module.split(".")[0] not in sys.stdlib_module_names | {"rfc8785"} and not module.startswith("server.rules.")
    }
    assert not foreign
    assert not {module.split(".")[0] for module in modules} & IMPURE_MODULES


@pytest.mark.parametrize("path", named(RULES))
def test_server_rule_asks_no_clock_no_chance_and_no_disk(path: Path) -> None:
    assert not set(called_names(ast.parse(path.read_text(encoding="utf-8")))) & IMPURE_CALLS


@pytest.mark.parametrize("path", named(PHONE_RULES))
def test_phone_rule_knows_only_rules_and_document_types(path: Path) -> None:
    imported = set(IMPORTED.findall(path.read_text(encoding="utf-8")))
    foreign = {name for name in imported if not re.fullmatch(r"\./\w+", name)}
    assert foreign <= PHONE_PACKAGES | TYPES_OF_THE_APP


@pytest.mark.parametrize("path", named(PHONE_RULES))
def test_phone_rule_asks_no_clock_no_chance_and_no_browser(path: Path) -> None:
    assert IMPURE_ON_THE_PHONE.search(path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("path", named(SHOWN))
def test_screen_reads_by_composables_and_writes_by_actions(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert FETCH.search(text) is None
    assert not [name for name in IMPORTED.findall(text) if name == "dexie" or re.search(r"(^|/)db/", name)]


@pytest.mark.parametrize("path", named(VECTORS))
def test_vectors_are_read_in_both_languages(path: Path) -> None:
    for folder, suffix in (("server", "py"), ("pwa", "ts")):
        tests = (test.read_text(encoding="utf-8") for test in (ROOT / "tests" / folder).rglob(f"*.{suffix}"))
        assert any(re.search(rf"['\"/]{path.stem}(\.json)?['\"]", text) for text in tests), f"unread in tests/{folder}"


def test_every_layer_was_looked_at() -> None:
    assert RULES and PHONE_RULES and SHOWN and VECTORS
