"""The demo project: the city's machine room of the contract, as data, with fictitious people named by role."""

from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from server.config import current_config
from server.demo.loading import bring_in
from server.demo.people import BY_SIGN_IN, PASSWORD
from server.demo.project import PROJECT_ID
from server.reports.labels.printing import labels_pdf

LABELS = "demo-labels.pdf"
SHOWN = ("engineer01", "engineer02", "engineer03", "manager01", "director", "desk", "client01", "outsider")


@dataclass(frozen=True)
class DemoSummary:
    """What `./dev demo` prints: who can sign in (name, who that is), the one password, where the labels are."""

    sign_ins: list[tuple[str, str]]
    password: str
    labels: Path


def load(app: Flask) -> DemoSummary:
    """Bring the demo in, or find it there, and print its labels for the origin that this server has now."""
    with app.app_context():
        bring_in(app)
        labels = current_config().data_dir / LABELS
        labels.write_bytes(labels_pdf(PROJECT_ID, sheet="a4-24"))
    people = [BY_SIGN_IN[name] for name in SHOWN]
    return DemoSummary([(p.sign_in, f"{p.name_zh} {p.name_en}") for p in people], PASSWORD, labels)
