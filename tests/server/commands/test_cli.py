"""The `roundsman` command."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server import create_app
from server.cli import main
from server.config import Config
from server.demo.project import PROJECT, PROJECT_ID
from server.version import VERSION
from tests.support.browser import Browser


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for variable in ("DATABASE_URL", "ROUNDSMAN_DATA_DIR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("ROUNDSMAN_ARGON2_MEMORY_KIB", "8")
    monkeypatch.setenv("ROUNDSMAN_ARGON2_TIME_COST", "1")
    yield tmp_path / "data"


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--data", str(data), *words])


def browser(data: Path) -> Browser:
    return Browser(create_app(Config.from_env(data_dir=data)))


def test_it_says_its_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"roundsman, version {VERSION}\n"


def test_a_person_is_added_with_a_password_that_opens(data: Path) -> None:
    run(data, "database", "upgrade")
    added = run(data, "person", "add", "Zhang.San", "--name-zh", "张三")
    signed_in = browser(data).sign_in("zhang.san", added.output.strip()).get_json()
    assert signed_in["person"]["display_name_zh"] == "张三"
    assert signed_in["grants"] == []


def test_a_new_password_ends_the_old_one_and_its_sessions(data: Path) -> None:
    run(data, "database", "upgrade")
    old = run(data, "person", "add", "zhang").output.strip()
    phone = browser(data)
    phone.sign_in("zhang", old)
    new = run(data, "person", "password", "zhang").output.strip()
    assert phone.get("/api/session").status_code == 401
    assert phone.sign_in("zhang", old).status_code == 401
    assert phone.sign_in("zhang", new).status_code == 200


def test_roles_are_given_in_a_project(data: Path) -> None:
    run(data, "demo")
    password = run(data, "person", "add", "li", "--project", PROJECT["code"], "--role", "engineer").output.strip()
    grants = browser(data).sign_in("li", password).get_json()["grants"]
    assert grants == [{"project_id": PROJECT_ID, "roles": ["engineer"]}]


def test_the_demo_says_how_to_sign_in_and_where_its_labels_are(data: Path) -> None:
    said = run(data, "demo").output
    assert "engineer01" in said and "roundsman-demo" in said
    assert (data / "demo-labels.pdf").read_bytes().startswith(b"%PDF")


def test_a_project_that_is_not_there_is_named(data: Path) -> None:
    run(data, "database", "upgrade")
    refused = run(data, "person", "add", "li", "--project", "nowhere", "--role", "engineer")
    assert (refused.exit_code, "there is no project with the code nowhere" in refused.output) == (1, True)


def test_the_same_name_is_refused(data: Path) -> None:
    run(data, "database", "upgrade")
    run(data, "person", "add", "zhang")
    again = run(data, "person", "add", "ZHANG")
    assert again.exit_code == 1 and "Traceback" not in again.output


def test_an_unknown_setting_stops_the_start(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROUNDSMAN_COLOUR", "blue")
    stopped = run(data, "database", "upgrade")
    assert stopped.exit_code == 1
    assert "unknown setting ROUNDSMAN_COLOUR; accepted: DATABASE_URL" in stopped.output


def test_a_port_in_use_is_said_before_anything_starts(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = run(data, "serve", "--port", str(port))
    assert (refused.exit_code, f"port {port} of 127.0.0.1 is in use" in refused.output) == (1, True)


def test_a_backup_is_taken_and_brought_back_on_the_command_line(data: Path, tmp_path: Path) -> None:
    run(data, "demo")
    taken = run(data, "backup", str(tmp_path / "backups"))
    assert taken.exit_code == 0, taken.output
    assert "备份完成" in taken.output
    other = tmp_path / "other"
    brought = run(other, "restore", str(tmp_path / "backups"))
    assert brought.exit_code == 0, brought.output
    refused = run(other, "restore", str(tmp_path / "backups"))
    assert "--force" in refused.output
    assert run(other, "restore", str(tmp_path / "backups"), "--force").exit_code == 0


def test_an_older_backup_is_restored_only_after_a_question(data: Path, tmp_path: Path) -> None:
    run(data, "database", "upgrade")
    for _ in range(2):
        run(data, "backup", str(tmp_path / "backups"))
    older = sorted(path.name for path in (tmp_path / "backups").iterdir() if path.name.startswith("20"))[0]
    words = ("restore", str(tmp_path / "backups"), "--backup", older)
    asked = run(tmp_path / "other", *words)
    assert "永久丢失" in asked.output
    assert asked.exit_code == 1
    assert not (tmp_path / "other" / "roundsman.sqlite3").exists()
    assert run(tmp_path / "other", *words, "--yes").exit_code == 0


def test_an_older_file_is_restored_only_after_a_question_too(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(data, "database", "upgrade")
    run(data, "backup", str(tmp_path / "one.tar"))
    monkeypatch.setenv("ROUNDSMAN_BACKUP_DIR", str(tmp_path / "backups"))
    run(data, "backup", str(tmp_path / "backups"))
    asked = run(tmp_path / "other", "restore", str(tmp_path / "one.tar"))
    assert (asked.exit_code, "永久丢失" in asked.output) == (1, True)
    assert run(tmp_path / "other", "restore", str(tmp_path / "one.tar"), "--yes").exit_code == 0
