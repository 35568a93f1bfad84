"""The record as read from the database: the way of a round from its first signature to beyond its seal."""

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from server.database import reading
from server.reports.record.basis import current_content
from server.reports.record.collect import round_file
from server.reports.record.file import RoundFile
from server.rules.signed_content import canonical, content_hash
from tests.server.reports.printing import printed_text
from tests.server.reports.round_files import STROKES
from tests.server.sync.conftest import PhoneOf, phone_of, world
from tests.support import walk
from tests.support.wire_phone import WirePhone
from tests.support.world import World

__all__ = ["phone_of", "world"]


class Desk:
    """Reads the books as the print does."""

    def __init__(self, app: Flask, world: World) -> None:
        self.app, self.world = app, world

    def file(self) -> RoundFile:
        with self.app.app_context(), reading() as session:
            found = round_file(session, self.world.round)
            assert found is not None
            return found

    def text(self) -> str:
        return printed_text(self.file())

    def sign(self, phone: WirePhone, party: str) -> None:
        """Sign what the round says now, as the app does it."""
        content = canonical({**current_content(self.file()), "staff": [phone.name], "time": "2026-11-22T07:00:00Z"})
        phone.pull()
        args: dict[str, Any] = {"party": party, "signer_name": f"{party} 签名", "strokes": STROKES}
        fixed = {"content": content, "content_hash": content_hash(content)}
        result = phone.does("sign_round", doc=self.world.round, args={**args, **fixed}, after=walk.heads(phone))
        assert result["outcome"] == "applied", result

    def sign_both(self, phone: WirePhone) -> None:
        for party in ("engineer", "client"):
            self.sign(phone, party)


@pytest.fixture
def desk(app: Flask, world: World) -> Desk:
    return Desk(app, world)


def submitted(desk: Desk, phone: WirePhone, **fan: Any) -> None:
    walk.open_round(phone)
    walk.answer_all(phone, **fan)
    desk.sign_both(phone)
    assert walk.submit(phone)["outcome"] == "applied"


def approved(phone: WirePhone) -> None:
    assert walk.approve(phone)["outcome"] == "applied"


def test_a_correction_after_a_send_back_names_who_changed_what_and_who_asked(desk: Desk, phone_of: PhoneOf) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    submitted(desk, engineer, remark="有响声")
    assert walk.send_back(supervisor, "哪一侧？")["outcome"] == "applied"
    engineer.pull().answers(desk.world.ups, "fan", remark="左侧有响声")
    assert walk.submit(engineer)["outcome"] == "applied"
    approved(supervisor)
    text = desk.text()
    assert "风扇与滤网备注有响声左侧有响声engineer2026-11-2215:00:00哪一侧？" in text
    assert "退回与补正" in text
    assert "其余都好" in text


@pytest.mark.parametrize(("choice", "said"), [("keep", "保留有效值"), ("take", "改用另一个值")])
def test_both_values_of_a_settled_conflict_are_on_the_record(
    desk: Desk, phone_of: PhoneOf, choice: str, said: str
) -> None:
    one, other, supervisor = phone_of("engineer"), phone_of("colleague"), phone_of("supervisor")
    walk.open_round(one)
    other.pull()
    one.answers(desk.world.ups, "fan", value="abnormal", severity=3, seen="异响")
    assert other.answers(desk.world.ups, "fan", value="normal")["outcome"] == "conflict"
    supervisor.pull()
    (conflict,) = supervisor.sees("conflict")
    take = conflict["id"] if choice == "take" else None
    args = {"field": "value", "choice": choice, "take": take, "conflicts": [conflict["id"]]}
    seen = {key: supervisor.writers_of(supervisor.base[key]) for key in (conflict["doc_id"], conflict["id"])}
    settled = supervisor.does("settle_conflict", doc=conflict["doc_id"], args=args, seen=seen)
    assert settled["outcome"] == "applied", settled
    text = desk.text()
    assert "填得不同的地方" in text
    assert f"结果异常engineer·2026-11-2215:00正常colleague·2026-11-2215:00{said}supervisor" in text


def test_what_comes_after_the_seal_is_an_amendment_and_moves_nothing_on_the_form(desk: Desk, phone_of: PhoneOf) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    submitted(desk, engineer)
    approved(supervisor)
    before = desk.file()
    engineer.pull().answers(desk.world.ups, "fan", value="abnormal", severity=2, seen="冒烟")
    after = desk.file()
    assert [row["kind"] for row in after.amendments] == ["late_finding"]
    kept = replace(after, amendments=[], findings=before.findings, tickets=before.tickets)
    assert printed_text(kept) == printed_text(before)
    text = desk.text()
    assert "迟到的异常结果:异常定级:II级重大所见:冒烟" in text
    assert "4.UPS主机工作正常正常5." in text


def test_a_photo_after_the_seal_is_printed_with_the_amendments(desk: Desk, phone_of: PhoneOf) -> None:
    engineer, supervisor = phone_of("engineer"), phone_of("supervisor")
    submitted(desk, engineer)
    approved(supervisor)
    walk.take_photo(engineer.pull())
    file = desk.file()
    assert list(file.photos) == []
    assert [photo["hash"] for photo in file.late_photos] == [walk.HASH]
    assert "照片还没到服务器" in desk.text()


def test_the_record_of_a_round_that_nobody_opened_prints_as_a_draft(desk: Desk) -> None:
    text = desk.text()
    assert "草稿，未封存" in text
    assert "未签" in text


def test_a_round_that_is_not_there_has_no_file(app: Flask, world: World) -> None:
    with app.app_context(), reading() as session:
        assert round_file(session, world.ups) is None
