"""Operations of older apps, said as today's app says them: a push is never refused for its version.

A phone may come back after months with an outbox that an older app wrote. What it sent is kept, hashed and shown as it
came; whoever reads an operation reads it up-converted. Who changes what the wire says writes the step here that turns
the old words into the new. What cannot be turned was never well-formed: it stays as it came, and parks by itself.
"""

from collections.abc import Callable, Mapping
from typing import Any

Raw = Mapping[str, Any]
Step = Callable[[Raw], Raw]

# The first turns schema 1 into 2, the second 2 into 3, and so on.
STEPS: tuple[Step, ...] = ()
SCHEMA_VERSION = len(STEPS) + 1


def up_to_date(raw: Raw, schema: int) -> Raw:
    """The operation as an app of today's schema would have sent it."""
    said = raw
    try:
        for step in STEPS[schema - 1 :]:
            said = step(said)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return raw
    return said
