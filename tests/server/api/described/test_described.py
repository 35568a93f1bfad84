"""The OpenAPI document against the server: schemathesis sends what it describes, and what it forbids, as every role.

No answer is a fault of the server, and none is one that the document does not know: status, type, headers and body.
Bounded and seeded; the seed is printed. For a long run set ROUNDSMAN_DESCRIBED_REQUESTS, and another seed.
"""

import os
from collections import Counter
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.schemas import OpenApiSchema

from server.api.rescue import BODY_TYPE as RESCUE_FILE
from tests.rights.stage import set_the_stage
from tests.server.api.described.visitors import NOBODY, ROLES, Visitor, wholly
from tests.support.clock import FakeClock
from tests.support.tus_phone import BODY
from tests.support.world import make_world

Operation = APIOperation[Any, Any, Any, Any]

SEED = int(os.environ.get("ROUNDSMAN_DESCRIBED_SEED", "20261122"))
REQUESTS = int(os.environ.get("ROUNDSMAN_DESCRIBED_REQUESTS", "6"))  # right ones and wrong ones, to each address
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
COSTLY = ("/api/rounds/{round_id}/record.pdf", "/api/projects/{project_id}/labels.pdf")  # they print
FEW = 1

for _bytes in (BODY, RESCUE_FILE):
    schemathesis.serializer.alias(_bytes, "application/octet-stream")


class Visits:
    """What one role was told by every address, and what the document did not know of it."""

    def __init__(self, visitor: Visitor, document: BaseSchema) -> None:
        self.visitor, self.document = visitor, document
        self.told, self.wrong = Counter[int](), dict[str, str]()

    def make(self) -> None:
        for found in self.document.get_all_operations():
            assert isinstance(found, Ok), found
            for mode in GenerationMode:
                self._visit(found.ok(), mode)

    def _visit(self, operation: Operation, mode: GenerationMode) -> None:
        @seed(SEED + ROLES.index(self.visitor.role))
        @settings(
            max_examples=FEW if operation.path in COSTLY else REQUESTS,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(mode), is_there=st.booleans())
        def visit(case: Case[Any], is_there: bool) -> None:
            if is_there:
                self.visitor.points_to_what_is_there(case)
            self._send(case)

        try:
            visit()
        except Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE, operation.label  # nothing can be wrong with what takes nothing

    def _send(self, case: Case[Any]) -> None:
        cookies = self.visitor.cookies(case.method, case.path)
        answer = case.call(cookies=cookies, headers={"Accept-Encoding": "identity"})
        self.told[answer.status_code] += 1
        try:
            case.validate_response(answer, checks=CHECKS)
        except FailureGroup as failures:
            case_of = f"{case.method} {case.path} {answer.status_code}"
            self.wrong.setdefault(case_of, f"{case_of}: {failures.exceptions}\n{case.as_curl_command()}")


def document_of(app: Flask) -> OpenApiSchema:
    return schemathesis.openapi.from_wsgi("/api/openapi.json", wholly(app))


def test_every_answer_is_one_that_the_document_knows(
    app: Flask, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    stage = set_the_stage(app, clock, make_world(app, clock), foreign=False)
    wrong: list[str] = []
    for role in ROLES:
        visits = Visits(Visitor.of(app, role, stage), document_of(app))
        visits.make()
        with capsys.disabled():
            told = ", ".join(f"{count} × {status}" for status, count in sorted(visits.told.items()))
            print(f"\n{role}: {visits.told.total()} requests, seed {SEED}: {told}", end="")
        wrong += [f"{role}: {text}" for text in visits.wrong.values()]
    assert not wrong, "\n\n".join(wrong)


def test_an_answer_that_the_document_does_not_know_is_noticed(app: Flask, clock: FakeClock) -> None:
    """Known-bad: a document without refusals."""
    stage = set_the_stage(app, clock, make_world(app, clock), foreign=False)
    text = document_of(app).raw_schema
    for item in text["paths"].values():
        for method in item.keys() - {"parameters"}:
            item[method]["responses"].pop("401", None)
    stripped = schemathesis.openapi.from_dict(text)
    stripped.app = wholly(app)
    visits = Visits(Visitor.of(app, NOBODY, stage), stripped.include(path="/api/session"))
    visits.make()
    assert visits.wrong.keys() == {"GET /api/session 401", "POST /api/session 401"}
