"""The first page is the paper form of the contract, field for field."""

import re

import pytest

from server.reports.words import LANGUAGES, WORDS, Language
from tests.server.reports.printing import printed_text
from tests.server.reports.round_files import ENGINEER, UPS, all_normal, answer, round_file, sealed, signed, signed_copy

FORM_LABELS = (
    "巡检记录单 项目名称 售后人员: 时间: 服务类型: 巡检记录 备注 巡检内容: 状态 指示 实际 "
    "1.实时画面显示正常 2.录像存储正常 "
    "3.服务器工作正常 4.UPS主机工作正常 5.前端摄像机工作正常 6.培训文件正常 7.整套系统工作正常 出现问题: 如何解决 "
    "出现问题的原因 需要更换设备清单 巡检人员签字: 甲方签字盖章: 联系电话:"
).split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_of_the_form_is_printed(language: Language) -> None:
    text = printed_text(sealed(signed(round_file())), language)
    if language != "en":
        assert [label for label in FORM_LABELS if label not in text] == []
    if language != "zh-CN":
        english = [WORDS[key][1] for key in ("record", "staff", "service_type", "row_5", "cause", "client_sign")]
        assert [label for label in english if re.sub(r"\s", "", label) not in text] == []


def test_header_boxes_and_signers_are_printed_as_entered() -> None:
    form = {"problem": "风扇异响", "solution": "已清灰", "cause": "积灰", "equipment": "风扇×1", "remark": "备注一句"}
    text = printed_text(signed(round_file(form=form)))
    for said in (
        *form.values(),
        "数字城管机房托管项目",
        "【2021】030号",
        "2026-11-2214:00–14:30",
        "甲方值班员01",
        "13800000001",
    ):
        assert said in text


def test_a_row_is_as_bad_as_its_worst_answer_and_shows_its_words() -> None:
    answers = all_normal(value="abnormal", severity=3, indication="面板黄灯", actual="转速偏低")
    text = printed_text(signed(round_file(answers=answers)))
    assert "4.UPS主机工作正常异常IIIUPS-01：面板黄灯UPS-01：转速偏低" in text


def test_the_english_form_names_the_staff_that_signed_and_sets_its_own_marks() -> None:
    answers = all_normal(value="abnormal", severity=3, indication="Amber lamp")
    text = printed_text(signed(round_file(answers=answers)), "en")
    assert "UPS-01:Amberlamp" in text
    assert "After-salesstaff:Engineer01" in text


def test_a_row_stays_blank_while_a_required_item_of_it_is_unanswered() -> None:
    answers = [answer(UPS, "fan", value="normal")]
    assert "4.UPS主机工作正常5." in printed_text(round_file(answers=answers))


def test_the_time_spans_from_opened_to_signed() -> None:
    overnight = signed(round_file(), at="2026-11-22T17:10:00.000Z")
    assert "2026-11-2214:00–2026-11-2301:10" in printed_text(overnight)


def test_a_signature_on_behalf_and_an_objection_are_said() -> None:
    file = round_file()
    copy = signed_copy(file, "client", on_behalf=True, opinion="风扇当天没有更换")
    text = printed_text(round_file(signed=[copy]))
    assert "（代签）" in text
    assert "甲方不同意见:风扇当天没有更换" in text


def test_an_objection_stays_with_who_made_it_when_somebody_else_signs_again() -> None:
    file = round_file()
    objected = signed_copy(file, "client", opinion="风扇当天没有更换")
    again = signed_copy(file, "client", at="2026-11-22T07:30:05.000Z", signer_name="甲方值班员02")
    text = printed_text(round_file(signed=[objected, again]))
    front = text[: text.index("逐台检查")]
    assert "甲方不同意见:风扇当天没有更换甲方值班员01·2026-11-2214:30:05" in front


def test_every_objection_is_printed() -> None:
    file = round_file()
    first = signed_copy(file, "client", opinion="风扇当天没有更换")
    second = signed_copy(file, "client", at="2026-11-22T07:30:05.000Z", opinion="读数有误", signer_name="甲方值班员02")
    text = printed_text(round_file(signed=[first, second]))
    front = text[: text.index("逐台检查")]
    assert "风扇当天没有更换甲方值班员01·2026-11-2214:30:05" in front
    assert "读数有误甲方值班员02·2026-11-2215:30:05" in front


def test_an_absent_client_is_said_to_be_absent() -> None:
    submitted = {
        "id": "e",
        "name": "submitted",
        "by": ENGINEER,
        "at": "2026-11-22T07:00:00Z",
        "args": {"client_absent": True},
    }
    assert "甲方不在场，未签" in printed_text(round_file(events=[submitted]))


def test_a_round_without_a_seal_is_marked_as_a_draft_on_every_page() -> None:
    text = printed_text(signed(round_file()))
    assert "草稿，未封存·时间均为" in text
    assert "封存校验码" not in text
    assert "草稿" not in printed_text(sealed(signed(round_file())))
