"""What came after a signature is listed; what stands above the signature never moves."""

from dataclasses import replace

from server.reports.record.changes import changes_after_signature
from tests.server.reports.printing import printed_text
from tests.server.reports.round_files import (
    ENGINEER,
    MANAGER,
    UPS,
    all_normal,
    answered,
    round_file,
    sealed,
    signed,
)

LATER = "2026-11-22T07:15:00.000Z"
COMMENT = {
    "id": "c",
    "asset_id": UPS,
    "check_key": "fan",
    "text": "请写明响声来自哪一侧",
    "by": MANAGER,
    "at": "2026-11-22T07:00:00.000Z",
}


def test_nothing_changed_is_said() -> None:
    file = sealed(signed(round_file()))
    assert changes_after_signature(file) == []
    assert "签字之后内容没有改动。" in printed_text(file)


def test_a_change_is_listed_with_from_to_who_when_and_why() -> None:
    before = signed(round_file(answers=all_normal(remark="有响声")))
    deeds = answered("op-1", UPS, "fan", LATER, remark="左侧有响声")
    now = replace(before, answers=all_normal(remark="左侧有响声"), comments=[COMMENT], deeds=deeds)
    text = printed_text(now)
    row = "UPS主机UPS-01·风扇与滤网备注有响声左侧有响声维护工程师012026-11-2215:15:00请写明响声来自哪一侧"
    assert row in text
    assert "※签字后有改动" in text


def test_the_form_keeps_what_was_signed() -> None:
    before = signed(round_file(form={"problem": "没有问题"}))
    now = replace(before, round={**before.round, "problem": "风扇有问题"})
    text = printed_text(now)
    assert "出现问题:没有问题" in text
    assert "巡检记录单出现问题:没有问题风扇有问题" in text


def test_a_corrected_finding_signed_again_shows_the_way_it_went() -> None:
    first = signed(round_file())
    worse = replace(first, answers=all_normal(value="abnormal", severity=3))
    again = signed(worse, at="2026-11-22T09:00:00.000Z")
    moved = [(change.field, change.before, change.after) for change in changes_after_signature(again)]
    assert moved == [("value", "normal", "abnormal"), ("severity", None, 3)]
    text = printed_text(again)
    assert "4.UPS主机工作正常异常III" in text
    assert "结果正常异常" in text


def test_blanks_and_a_reading_written_otherwise_are_no_change() -> None:
    before = signed(round_file(answers=all_normal(remark="")))
    answers = all_normal(remark=None)
    answers[1]["reading"] = "27.90"
    now = replace(before, answers=answers)
    assert changes_after_signature(now) == []


def test_a_signed_content_in_a_foreign_format_is_told_and_breaks_nothing() -> None:
    file = signed(round_file())
    for content in ("{}", "[]", "null", '{"answers": 3}', '{"answers": [], "form": {}, "staff": 1, "time": 2}'):
        odd = replace(file, signed=[{**file.signed[0], "content": content}])
        assert "所签内容不是本系统的格式" in printed_text(odd)


def test_a_send_back_is_printed_with_its_note_and_its_comments() -> None:
    event = {
        "id": "e",
        "name": "sent_back",
        "by": MANAGER,
        "at": LATER,
        "args": {"note": "补一处", "comment_ids": ["c"]},
    }
    text = printed_text(round_file(events=[event], comments=[COMMENT]))
    assert "巡检记录单补一处服务经理022026-11-2215:15" in text
    assert "UPS主机UPS-01·风扇与滤网请写明响声来自哪一侧" in text


def test_a_point_that_was_sent_back_is_printed_with_its_reason() -> None:
    args = {"note": None, "comment_ids": ["c"], "reasons": {"c": "text_unclear"}}
    event = {"id": "e", "name": "sent_back", "by": MANAGER, "at": LATER, "args": args}
    assert "文字说不清·请写明响声来自哪一侧" in printed_text(round_file(events=[event], comments=[COMMENT]))


def test_both_values_of_a_conflict_are_printed_with_who_settled_it() -> None:
    file = round_file()
    conflict = {
        "id": "x",
        "doc_id": file.answers[0]["id"],
        "field": "value",
        "kept_op": "op-kept",
        "kept_value": "normal",
        "kept_by": ENGINEER,
        "kept_at": LATER,
        "standing_value": "abnormal",
        "standing_by": MANAGER,
        "standing_at": LATER,
        "settled_choice": "keep",
        "settled_by": MANAGER,
        "settled_at": LATER,
    }
    text = printed_text(replace(file, conflicts=[conflict]))
    assert "结果异常服务经理02·2026-11-2215:15正常维护工程师01·2026-11-2215:15保留有效值服务经理02" in text


def test_late_findings_and_late_photos_are_amendments() -> None:
    about = {"asset_id": UPS, "check_key": "fan", "at": "2026-11-23T01:00:00.000Z", "op": "o"}
    late = {"id": "1", "kind": "late_finding", "detail": {"set": {"value": "abnormal", "seen": "冒烟"}}, **about}
    picture = {"id": "2", "kind": "late_photo", "detail": {"hash": "abcdef0123"}, **about}
    text = printed_text(sealed(signed(round_file(amendments=[late, picture]))))
    assert "封存后的补充" in text
    assert "迟到的异常结果:异常所见:冒烟2026-11-2309:00" in text
    assert "迟到的照片照片abcdef01" in text
