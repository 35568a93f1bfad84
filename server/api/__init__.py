"""What is read over HTTP: one blueprint a resource. Only signing in and out writes; all else goes by `server.sync`."""

from flask import Flask

from server.api import (
    archive,
    asset_files,
    asset_readings,
    assets,
    attention,
    board,
    channels,
    config,
    contacts,
    devices,
    health,
    imports,
    incident_reports,
    joining,
    labels,
    openapi,
    phones,
    photos,
    proposal,
    records,
    rescue,
    retired,
    review_statistics,
    roster_feed,
    rounds,
    sessions,
    ticket_links,
    verification,
    welcome,
    xlsforms,
)
from server.links import pages as link_pages
from server.links import photos as link_photos  # noqa: F401  # its address hangs on the pages' blueprint
from server.sync import routes as sync
from server.sync import uploads


def register(app: Flask) -> None:
    documented = openapi.make_api(app)
    resources = (
        sessions,
        devices,
        sync,
        rounds,
        records,
        archive,
        assets,
        asset_files,
        asset_readings,
        retired,
        contacts,
        labels,
        photos,
        rescue,
        attention,
        channels,
        proposal,
        config,
        health,
        ticket_links,
        incident_reports,
        xlsforms,
        imports,
        welcome,
        joining,
        phones,
    )
    for resource in resources:
        documented.register_blueprint(resource.blueprint)
    for blueprint in (board.blueprint, review_statistics.blueprint, roster_feed.blueprint, roster_feed.calendars):
        documented.register_blueprint(blueprint)
    app.register_blueprint(uploads.blueprint)
    app.register_blueprint(verification.blueprint)
    app.register_blueprint(link_pages.blueprint)
    openapi.register(app, documented)
