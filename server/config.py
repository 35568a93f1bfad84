"""All settings, read once. A name or value that is not understood stops the start and says what is accepted."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, cast

from flask import current_app

from server.tag_origin import UNTIL_SET, kept_tag_origin

KIB: Final = 1024
MIB: Final = 1024 * KIB
PREFIX: Final = "ROUNDSMAN_"
SMTP_PORTS: Final = {"starttls": 587, "tls": 465, "none": 25}
MIGRATIONS: Final = Path(__file__).parent / "migrations"


class ConfigError(Exception):
    """The settings make no sense; the text is for the operator."""


def setting(why: str, *, default: Any, variable: str | None = None) -> Any:
    """A field with its one-line reason; `docs/operate.md` lists the same ones."""
    return field(default=default, metadata={"why": why, "variable": variable})


@dataclass(frozen=True, kw_only=True)
class Config:
    data_dir: Path = setting("folder for everything the server keeps", default=Path("roundsman-data"))
    database_url: str = setting(
        "sqlite:///PATH or postgresql://USER@HOST/NAME; empty: roundsman.sqlite3 in the data folder",
        default="",
        variable="DATABASE_URL",
    )
    tag_origin: str = setting(
        "origin printed on labels, e.g. https://rounds.example.com; empty: the one kept in the data folder", default=""
    )
    tag_origins_old: tuple[str, ...] = setting("origins on older labels, separated by blanks", default=())
    max_photo_bytes: int = setting("largest photo, bytes", default=12 * MIB)
    max_photo_pixels: int = setting("largest photo, pixels, checked before it is decoded", default=50_000_000)
    max_chunk_bytes: int = setting("largest piece of an upload, bytes", default=8 * MIB)
    max_open_uploads: int = setting("unfinished uploads of one device", default=200)
    max_rescue_bytes: int = setting("largest rescue file, bytes", default=2048 * MIB)
    upload_days: int = setting("how long an unfinished upload is kept, days", default=14)
    session_days: int = setting("how long a sign-in lasts, days", default=30)
    backup_dir: str = setting(
        "folder for the worker's backups; empty: none, and phones may forget what is committed", default=""
    )
    backup_hours: int = setting(
        "hours between the worker's backups; 0: `roundsman backup` is called instead", default=24
    )
    backup_keep: int = setting("backups kept in that folder, the newest ones; 0: all", default=14)
    receipt_key: str = setting(
        "secret behind receipts, 64 hex digits; empty: the one kept in the data folder", default=""
    )
    smtp_host: str = setting("mail server that messages go out by; empty: this server sends no e-mail", default="")
    smtp_port: int = setting("its port; 0: 587, or 465 with `tls`, or 25 with `none`", default=0)
    smtp_security: str = setting("`starttls`, `tls` from the first byte, or `none`", default="starttls")
    smtp_user: str = setting("name at the mail server; empty: none is asked", default="")
    smtp_password: str = setting("password at the mail server", default="")
    smtp_from: str = setting("address that messages come from, e.g. roundsman@example.com", default="")
    channels_inside: int = setting(
        '1: robots and webhooks may have private addresses and plain http:// (docs/operate.md, "Messages")', default=0
    )
    trusted_proxies: int = setting("reverse proxies in front whose X-Forwarded headers count", default=0)
    web_processes: int = setting("web server processes", default=2)
    web_threads: int = setting("threads of each; at most half of them hold uploads", default=8)
    argon2_time_cost: int = setting("passes of one password hash", default=3)
    argon2_memory_kib: int = setting("memory of one password hash, KiB", default=64 * KIB)

    def __post_init__(self) -> None:
        url = self.database_url or f"sqlite:///{self.data_dir.absolute() / 'roundsman.sqlite3'}"
        object.__setattr__(self, "database_url", _database_url(url))
        for origin in (self.tag_origin, *self.tag_origins_old):
            _check_origin(origin)
        if self.receipt_key and not re.fullmatch(r"[0-9a-f]{64}", self.receipt_key):
            raise ConfigError(f"{PREFIX}RECEIPT_KEY: 64 lower-case hex digits are expected")
        if self.smtp_security not in SMTP_PORTS:
            raise ConfigError(f"{PREFIX}SMTP_SECURITY={self.smtp_security}: one of {', '.join(SMTP_PORTS)} is expected")
        if self.smtp_user and self.smtp_security == "none":
            raise ConfigError(f"{PREFIX}SMTP_USER: a password goes over an encrypted line only ({PREFIX}SMTP_SECURITY)")
        if self.smtp_host and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", self.smtp_from):
            raise ConfigError(f"{PREFIX}SMTP_FROM: an address is expected where {PREFIX}SMTP_HOST is set")

    @property
    def blob_dir(self) -> Path:
        return self.data_dir / "blobs"

    @property
    def max_request_bytes(self) -> int:
        """No request is larger than one piece of an upload; what is not an upload has smaller limits of its own."""
        return self.max_chunk_bytes + MIB

    @property
    def engine_options(self) -> dict[str, Any]:
        if self.database_url.startswith("sqlite"):
            return {}
        return {"connect_args": {"options": "-c synchronous_commit=on -c timezone=UTC"}, "pool_pre_ping": True}

    @classmethod
    def from_env(cls, environment: Mapping[str, str] | None = None, **given: Any) -> Config:
        """Read the environment; what is given by keyword (the command line) counts more."""
        env = os.environ if environment is None else environment
        names = {variable_of(item.name): item.name for item in fields(cls)}
        _stop_at_unknown(env, set(names))
        read = {name: _parse(variable, _text(env, variable), name) for variable, name in names.items()}
        config = cls(**_given(read) | _given(given))
        return replace(config, tag_origin=config.tag_origin or kept_tag_origin(config.data_dir) or UNTIL_SET)


@dataclass(frozen=True, kw_only=True)
class TestConfig(Config):
    """Cheap password hashes, so that a test signs in within a millisecond."""

    __test__ = False  # not a test case, whatever pytest makes of the name

    tag_origin: str = "https://tags.roundsman.test"
    argon2_time_cost: int = 1
    argon2_memory_kib: int = 8


def current_config() -> Config:
    """The settings of the app that answers this request."""
    return cast(Config, current_app.config["ROUNDSMAN"])


def variable_of(name: str) -> str:
    """The environment variable of a field."""
    return str(Config.__dataclass_fields__[name].metadata["variable"] or PREFIX + name.upper())


def _stop_at_unknown(env: Mapping[str, str], names: set[str]) -> None:
    accepted = names | {f"{name}_FILE" for name in names}
    unknown = sorted(name for name in env if name.startswith(PREFIX) and name not in accepted)
    # ROUNDSMAN_TEST_… steers the tests, which may start a server of their own.
    unknown = [name for name in unknown if not name.startswith(f"{PREFIX}TEST_")]
    if unknown:
        raise ConfigError(f"unknown setting {', '.join(unknown)}; accepted: {', '.join(sorted(names))}")


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _text(env: Mapping[str, str], variable: str) -> str | None:
    """The value, or what stands in the file named by `<variable>_FILE` (how containers hand over secrets)."""
    named = env.get(f"{variable}_FILE")
    if named is None:
        return env.get(variable)
    try:
        return Path(named).read_text("utf-8").strip()
    except OSError as error:
        raise ConfigError(f"{variable}_FILE={named}: {error.strerror}") from error


def _parse(variable: str, text: str | None, name: str) -> object:
    kind = Config.__dataclass_fields__[name].type
    if text is None or kind == "str":
        return text
    if kind == "Path":
        return Path(text)
    if kind == "tuple[str, ...]":
        return tuple(text.split())
    if not (text.isascii() and text.isdigit()):
        raise ConfigError(f"{variable}={text}: a whole number, 0 or more, is expected")
    return int(text)


def _check_origin(origin: str) -> None:
    if origin and not re.fullmatch(r"https?://[^/?#\s]+", origin):
        raise ConfigError(f"{origin}: an origin is expected, such as https://rounds.example.com, with nothing after it")


def _database_url(url: str) -> str:
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise ConfigError("DATABASE_URL: sqlite:///PATH or postgresql://USER@HOST/NAME is expected")
    return url
