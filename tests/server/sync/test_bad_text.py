"""Text of any script is kept byte for byte, or refused with the limit; nothing is trimmed, normalised or cut."""

import pytest
from flask import Flask

from tests.server.sync.conftest import PhoneOf
from tests.support.bad_input import push_between_good_ones
from tests.support.wire_phone import WirePhone
from tests.support.world import World, operation

LONGEST = 10_000


@pytest.fixture
def phone(phone_of: PhoneOf) -> WirePhone:
    return phone_of("engineer")


TEXTS = {
    "Chinese": "机房温度偏高，已通知业主",
    "characters of four bytes": "𠮷野家 😀 𝌆 👨‍👩‍👧",
    "right to left": "غرفة الخادم \u202eتسلسل\u202c \u200f end",
    "marks that combine": "e\u0301 is not é; \u0e01\u0e33; Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
    "blanks that are no blanks": "\u00a0\u2003\u3000\ufeff\u200b\u2028\u2029",
    "blanks around": "  before and after \t\r\n ",
    "controls": "\x01\x02\x1b[31mred\x7f\x85",
    "quotes and markup": "<script>alert('x')</script> \"'`${7*7}{{7*7}} -- ; DROP TABLE round;",
    "a path whose letters look like an escape": r"D:\udisk\ud83d\u0000",
    "escaped backslashes before letters": "\\\\u0000 \\\\\\ud800 \\",
    "the last of the basic plane": "\uffff\ufffe\ufffd",
    "the last of all": "\U0010ffff",
    "nothing": "",
    "as long as may be": "长" * LONGEST,
    "as long as may be, of four bytes": "😀" * LONGEST,
}


def test_text_of_any_script_comes_back_byte_for_byte(phone: WirePhone, world: World) -> None:
    for case, text in TEXTS.items():
        phone.pull()
        result = phone.answers(world.ups, "fan", remark=text)
        assert result["outcome"] == "applied", (case, result)
        assert phone.pull().answer(world.ups, "fan")["remark"].encode() == text.encode(), case


def test_one_character_too_many_is_refused_with_the_limit(app: Flask, phone: WirePhone, world: World) -> None:
    for text in ("x" * (LONGEST + 1), "😀" * (LONGEST + 1)):
        bad = operation("answer_item", phone.clock, edits=[phone.edit(world.ups, "fan", remark=text)])
        result = push_between_good_ones(app, phone, bad)
        assert (result["outcome"], result["code"], result["reason"]) == ("parked", "invalid", "malformed")
        assert str(LONGEST) in str(result["details"]["errors"])
    assert phone.pull().documents("answer") == []


def test_what_no_database_can_keep_is_refused_by_name_and_kept_in_escapes(
    app: Flask, phone: WirePhone, world: World
) -> None:
    for text in ("a\0b", "\0", "half \ud83d", "\ude00 half", "\udfff\ud800"):
        bad = operation("answer_item", phone.clock, edits=[phone.edit(world.ups, "fan", remark=text)])
        result = push_between_good_ones(app, phone, bad)
        assert (result["outcome"], result["reason"]) == ("parked", "forbidden_character"), ascii(text)
        named = operation("answer_item", phone.clock, edits=[phone.edit(world.ups, "fan", **{text: "x"})])
        assert push_between_good_ones(app, phone, named)["reason"] == "forbidden_character", ascii(text)


def test_a_text_that_is_refused_is_shown_to_the_supervisor(app: Flask, phone_of: PhoneOf, world: World) -> None:
    phone, chief = phone_of("engineer"), phone_of("supervisor")
    bad = operation("answer_item", phone.clock, edits=[phone.edit(world.ups, "fan", remark="half \ud83d")])
    push_between_good_ones(app, phone, bad)
    shown = chief.client.get(f"/api/projects/{world.project}/attention")
    assert shown.status_code == 200, shown.text
    (parked,) = shown.get_json()["operations"]
    assert "half \\ud83d" in parked["body"]
