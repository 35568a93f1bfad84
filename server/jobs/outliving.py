"""Outliving a database that is away for a while: the next try comes soon."""

import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import OperationalError

log = logging.getLogger(__name__)


def outlive(step: Callable[[], Any]) -> Any:
    """What the step gives, or None where the database did not answer."""
    try:
        return step()
    except OperationalError as error:
        log.error("the worker waits for the database: %s", error.orig)
        return None
