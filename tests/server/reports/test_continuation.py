"""After the form: each asset with its items, readings with limits, remarks, tickets."""

from dataclasses import replace

from tests.server.reports.printing import printed_text
from tests.server.reports.round_files import (
    RECORDER,
    UPS,
    all_normal,
    answer,
    photo,
    round_file,
    sealed,
    signed,
)

SCAN = {
    "id": "s", "asset_id": UPS, "at": "2026-11-22T06:03:31.000Z", "received_at": "2026-11-22T09:41:07.000Z",
    "method": "typed", "reason": None,
}  # fmt: skip


def test_an_asset_is_printed_with_what_it_is_where_it_stands_and_when_it_was_scanned() -> None:
    text = printed_text(round_file(scans=[SCAN]))
    assert "UPS主机UPS-01" in text
    assert "A机房·3排02柜·U10" in text
    assert "恒源HY-1·序列号S-UPS-01·质保至2027-01-31" in text
    assert "到场扫码2026-11-2214:03:31·服务器收到2026-11-2217:41:07·输入短码" in text
    assert "本轮没有扫码记录" in text


def test_both_times_of_a_scan_are_printed_in_english_as_well() -> None:
    """Found at by the phone's corrected clock, received at by the server's (regression)."""
    text = printed_text(round_file(scans=[SCAN]), "en")
    assert "Scannedonsite2026-11-2214:03:31·receivedbytheserver2026-11-2217:41:07·codetyped" in text


def test_a_reading_is_printed_with_its_unit_and_limits() -> None:
    assert "电池表面温度正常27.9℃15–30℃" in printed_text(signed(round_file()))


def test_a_reading_over_its_limit_says_so_and_why_it_was_called_normal() -> None:
    hot = answer(UPS, "battery", value="normal", reading="31.8", overrule_reason="刚做完放电试验")
    text = printed_text(signed(round_file(answers=[hot])))
    assert "31.8℃超上限15–30℃" in text
    assert "超限仍记正常的理由刚做完放电试验" in text


def test_what_was_seen_and_said_of_an_abnormal_item_is_printed_with_its_ticket() -> None:
    answers = all_normal(value="abnormal", severity=2, seen="左侧异响", remark="等备件")
    finding = {"id": "f", "ticket_id": "t", "asset_id": UPS, "check_key": "fan"}
    text = printed_text(round_file(answers=answers, findings=[finding], tickets={"t": {"number": "GD-0421"}}))
    assert "风扇与滤网异常II重大左侧异响备注等备件→工单GD-0421" in text


def test_an_item_without_an_answer_and_one_that_could_not_be_measured_are_said() -> None:
    answers = [answer(UPS, "battery", unmeasurable_reason="测温枪没电")]
    text = printed_text(round_file(answers=answers))
    assert "风扇与滤网未填" in text
    assert "电池表面温度测不了15–30℃测不了的原因测温枪没电" in text
    assert "异常0，不适用0，测不了1；" in text


def test_what_could_all_be_measured_has_no_count_of_what_could_not() -> None:
    assert "不适用0；照片0张" in printed_text(round_file())
    assert "1photo." in printed_text(round_file(photos=[photo(1)]), "en")


def test_a_route_is_printed_with_its_two_ends() -> None:
    file = round_file()
    route = {**file.assets[1], "end_a_id": "room", "end_b_id": "rack"}
    assert "两端A机房↔3排02柜" in printed_text(round_file(assets=[file.assets[0], route]))


def test_an_asset_that_no_item_asks_about_is_still_on_the_record() -> None:
    file = round_file()
    odd = {**file.assets[1], "category": "camera", "code": "CAM-07"}
    assert "录像存储主机CAM-07" in printed_text(round_file(assets=[file.assets[0], odd], answers=[]))


def test_english_prints_english_names_and_data_as_it_was_entered() -> None:
    answers = all_normal(value="abnormal", severity=1, seen="左侧异响")
    text = printed_text(sealed(signed(round_file(answers=answers))), "en")
    for said in (
        "UPS-01host",
        "fanchecked",
        "Abnormal",
        "Critical",
        "左侧异响",
        "RoomA·Row3rack02",
        "Servicemanager02",
    ):
        assert said in text


def test_both_languages_stand_side_by_side() -> None:
    text = printed_text(sealed(signed(round_file())), "both")
    assert "录像存储主机NVR-01host" in text
    assert "第1页，共3页·Page1of3" in text or "第1页，共2页·Page1of2" in text
    assert RECORDER not in text


def test_in_english_everything_has_its_english_name_and_its_chinese_one_where_there_is_none() -> None:
    file = round_file(scans=[SCAN])
    unnamed = [{**row, "title_en": ""} if row["check_key"] == "fan" else row for row in file.template["items"]]
    places = {
        key: {**place, "name_en": None} if place["kind"] == "room" else place for key, place in file.places.items()
    }
    text = printed_text(replace(file, template={**file.template, "items": unnamed}, places=places), "en")
    assert "UPS-01host" in text and "UPS主机" not in text
    assert "batterychecked" in text and "电池表面温度" not in text
    assert "风扇与滤网" in text
    assert "A机房" in text
