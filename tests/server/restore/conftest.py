"""The server, its operator and its cast, as for backups; the contract's clocks stand still."""

from dataclasses import replace

import pytest

from server.jobs.kinds import KINDS
from tests.server.backup.conftest import app, operator, root, world

__all__ = ["app", "operator", "root", "world"]


@pytest.fixture(autouse=True)
def clocks_stand_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that pass while the server is away pass rightly; what is compared is what people did."""
    monkeypatch.setitem(KINDS, "tick_clocks", replace(KINDS["tick_clocks"], work=lambda app, payload: None))
