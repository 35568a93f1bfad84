import pytest

from server.rules.matching_articles import matching_articles
from tests.server.rules.vectors import Case, each, vectors


@pytest.mark.parametrize("case", vectors("matching_articles", "matching_articles"))
def test_articles_that_may_help(case: Case) -> None:
    articles = each("article", case["articles"])
    assert matching_articles(articles, case["category"], case["kind"], case["words"]) == case["expect"]
