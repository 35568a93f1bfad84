"""Photos on the record: under their item, with what was drawn on them; none is left out in silence."""

from dataclasses import replace

import pytest

from tests.server.reports.printing import images_of, jpeg, print_record, text_of
from tests.server.reports.round_files import photo, round_file, signed, signed_copy

MARKUP = {
    "width": 640,
    "height": 480,
    "marks": [
        {"kind": "ring", "points": [[0.2, 0.2], [0.6, 0.7]]},
        {"kind": "arrow", "points": [[0.1, 0.1], [0.3, 0.3]]},
        {"kind": "draw", "points": [[0.5, 0.5], [0.6, 0.6], [0.7, 0.5]]},
        {"kind": "text", "points": [[0.1, 0.9]], "text": "积灰约 2 mm"},
    ],
}


def test_a_photo_is_printed_under_its_item_with_time_author_and_hash() -> None:
    pdf = print_record(round_file(photos=[photo(1)]))
    assert images_of(pdf) == 1
    assert f"风扇与滤网2026-11-2214:01:00·维护工程师01·{photo(1)['hash'][:8]}" in text_of(pdf)


def test_what_was_written_on_a_photo_is_printed_on_it() -> None:
    text = text_of(print_record(round_file(photos=[photo(1, markup=MARKUP)])))
    assert "积灰约2mm" in text
    assert "有标注" in text


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("expected", "照片还没到服务器"),
        ("received", "照片已收到，还没核验"),
        ("refused", "照片没被接受:notanimage"),
        ("lost", "照片已声明丢失:手机掉进水里"),
    ],
)
def test_a_photo_that_is_not_verified_is_named_and_not_opened(state: str, said: str) -> None:
    reason = {"refused": "not an image", "lost": "手机掉进水里"}.get(state)
    pdf = print_record(round_file(photos=[photo(1, blob_state=state, blob_reason=reason)]))
    assert images_of(pdf) == 0
    assert said in text_of(pdf)


@pytest.mark.parametrize("blob", [None, b"", b"\xff\xd8 no picture at all"])
def test_a_verified_photo_that_cannot_be_opened_is_named(blob: bytes | None) -> None:
    pdf = print_record(round_file(photos=[photo(1)]), blob=blob)
    assert images_of(pdf) == 0
    assert "照片打不开" in text_of(pdf)


def test_a_withdrawn_photo_is_not_printed() -> None:
    gone = photo(1, withdrawn_at="2026-11-22T07:00:00.000Z", withdrawn_reason="拍错了")
    assert images_of(print_record(round_file(photos=[gone]))) == 0


def test_the_photo_of_the_seal_stands_beside_the_signature() -> None:
    stamp = photo(2, purpose="seal", asset_id=None, check_key=None)
    file = round_file(photos=[stamp])
    file = replace(file, signed=[signed_copy(file, "client", seal_photo_id=stamp["id"])])
    assert images_of(print_record(file)) == 1


def test_a_photo_of_the_seal_that_is_not_here_is_named() -> None:
    stamp = photo(2, purpose="seal", asset_id=None, check_key=None, blob_state="expected")
    file = round_file(photos=[stamp])
    file = replace(file, signed=[signed_copy(file, "client", seal_photo_id=stamp["id"])])
    assert "照片还没到服务器" in text_of(print_record(file))


def test_a_photo_taken_after_the_signature_says_so() -> None:
    before = signed(round_file(photos=[photo(1)]))
    after = replace(before, photos=[photo(1), photo(2)])
    text = text_of(print_record(after))
    assert text.count("签字后补拍") == 1
    assert f"补照片（空）{photo(2)['hash'][:8]}" in text


def test_a_photo_of_no_asset_on_the_round_is_printed_at_the_end() -> None:
    assert "其他照片" in text_of(print_record(round_file(photos=[photo(1, asset_id="elsewhere")])))


@pytest.mark.parametrize("size", [(3000, 40), (40, 3000), (1, 1)])
def test_a_photo_of_any_shape_keeps_its_page(size: tuple[int, int]) -> None:
    assert images_of(print_record(round_file(photos=[photo(1)]), blob=jpeg(size=size))) == 1
