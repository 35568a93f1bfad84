import pytest

from server.rules.missing import is_filled, missing, missing_field
from server.rules.proofs import Proof, proofs_of
from tests.server.rules.vectors import Case, each, template_of, vectors, whole


@pytest.mark.parametrize("case", vectors("missing", "missing_field"))
def test_missing_field_of_an_answer(case: Case) -> None:
    answer = None if case["answer"] is None else whole("answer", case["answer"])
    item = whole("item", case["item"])
    told = case.get("proof", {})
    proof = Proof(frozenset(told.get("photos", ())), told.get("scanned", False), told.get("spot_check", False))
    assert missing_field(item, answer, proof) == case["expect"]
    assert is_filled(item, answer, proof) is (case["expect"] is None)


@pytest.mark.parametrize("case", vectors("missing", "missing"))
def test_missing_items_of_a_round(case: Case) -> None:
    answers = each("answer", case["answers"])
    proofs = proofs_of({"id": "R", "proof_percent": 0}, case.get("photos", ()), case.get("scans", ()))
    assert missing(template_of(case["items"]), each("asset", case["assets"]), answers, proofs) == case["expect"]
