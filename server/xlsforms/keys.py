"""Keys of ours for the names of a form: lower case letters, digits and underscores, each once."""

import re
from dataclasses import dataclass, field

LONGEST = 60
KEY = re.compile(r"[a-z0-9_]{1,60}")


def plain_key(name: str, otherwise: str) -> str:
    """The nearest key to a name; `otherwise` where nothing of it is left (a name in Chinese)."""
    if KEY.fullmatch(name):
        return name
    key = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")[:LONGEST]
    return key or otherwise


@dataclass
class Keys:
    """`given`: name of the form to key of ours, in the order asked."""

    given: dict[str, str] = field(default_factory=dict)

    def key_of(self, name: str) -> str:
        """The key of a name; one that is taken gets a number."""
        if name not in self.given:
            key = stem = plain_key(name, f"item_{len(self.given) + 1}")
            number, taken = 2, set(self.given.values())
            while key in taken:
                key = f"{stem[: LONGEST - 4]}_{number}"
                number += 1
            self.given[name] = key
        return self.given[name]
