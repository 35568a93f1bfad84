import pytest

from server.rules.form_rows import RowText, form_rows
from tests.server.rules.vectors import Case, each, read, template_of, vectors

[SCENE] = read("form_rows")["scene"]


@pytest.mark.parametrize("case", vectors("form_rows", "form_rows"))
def test_rows_of_the_paper_form(case: Case) -> None:
    texts: dict[int, RowText] = {int(row): text for row, text in case["row_texts"].items()}
    assets, answers = each("asset", SCENE["assets"]), each("answer", case["answers"])
    assert form_rows(template_of(SCENE["items"]), assets, answers, texts) == case["expect"]
