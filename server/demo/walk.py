"""One past round, walked: opened, scanned, answered, photographed, signed, submitted. Every step an operation."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from server.demo.checklists import DAILY
from server.demo.days import READINGS, PastDay
from server.demo.equipment import BY_CODE
from server.demo.people import BY_SIGN_IN, DemoPerson
from server.demo.pictures import fan_picture, panel_picture, picture_of, seal_picture
from server.demo.pictures.canvas import PICTURE_HEIGHT, PICTURE_WIDTH
from server.demo.plans import DemoPlan
from server.demo.project import PROJECT, PROJECT_ID, TIME_ZONE
from server.demo.strokes import signature_strokes
from server.demo.wire import Moment, Operation
from server.models.types import instant_text
from server.rules.ids import answer_id, round_id, signed_copy_id
from server.rules.items import Cell, cells_of
from server.rules.round_from_plan import round_from_plan
from server.rules.signed_content import ANSWER_FIELDS, canonical, content_hash, signed_content
from server.rules.tags import tag_text

FAN_MARK = {
    "width": PICTURE_WIDTH,
    "height": PICTURE_HEIGHT,
    "marks": [
        {"kind": "ring", "points": [[0.30, 0.42], [0.56, 0.86]]},
        {"kind": "arrow", "points": [[0.12, 0.16], [0.30, 0.42]]},
        {"kind": "text", "points": [[0.05, 0.08]], "text": "异响来自这一侧"},
    ],
}


@dataclass(frozen=True)
class TakenPhoto:
    content: bytes
    asset: str | None
    check_key: str | None
    purpose: str = "item"

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass
class Walk:
    """The engineer's operations of one day; `operations()` may be asked once."""

    day: PastDay
    plan: DemoPlan
    today: date
    origin: str
    photos: list[TakenPhoto] = field(default_factory=list)
    _answers: dict[tuple[str | None, str], dict[str, Any]] = field(default_factory=dict)
    _written: dict[str, list[str]] = field(default_factory=dict)
    _heads: list[str] = field(default_factory=list)
    _signed: list[str] = field(default_factory=list)

    @property
    def date(self) -> date:
        return self.today - timedelta(days=self.day.ago)

    @property
    def round_id(self) -> str:
        return round_id(self.plan.id, self.date.isoformat())

    @property
    def engineer(self) -> DemoPerson:
        return BY_SIGN_IN[self.day.engineer]

    @property
    def client(self) -> DemoPerson:
        return BY_SIGN_IN[self.day.client]

    def at(self, hour: int, minute: int, second: int = 0) -> datetime:
        return datetime(*self.date.timetuple()[:3], hour, minute, second, tzinfo=ZoneInfo(TIME_ZONE))

    def operations(self, number: str) -> Iterator[Operation]:
        """Everything after `opening`; `number` is what the server gave the round."""
        for step, code in enumerate(self.plan.assets):
            yield from self._visit(code, Moment(self.at(9, 4 + 5 * step, 31)))
        yield self._answer(None, self._cells(None), Moment(self.at(9, 30)))
        yield from self._photograph()
        if self.day.form:
            edit = {"doc": self.round_id, "type": "round", "key": None, "set": dict(self.day.form), "was": {}}
            yield Moment(self.at(9, 32)).edit("write_form", self.round_id, edits=[edit])
        content = canonical(self._content(number))
        yield self._sign("engineer", self.engineer, content, None, Moment(self.at(9, 34, 12)))
        seal = self._take(TakenPhoto(seal_picture(), None, None, "seal"), Moment(self.at(9, 35, 40)))
        yield seal
        yield self._sign("client", self.client, content, seal["op"], Moment(self.at(9, 36, 5)))
        yield self._submit(Moment(self.at(9, 38, 20)))

    def opening(self) -> Operation:
        args = {"plan_id": self.plan.id, "occurrence_date": self.date.isoformat(), "template_id": DAILY.id}
        operation = Moment(self.at(9, 2, 10)).event("open_round", doc=self.round_id, args=args)
        self._heads = [operation["op"]]
        return operation

    def _visit(self, code: str, moment: Moment) -> Iterator[Operation]:
        asset = BY_CODE[code]
        raw = tag_text(self.origin, asset.tag_code, asset.tag_check)
        args = {"asset_id": asset.id, "tag_id": asset.tag_id, "raw": raw, "method": "camera"}
        yield moment.event("scan_asset", code, doc=self.round_id, args=args)
        yield self._answer(code, self._cells(code), Moment(moment.at + timedelta(minutes=3)))

    def _cells(self, code: str | None) -> list[Cell]:
        assets = [{"id": BY_CODE[each].id, **_facts(each)} for each in self.plan.assets]
        wanted = None if code is None else BY_CODE[code].id
        return [cell for cell in cells_of({"items": DAILY.items}, assets) if cell.asset_id == wanted]

    def _answer(self, code: str | None, cells: list[Cell], moment: Moment) -> Operation:
        edits: list[Operation] = []
        for cell in cells:
            said = self._said(code, cell)
            self._answers[cell.key] = said
            doc = answer_id(self.round_id, *cell.key)
            key = {"round_id": self.round_id, "asset_id": cell.asset_id, "check_key": cell.check_key}
            edits.append({"doc": doc, "type": "answer", "key": key, "set": said, "was": {}})
        operation = moment.edit("answer_item", self.round_id, code or "-", edits=edits)
        self._written |= {edit["doc"]: [operation["op"]] for edit in edits}
        return operation

    def _said(self, code: str | None, cell: Cell) -> dict[str, Any]:
        found = self.day.findings.get((code or "", cell.check_key))
        if found is not None:
            return dict(found)
        if cell.item["kind"] == "reading":
            return {"value": "normal", "reading": READINGS[code or ""][cell.check_key][self.day.index]}
        return {"value": "normal"}

    def _photograph(self) -> Iterator[Operation]:
        if not self.day.photographed:
            return
        seed = str(self.day.index)
        of = {key: values[self.day.index] for key, values in READINGS["UPS-01"].items()}
        lines = (
            f"LOAD {of['ups_load']}%",
            f"{of['ups_output_voltage']}V  50.0Hz",
            f"BATT {of['ups_battery_voltage']}V  {of['ups_battery_temperature']}°C",
        )
        taken = [
            TakenPhoto(panel_picture(lines, day=seed), "UPS-01", "ups_panel"),
            TakenPhoto(fan_picture(dusty=True, day=seed), "UPS-01", "ups_fan"),
            TakenPhoto(fan_picture(dusty=False, day=seed), "UPS-01", "ups_fan"),
            TakenPhoto(picture_of(BY_CODE["NVR-01"], day=seed), "NVR-01", "disk_lamps"),
            TakenPhoto(picture_of(BY_CODE["AC-01"], day=seed), "AC-01", "cooling_panel"),
        ]
        for number, photo in enumerate(taken):
            operation = self._take(photo, Moment(self._beside(photo.asset, seconds=7 * number)))
            yield operation
            if number == 1:
                edit = {"doc": operation["op"], "type": "photo", "set": {"markup": FAN_MARK}, "was": {}}
                yield Moment(self.at(9, 9, 50)).edit("mark_photo", operation["op"], edits=[edit])

    def _beside(self, code: str | None, seconds: int) -> datetime:
        """A while after the asset's tag was scanned."""
        step = self.plan.assets.index(code) if code else 0
        return self.at(9, 5 + 5 * step, 10 + seconds)

    def _take(self, photo: TakenPhoto, moment: Moment) -> Operation:
        self.photos.append(photo)
        args = {
            "asset_id": BY_CODE[photo.asset].id if photo.asset else None,
            "check_key": photo.check_key,
            "purpose": photo.purpose,
            "hash": photo.hash,
            "bytes": len(photo.content),
            "width": PICTURE_WIDTH,
            "height": PICTURE_HEIGHT,
            "mime": "image/jpeg",
            "taken_at": instant_text(moment.at),
        }
        return moment.event("take_photo", photo.hash, doc=self.round_id, args=args)

    def _content(self, number: str) -> dict[str, Any]:
        assets = [{"id": BY_CODE[code].id, **_facts(code)} for code in self.plan.assets]
        facts = {"id": self.plan.id, **self.plan.fields()}
        round_ = round_from_plan(facts, self.date.isoformat(), DAILY.id, TIME_ZONE, shifts=())
        answers = [
            {"asset_id": key[0], "check_key": key[1], **dict.fromkeys(ANSWER_FIELDS), **said}
            for key, said in self._answers.items()
        ]
        return signed_content(
            language="zh-CN",
            project={"id": PROJECT_ID, **PROJECT},
            round_={**round_, **self.day.form, "number": number},
            template={"key": DAILY.key, "version": DAILY.version},
            staff=[self.engineer.name_zh],
            time=instant_text(self.at(9, 34)),
            cells=cells_of({"items": DAILY.items}, assets),
            answers=answers,
            photo_hashes=[photo.hash for photo in self.photos],
        )

    def _sign(
        self, party: str, signer: DemoPerson, content: str, seal_photo_id: str | None, moment: Moment
    ) -> Operation:
        args = {
            "party": party,
            "signer_name": signer.name_zh,
            "signer_phone": signer.phone,
            "on_behalf": False,
            "content": content,
            "content_hash": content_hash(content),
            "strokes": signature_strokes(f"{signer.sign_in}/{self.date}"),
            "seal_photo_id": seal_photo_id,
            "opinion": None,
        }
        operation = moment.event("sign_round", party, doc=self.round_id, args=args, after=self._heads)
        self._heads = [operation["op"]]
        self._signed.append(signed_copy_id(operation["op"]))
        return operation

    def _submit(self, moment: Moment) -> Operation:
        hashes = [photo.hash for photo in self.photos]
        manifest = {"answers": self._written, "photos": hashes, "signed": self._signed}
        args = {"manifest": manifest, "client_absent": False}
        return moment.event("submit_round", doc=self.round_id, args=args, after=self._heads)


def _facts(code: str) -> Mapping[str, Any]:
    asset = BY_CODE[code]
    return {"category": asset.category, "code": code, "name_zh": asset.name_zh, "name_en": asset.name_en}
