import pytest
from rfc8785 import CanonicalizationError

from server.rules import signed_content as signing
from server.rules.items import cells_of
from tests.server.rules.vectors import Case, each, template_of, vectors

STANDS = vectors("signed_content", "signature_stands")


@pytest.mark.parametrize("case", vectors("signed_content", "canonical"))
def test_canonical_json_and_its_hash(case: Case) -> None:
    text = signing.canonical(case["content"])
    assert text == case["expect"]
    assert signing.content_hash(text) == case["hash"]


@pytest.mark.parametrize("case", vectors("signed_content", "not_canonical"))
def test_text_that_has_no_utf8_is_refused(case: Case) -> None:
    with pytest.raises((CanonicalizationError, UnicodeEncodeError)):
        signing.canonical(case["content"])


@pytest.mark.parametrize("case", vectors("signed_content", "signed_content"))
def test_content_is_what_is_shown(case: Case) -> None:
    template = template_of(case["items"], **case["template"])
    content = signing.signed_content(
        language=case["language"],
        project=case["project"],
        round_=case["round"],
        template=template,
        staff=case["staff"],
        time=case["time"],
        cells=cells_of(template, each("asset", case["assets"])),
        answers=each("answer", case["answers"]),
        photo_hashes=case["photo_hashes"],
    )
    assert content == case["expect"]
    assert signing.canonical(content)


@pytest.mark.parametrize("case", STANDS)
def test_changes_after_a_signature(case: Case) -> None:
    assert signing.changes_after(case["signed"], case["current"]) == case["changes"]


@pytest.mark.parametrize("case", STANDS)
def test_signature_stands_by_the_rule_of_its_template(case: Case) -> None:
    assert signing.signature_stands("never", case["signed"], case["current"])
    assert signing.signature_stands("always", case["signed"], case["current"]) is case["always"]
    stands = signing.signature_stands("on_finding_change", case["signed"], case["current"])
    assert stands is case["on_finding_change"]
