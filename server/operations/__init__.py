"""Every operation that the server knows: one file per noun; importing this registers them all."""

from server.operations import (
    answers,
    assets,
    attention,
    conflicts,
    devices,
    jobs,
    photos,
    places,
    projects,
    review,
    rounds,
    shifts,
    signing,
    tags,
    templates,
    tickets,
)

__all__ = [
    "answers",
    "assets",
    "attention",
    "conflicts",
    "devices",
    "jobs",
    "photos",
    "places",
    "projects",
    "review",
    "rounds",
    "shifts",
    "signing",
    "tags",
    "templates",
    "tickets",
]
