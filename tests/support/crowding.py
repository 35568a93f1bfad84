"""Patience on a machine that is shared: a limit in seconds is meant for a processor that is free."""

import os


def crowding() -> float:
    """How many others want each processor now; 1 where nobody waits."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
