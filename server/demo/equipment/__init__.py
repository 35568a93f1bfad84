"""The equipment of the demo project, in the contract's categories."""

from server.demo.equipment import field, other_rooms, room_a
from server.demo.equipment.asset import DemoAsset

ASSETS: list[DemoAsset] = [*room_a.ASSETS, *other_rooms.ASSETS, *field.ASSETS]
BY_CODE: dict[str, DemoAsset] = {asset.code: asset for asset in ASSETS}
