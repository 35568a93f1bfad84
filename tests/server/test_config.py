"""Settings: read once, understood or refused."""

from pathlib import Path

import pytest

from server.config import Config, ConfigError, variable_of


def test_the_defaults_are_sqlite_in_the_data_folder() -> None:
    config = Config.from_env({})
    assert config.database_url.startswith("sqlite:////") and config.database_url.endswith(
        "/roundsman-data/roundsman.sqlite3"
    )


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_is_understood(scheme: str) -> None:
    config = Config.from_env({"DATABASE_URL": f"{scheme}://host/rounds"})
    assert config.database_url == "postgresql+psycopg://host/rounds"


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("DATABASE_URL", "mysql://host/rounds", "sqlite:///PATH or postgresql://USER@HOST/NAME is expected"),
        ("ROUNDSMAN_MAX_PHOTO_BYTES", "12 MB", "a whole number, 0 or more, is expected"),
        ("ROUNDSMAN_MAX_PHOTO_BYTES", "-1", "a whole number, 0 or more, is expected"),
        ("ROUNDSMAN_TAG_ORIGIN", "rounds.example.com", "an origin is expected"),
        ("ROUNDSMAN_TAG_ORIGIN", "https://rounds.example.com/app", "an origin is expected"),
        ("ROUNDSMAN_TAG_ORIGINS_OLD", "https://a.example ftp://b.example", "ftp://b.example: an origin is expected"),
        ("ROUNDSMAN_MAX_FOTO_BYTES", "1", "unknown setting ROUNDSMAN_MAX_FOTO_BYTES; accepted: DATABASE_URL"),
        ("ROUNDSMAN_SMTP_SECURITY", "ssl", "one of starttls, tls, none is expected"),
        ("ROUNDSMAN_SMTP_HOST", "mail.example.com", "ROUNDSMAN_SMTP_FROM: an address is expected"),
        ("DATABASE_URL_FILE", "/nowhere", "DATABASE_URL_FILE=/nowhere: No such file or directory"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_with_what_would(variable: str, value: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words.replace("+", r"\+")):
        Config.from_env({variable: value})


def test_a_value_can_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "url").write_text("postgresql://host/rounds\n")
    config = Config.from_env({"DATABASE_URL_FILE": str(tmp_path / "url")})
    assert config.database_url == "postgresql+psycopg://host/rounds"


def test_no_password_goes_over_an_open_line() -> None:
    settings = {"ROUNDSMAN_SMTP_SECURITY": "none", "ROUNDSMAN_SMTP_USER": "rounds"}
    with pytest.raises(ConfigError, match="over an encrypted line only"):
        Config.from_env(settings)


def test_old_origins_are_separated_by_blanks() -> None:
    config = Config.from_env({"ROUNDSMAN_TAG_ORIGINS_OLD": "https://a.example http://b.example:8000"})
    assert config.tag_origins_old == ("https://a.example", "http://b.example:8000")


def test_the_origin_of_labels_is_the_one_kept_with_the_data(tmp_path: Path) -> None:
    (tmp_path / "tag_origin").write_text("https://kept.example\n")
    assert Config.from_env({}, data_dir=tmp_path).tag_origin == "https://kept.example"
    environment = {"ROUNDSMAN_TAG_ORIGIN": "https://said.example"}
    assert Config.from_env(environment, data_dir=tmp_path).tag_origin == "https://said.example"


def test_what_the_command_line_says_counts_more_than_the_environment(tmp_path: Path) -> None:
    assert Config.from_env({"ROUNDSMAN_DATA_DIR": "/elsewhere"}, data_dir=tmp_path).data_dir == tmp_path


def test_every_setting_has_a_reason_and_a_variable() -> None:
    for name, field in Config.__dataclass_fields__.items():
        assert field.metadata["why"]
        assert variable_of(name).isupper()
