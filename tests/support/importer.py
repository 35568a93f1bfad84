"""A supervisor at the desk who imports tables, over the wire."""

from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from server.database import reading
from server.jobs import run_due_jobs
from server.models import Asset, Place
from tests.support.wire_phone import HEADERS, WirePhone


@dataclass
class Importer:
    app: Flask
    phone: WirePhone

    @property
    def project(self) -> str:
        return self.phone.world.project

    @property
    def path(self) -> str:
        return f"/api/projects/{self.project}/imports"

    def uploads(self, data: bytes, name: str = "台账.xlsx") -> TestResponse:
        headers = {**HEADERS, "Content-Type": "application/octet-stream"}
        return self.phone.client.post(self.path, query_string={"name": name}, data=data, headers=headers)

    def reads(self, data: bytes, name: str = "台账.xlsx") -> dict[str, Any]:
        answer = self.uploads(data, name)
        assert answer.status_code == 201, answer.get_json()
        found: dict[str, Any] = answer.get_json()
        return found

    def sees(self, import_id: str, **query: Any) -> dict[str, Any]:
        answer = self.phone.client.get(f"{self.path}/{import_id}", query_string=query)
        assert answer.status_code == 200, answer.get_json()
        found: dict[str, Any] = answer.get_json()
        return found

    def maps(self, import_id: str, **mapping: Any) -> TestResponse:
        return self.phone.client.post(f"{self.path}/{import_id}/mapping", json=mapping, headers=HEADERS)

    def orders(self, preview: dict[str, Any]) -> dict[str, Any]:
        """The decision alone; the work waits for a worker."""
        args = {"project_id": self.project, "import_id": preview["id"], "preview": preview["digest"]}
        return self.phone.does("apply_import", args=args, seen={})

    def applies(self, preview: dict[str, Any]) -> dict[str, Any]:
        assert self.orders(preview)["outcome"] == "applied"
        run_due_jobs(self.app)
        return self.sees(preview["id"])

    def undoes(self, preview: dict[str, Any]) -> dict[str, Any]:
        args = {"project_id": self.project, "import_id": preview["id"]}
        assert self.phone.does("undo_import", args=args, seen={})["outcome"] == "applied"
        run_due_jobs(self.app)
        return self.sees(preview["id"])

    def assets(self) -> dict[str, Asset]:
        with self.app.app_context(), reading() as session:
            return {one.code: one for one in session.scalars(select(Asset).where(Asset.project_id == self.project))}

    def places(self) -> list[Place]:
        with self.app.app_context(), reading() as session:
            return list(session.scalars(select(Place).where(Place.project_id == self.project).order_by(Place.id)))


def verdicts(preview: dict[str, Any]) -> dict[str, int]:
    return {name: count for name, count in preview["counts"].items() if count}


def reasons(preview: dict[str, Any]) -> dict[int, list[str]]:
    """Why rows are refused, by line."""
    return {
        row["line"]: [one["code"] for one in row["problems"]] for row in preview["rows"] if row["verdict"] == "refuse"
    }
