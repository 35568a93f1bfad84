"""Known-bad servers and phones. A server's variant is a module that is imported before the app is made."""

from collections.abc import Callable

AFTER_ANSWER_HOOKS: list[Callable[[], None]] = []  # run when the last byte of an answer has left
