"""What the rules take: plain field mappings, named as on the wire, with `id` where a rule needs it."""

from collections.abc import Mapping
from typing import Any, TypeAlias

# Any, because a document's fields are whatever its schema let in at the edge.
Fields: TypeAlias = Mapping[str, Any]
