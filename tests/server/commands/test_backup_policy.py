"""What an operator is told who starts a server without backups."""

from pathlib import Path

import pytest

from server.commands.backup import say_policy
from server.config import Config


@pytest.mark.parametrize("demo", [True, False])
def test_a_server_without_backups_says_once_what_that_means_and_how_to_switch_them_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], demo: bool
) -> None:
    say_policy(Config.from_env({}, data_dir=tmp_path), demo=demo)
    said = capsys.readouterr().out
    assert said.count("Backups are off") == said.count("备份未开启") == 1
    assert "ROUNDSMAN_BACKUP_DIR" in said and "14" in said


def test_a_server_with_backups_says_nothing_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config.from_env({"ROUNDSMAN_BACKUP_DIR": str(tmp_path / "backups")}, data_dir=tmp_path)
    say_policy(config, demo=False)
    assert capsys.readouterr().out == ""
