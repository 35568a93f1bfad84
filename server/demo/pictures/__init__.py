"""Pictures for the demo, drawn when it is loaded: no photo of anybody's machine room is needed."""

from collections.abc import Callable
from functools import cache

from server.demo.equipment.asset import DemoAsset
from server.demo.pictures import outdoors, power, racks, rooms, seal
from server.demo.pictures.canvas import Canvas, Colour

Painter = Callable[[Canvas, str, str], None]
WALL: tuple[Colour, Colour] = ((96, 104, 110), (52, 57, 62))
BY_CODE: dict[str, Painter] = {
    "BAT-01": power.battery,
    "DS-01": racks.disk_array,
    "FW-01": racks.firewall,
    "SW-11": outdoors.field_cabinet,
    "SW-12": outdoors.field_cabinet,
    "VC-01": rooms.controller,
    "DEC-01": rooms.controller,
}
BY_CATEGORY: dict[str, Painter] = {
    "ups": power.ups,
    "recording": racks.recorder,
    "server": racks.server,
    "network": racks.switch,
    "air_conditioning": rooms.cooling,
    "live_display": rooms.video_wall,
    "camera": outdoors.camera,
    "fibre": outdoors.fibre,
    "training": rooms.documents,
    "system": rooms.system,
}


@cache
def picture_of(asset: DemoAsset, *, day: str = "portrait") -> bytes:
    """Draw an asset as it looks on a day; the same asset and day always give the same bytes."""
    canvas = Canvas(f"{asset.code}/{day}", *WALL)
    painter = BY_CODE.get(asset.code) or BY_CATEGORY[asset.category]
    painter(canvas, asset.code, f"{asset.name_zh} {asset.model}" if asset.category == "camera" else asset.name_zh)
    return canvas.finished()


@cache
def fan_picture(*, dusty: bool, day: str) -> bytes:
    """Draw the fan of UPS-01 as photographed on a round."""
    canvas = Canvas(f"fan/{day}", *WALL)
    power.fan(canvas, dusty=dusty, angle=sum(day.encode()) % 90 / 100)
    return canvas.finished(blur=0.9)


@cache
def panel_picture(lines: tuple[str, ...], *, day: str) -> bytes:
    """Draw a UPS screen with the readings of that day."""
    canvas = Canvas(f"panel/{day}", *WALL)
    power.ups_panel(canvas, list(lines))
    return canvas.finished(blur=0.9)


@cache
def seal_picture() -> bytes:
    """Draw the client's stamp as photographed on paper."""
    canvas = Canvas("seal", *WALL)
    seal.stamp(canvas)
    return canvas.finished()
