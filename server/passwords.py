"""Password hashes by argon2id. A name that nobody has costs the same work as a wrong password."""

import secrets
from threading import BoundedSemaphore
from typing import Final, cast

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import Flask, current_app

from server.config import Config

SHORTEST: Final = 10
LONGEST: Final = 200
# Each hash takes its memory (64 MiB): more at once would let sign-ins starve everything else.
HASHES_AT_ONCE: Final = 2
# Without look-alikes, so that it can be read out over the phone.
ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"

_KEY = "passwords"


class Passwords:
    def __init__(self, config: Config) -> None:
        self._hasher = PasswordHasher(config.argon2_time_cost, config.argon2_memory_kib, parallelism=1)
        self._turn = BoundedSemaphore(HASHES_AT_ONCE)
        self._nobody = self._hasher.hash(secrets.token_hex())

    def hash(self, password: str) -> str:
        with self._turn:
            return self._hasher.hash(password)

    def match(self, password_hash: str | None, password: str) -> bool:
        """Whether this is the password; `None` (no such person) takes as long and is never right."""
        with self._turn:
            try:
                return self._hasher.verify(password_hash or self._nobody, password) and password_hash is not None
            except (VerificationError, InvalidHashError):
                return False

    def is_outdated(self, password_hash: str) -> bool:
        """Whether it was made with weaker settings than today's."""
        return self._hasher.check_needs_rehash(password_hash)


def register(app: Flask, config: Config) -> None:
    app.extensions[_KEY] = Passwords(config)


def passwords() -> Passwords:
    return cast(Passwords, current_app.extensions[_KEY])


def new_password() -> str:
    """A password for a new person: four groups of four, about 79 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))
