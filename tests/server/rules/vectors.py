"""The contract between the two languages: tests/contract/*.json, read here and by tests/pwa/rules/vectors.ts."""

import json
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

CONTRACT = Path(__file__).parents[2] / "contract"

Case = dict[str, Any]


def read(file: str) -> dict[str, Any]:
    text = (CONTRACT / f"{file}.json").read_text(encoding="utf-8")
    contents: dict[str, Any] = json.loads(text)
    return contents


DEFAULTS = read("defaults")


def vectors(file: str, group: str) -> list[ParameterSet]:
    return [pytest.param(case, id=case["name"]) for case in read(file)[group]]


def whole(kind: str, said: Case) -> Case:
    """A document of which a vector says only what matters."""
    return {**DEFAULTS[kind], **said}


def template_of(items: list[Case], **fields: Any) -> Case:
    return whole("template", {"items": [whole("item", item) for item in items], **fields})


def each(kind: str, said: list[Case]) -> list[Case]:
    return [whole(kind, one) for one in said]
