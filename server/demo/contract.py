"""The operations that set the demo project up: people, places, equipment, tags, templates, plans."""

from collections.abc import Iterator
from datetime import date

from server.demo.checklists import TEMPLATES
from server.demo.equipment import ASSETS
from server.demo.equipment.asset import DemoAsset
from server.demo.people import DIRECTOR, PEOPLE, DemoPerson
from server.demo.plans import DemoPlan, standing_plans
from server.demo.project import PLACE_IDS, PLACES, PROJECT, PROJECT_ID, DemoPlace
from server.demo.wire import Fields, Moment, Operation
from server.rules.ids import member_id


def found(moment: Moment) -> Operation:
    """The project itself; rights refer to it, so it has to be there before anything else is handed in."""
    return moment.describe("project", PROJECT_ID, PROJECT, {})


def set_up(moment: Moment, today: date, history_begins: date, photo_hashes: Fields) -> Iterator[Operation]:
    """Yield everything but the rounds; parents come before what refers to them."""
    for person in PEOPLE:
        yield from join(moment, person, PROJECT_ID)
    begins_projects = {"person_id": DIRECTOR.id, "is_administrator": True}
    yield moment.decide("appoint_administrator", DIRECTOR.id, doc=None, args=begins_projects)
    for ordinal, place in enumerate(PLACES):
        yield describe_place(moment, place, ordinal, PROJECT_ID)
    for asset in ASSETS:
        yield from describe_asset(moment, asset, photo_hashes.get(asset.code), PROJECT_ID)
    for template in TEMPLATES:
        args = {
            "key": template.key,
            "version": template.version,
            "name_zh": template.name_zh,
            "name_en": template.name_en,
            "resign": template.resign,
            "items": template.items,
        }
        yield moment.decide("publish_template", doc=template.id, args=args)
    for plan in standing_plans(today, history_begins):
        yield describe_plan(moment, plan, PROJECT_ID)


def join(moment: Moment, person: DemoPerson, project_id: str) -> Iterator[Operation]:
    """Make someone known, a member of the project, and rightful there."""
    known = {
        "person_id": person.id,
        "name": person.sign_in,
        "display_name_zh": person.name_zh,
        "display_name_en": person.name_en,
        "language": person.language,
    }
    yield moment.decide("add_person", person.id, doc=None, args=known)
    shown = {
        "display_name_zh": person.name_zh,
        "display_name_en": person.name_en,
        "roles": [person.role],
        "title_zh": person.title_zh,
        "title_en": person.title_en,
        "phone": person.phone,
    }
    key = {"project_id": project_id, "person_id": person.id}
    yield moment.describe("member", member_id(project_id, person.id), shown, key)
    rights = {"person_id": person.id, "project_id": project_id, "roles": [person.role]}
    yield moment.decide("grant_role", person.id, project_id, doc=None, args=rights)


def describe_place(moment: Moment, place: DemoPlace, ordinal: int, project_id: str) -> Operation:
    values = {
        "parent_id": PLACE_IDS[place.parent] if place.parent else None,
        "kind": place.kind,
        "code": place.code,
        "name_zh": place.name_zh,
        "name_en": place.name_en,
        "ordinal": ordinal,
    }
    return moment.describe("place", place.id, values, {"project_id": project_id})


def describe_asset(moment: Moment, asset: DemoAsset, photo_hash: str | None, project_id: str) -> Iterator[Operation]:
    """The asset, the points of a route, and its tag."""
    values = {
        "kind": asset.kind,
        "category": asset.category,
        "code": asset.code,
        "name_zh": asset.name_zh,
        "name_en": asset.name_en,
        "brand": asset.brand,
        "model": asset.model,
        "serial": asset.serial,
        "place_id": PLACE_IDS[asset.place],
        "position": asset.position or None,
        "warranty_until": asset.warranty or None,
        "importance": "key" if asset.key else "normal",
        "photo_hash": photo_hash,
        "end_a_id": PLACE_IDS[asset.ends[0]] if asset.ends else None,
        "end_b_id": PLACE_IDS[asset.ends[1]] if asset.ends else None,
        "installed_on": asset.installed,
    }
    yield moment.describe("asset", asset.id, values, {"project_id": project_id})
    for ordinal, point in enumerate(asset.points):
        about = {
            "ordinal": ordinal,
            "name_zh": point.name_zh,
            "name_en": point.name_en,
            "distance_m": point.distance_m,
        }
        key = {"project_id": project_id, "asset_id": asset.id}
        yield moment.describe("route_point", asset.point_id(ordinal), about, key)
    tag = {"asset_id": asset.id, "code": asset.tag_code, "check": asset.tag_check}
    yield moment.decide("issue_tag", doc=asset.tag_id, args=tag)


def describe_plan(moment: Moment, plan: DemoPlan, project_id: str) -> Operation:
    return moment.describe("plan", plan.id, plan.fields(), {"project_id": project_id})
