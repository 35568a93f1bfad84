"""Found and put right at once: recorded as abnormal with a photo before and one after; no ticket is opened for it.

Severity I and II always have their ticket: they must be told at once, whoever repaired them (domain.md R4, T4).
"""

from server.rules.documents import Fields
from server.rules.severity import is_urgent


def is_fixed_on_site(answer: Fields) -> bool:
    """Abnormal, put right on the spot, and not urgent."""
    fixed = bool(answer.get("fixed_on_site")) and answer.get("value") == "abnormal"
    return fixed and not is_urgent(answer.get("severity"))
