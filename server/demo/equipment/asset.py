"""One asset of the demo, and its tag."""

import base64
import hashlib
from dataclasses import dataclass, field

from server.demo.ids import demo_id
from server.rules.tags import make_code


@dataclass(frozen=True)
class RoutePoint:
    name_zh: str
    name_en: str
    distance_m: int


@dataclass(frozen=True, kw_only=True)
class DemoAsset:
    code: str
    category: str
    name_zh: str
    name_en: str
    brand: str
    model: str
    serial: str
    place: str
    position: str = ""
    warranty: str = "2027-11-30"
    installed: str = "2021-12-18"
    key: bool = False
    ends: tuple[str, str] | None = None
    points: tuple[RoutePoint, ...] = field(default=())

    @property
    def id(self) -> str:
        return demo_id("asset", self.code)

    @property
    def kind(self) -> str:
        return "route" if self.ends else "device"

    @property
    def tag_id(self) -> str:
        return demo_id("tag", self.code)

    def point_id(self, ordinal: int) -> str:
        return demo_id("point", self.code, str(ordinal))

    @property
    def tag_code(self) -> str:
        """A code drawn from the asset's name: the demo's labels stay the same from one load to the next."""
        numbers = iter(_digest("tag code", self.code) * 8)
        return make_code(lambda below: next(numbers) % below)

    @property
    def tag_check(self) -> str:
        # Not random on purpose: this is a demo, its labels may be printed before the server is set up.
        return base64.b32encode(_digest("tag check", self.code)[:10]).decode()


def _digest(*parts: str) -> bytes:
    return hashlib.sha256("/".join(parts).encode()).digest()
