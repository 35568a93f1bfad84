"""The hours in which nobody wants to be told: local times of a day, perhaps over midnight."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def quiet_until(moment: datetime, begins: str | None, ends: str | None, time_zone: str) -> datetime | None:
    """When the quiet hours end that this moment lies in; None where it lies in none.

    `begins` and `ends` are HH:MM on the clock of the time zone; both the same are no quiet hours. An end that the
    clock jumps over comes when it has jumped; one that it strikes twice, at the first stroke.
    """
    if begins is None or ends is None or begins == ends:
        return None
    zone = ZoneInfo(time_zone)
    local = moment.astimezone(zone)
    clock = local.strftime("%H:%M")
    if begins < ends:
        is_quiet, days = begins <= clock < ends, 0
    else:
        is_quiet, days = clock >= begins or clock < ends, int(clock >= begins)
    if not is_quiet:
        return None
    day = local.date() + timedelta(days=days)
    hours, minutes = ends.split(":")
    end = datetime(day.year, day.month, day.day, int(hours), int(minutes), tzinfo=zone).astimezone(UTC)
    return max(end, moment)
