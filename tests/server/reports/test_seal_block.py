"""The end of a sealed record: who sealed it, its hash, and the way to verify it."""

import io

from pypdf import PdfReader

from server.reports.qr import QUIET_MODULES, qr_matrix, qr_svg
from server.reports.record.rendering import verify_url
from tests.server.reports.printing import ORIGIN, print_record, printed_text, text_of
from tests.server.reports.round_files import ENGINEER, MANAGER, ROUND, SEAL_HASH, round_file, sealed, signed


def test_hash_number_and_who_sealed_are_printed() -> None:
    text = printed_text(sealed(signed(round_file())))
    assert f"封存校验码{SEAL_HASH}" in text
    assert "封存人服务经理02" in text
    assert "上一份校验码本项目第一份" in text
    assert f"verify/{ROUND}?h={SEAL_HASH[:16]}" in text


def test_every_page_carries_number_and_short_hash() -> None:
    pages = PdfReader(io.BytesIO(print_record(sealed(signed(round_file()))))).pages
    assert all(f"封存校验码 {SEAL_HASH[:16]}" in page.extract_text() for page in pages)
    assert all("XJ-20261122-01" in page.extract_text() for page in pages)


def test_the_reason_of_an_approval_and_the_phones_it_knew_of_are_printed() -> None:
    args = {"reason": "电话确认没有未传内容", "holding": [{"device": "d_1", "person_id": ENGINEER, "last_seen": "x"}]}
    event = {"id": "e", "name": "approved", "by": MANAGER, "at": "2026-11-22T08:00:00Z", "args": args}
    text = text_of(print_record(sealed(signed(round_file(events=[event])))))
    assert "封存理由电话确认没有未传内容" in text
    assert "可能还有内容的手机维护工程师01" in text.replace("封存时", "")


def test_the_code_leads_to_the_verification_page() -> None:
    url = verify_url(sealed(round_file()), ORIGIN + "/")
    assert url == f"{ORIGIN}/verify/{ROUND}?h={SEAL_HASH[:16]}"


def test_a_code_drawn_as_vectors_has_exactly_the_modules_of_its_text() -> None:
    matrix = qr_matrix("https://rounds.example.com/t/7K3M2QA#ABCDEFGHIJKLMNOP")
    drawn = _modules(qr_svg("https://rounds.example.com/t/7K3M2QA#ABCDEFGHIJKLMNOP").decode(), len(matrix))
    assert drawn == matrix


def _modules(svg: str, side: int) -> list[list[bool]]:
    modules = [[False] * side for _ in range(side)]
    path = svg.split('<path d="')[1].split('"')[0]
    for run in path.strip("M").split("zM"):
        place, rest = run.split("h", 1)
        x, y = map(int, place.split(" "))
        for offset in range(int(rest.split("v")[0])):
            modules[y - QUIET_MODULES][x - QUIET_MODULES + offset] = True
    return modules
