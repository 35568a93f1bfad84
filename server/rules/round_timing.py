"""From when a planned round may be begun, and when one that nobody began has lapsed (R1)."""

from datetime import date, timedelta

from server.rules.documents import Fields


def shown_from(plan: Fields, occurrence_date: str) -> str:
    """The first day on which it stands among what is to be done."""
    return (date.fromisoformat(occurrence_date) - timedelta(days=plan["lead_days"])).isoformat()


def has_lapsed(plan: Fields, occurrence_date: str, today: str) -> bool:
    """Whether its day and the days of grace are over. What is kept due until it is done never lapses."""
    last = date.fromisoformat(occurrence_date) + timedelta(days=plan["grace_days"])
    return plan["if_missed"] == "lapse" and today > last.isoformat()
